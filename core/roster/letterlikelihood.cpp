// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "letterlikelihood.h"

#include "namealphabets.h"

#include <QChar>
#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Weights: one is a letter that is as it should be.
constexpr double NoCharacter = -8;
constexpr double OtherScriptBeside = -2;
constexpr double SignInWord = -2;
constexpr double SignBesideWord = -1.5;
constexpr double SignAlone = -0.3;
constexpr double DigitBeside = -1;
constexpr double CaseBroken = -1.5;
constexpr double RunOfAccents = -1.5;
constexpr double ConsonantsAround = -0.3;
constexpr double VowelBeside = -0.15;
constexpr double LetterOfOtherLanguage = -0.3;
constexpr double LetterOfNoLanguage = -1.5;
constexpr double TwoByteLetter = 2;
constexpr double CommonInNames = 2.4;
constexpr double SeldomInNames = 0.7;
constexpr double HalfWidthLetter = 0.6;
constexpr double VoicedSound = 2;

enum class Script : quint8 { None, Latin, Cyrillic, EastAsian, HalfWidth, Hangul, Other };

Script scriptOf(char32_t c)
{
    if (!QChar::isLetter(c))
        return Script::None;
    if (c >= 0xFF65 && c <= 0xFF9F)
        return Script::HalfWidth;
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
        return QChar::category(c) == QChar::Letter_Other ? Script::None : Script::Latin;
    case QChar::Script_Cyrillic:
        return Script::Cyrillic;
    case QChar::Script_Hangul:
        return Script::Hangul;
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Script::EastAsian;
    case QChar::Script_Common:
        return c == 0x30FC ? Script::EastAsian : Script::None;
    default:
        return Script::Other;
    }
}

bool isVowel(char32_t c)
{
    const QString parts = QChar::decomposition(c);
    const char32_t base = parts.isEmpty() ? c : parts.front().unicode();
    return QStringView(u"aeiouyıøæœ").contains(QChar(static_cast<char16_t>(QChar::toLower(base))));
}

bool isNoCharacter(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return c == 0xFFFD || category == QChar::Other_Control || category == QChar::Other_PrivateUse
        || category == QChar::Other_NotAssigned || category == QChar::Other_Surrogate;
}

class Likelihood
{
public:
    explicit Likelihood(QStringView text)
        : m_text(text.toUcs4())
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) >= 0x80)
                addCharacter(m_text.at(m_at));
        }
    }

    double sum() const { return m_sum + languages(); }

private:
    /// The character so many places to the right; a line break beyond the text.
    char32_t beside(qsizetype offset) const { return m_text.value(m_at + offset, U'\n'); }

    void addCharacter(char32_t c);
    void addLetter(char32_t c, Script script);
    void addAlphabetLetter(char32_t c);
    double caseOf(char32_t c) const;
    double halfWidth(char32_t c) const;
    double sign(char32_t c) const;
    double languages() const;

    QList<uint> m_text;
    qsizetype m_at = 0;
    double m_sum = 0;
    QHash<char16_t, int> m_letters;
};

void Likelihood::addCharacter(char32_t c)
{
    const Script script = scriptOf(c);
    if (isNoCharacter(c))
        m_sum += NoCharacter;
    else if (script != Script::None)
        addLetter(c, script);
    else
        m_sum += sign(c);
}

void Likelihood::addLetter(char32_t c, Script script)
{
    for (const qsizetype offset : {-1, 1}) {
        const Script other = scriptOf(beside(offset));
        if (other != Script::None && other != script)
            m_sum += OtherScriptBeside;
    }
    switch (script) {
    case Script::Latin:
    case Script::Cyrillic:
        addAlphabetLetter(c);
        break;
    case Script::EastAsian:
        if (QChar::script(c) != QChar::Script_Han)
            m_sum += TwoByteLetter;
        else
            m_sum += isCommonInNames(c) ? CommonInNames : SeldomInNames;
        break;
    case Script::Hangul:
        m_sum += isCommonInNames(c) ? CommonInNames : SeldomInNames;
        break;
    case Script::HalfWidth:
        m_sum += halfWidth(c);
        break;
    case Script::Other:
    case Script::None:
        m_sum += LetterOfNoLanguage;
        break;
    }
}

void Likelihood::addAlphabetLetter(char32_t c)
{
    const char32_t before = beside(-1);
    const char32_t after = beside(1);
    // A letter on its own is as likely a sign.
    if (!QChar::isLetter(before) && !QChar::isLetter(after))
        return;
    m_sum += caseOf(c);
    // Four bytes of GB18030 are an accented letter and digits elsewhere.
    const bool numbered = QChar::isDigit(before) || QChar::isDigit(after);
    if (numbered && scriptOf(c) == Script::Latin)
        m_sum += DigitBeside;
    ++m_letters[letterInAlphabets(c, before, after)];
    if (scriptOf(c) != Script::Latin)
        return;
    const auto accented = [](char32_t other) {
        return other >= 0x80 && scriptOf(other) == Script::Latin;
    };
    if (accented(before) && accented(beside(-2)))
        m_sum += RunOfAccents;
    const bool between = scriptOf(before) == Script::Latin && scriptOf(after) == Script::Latin;
    if (isVowel(c)) {
        if (isVowel(before) || isVowel(after))
            m_sum += VowelBeside;
    } else if (between && !isVowel(before) && !isVowel(after)) {
        m_sum += ConsonantsAround;
    }
}

double Likelihood::caseOf(char32_t c) const
{
    const char32_t before = beside(-1);
    if (QChar::isUpper(c)) {
        if (QChar::isLower(before))
            return CaseBroken;
        return QChar::isUpper(before) && QChar::isLower(beside(1)) ? CaseBroken / 3 : 0;
    }
    if (!QChar::isLower(c))
        return 0;
    const bool amongCapitals =
        QChar::isUpper(before) && (QChar::isUpper(beside(-2)) || QChar::isUpper(beside(1)));
    if (amongCapitals)
        return CaseBroken;
    // Names begin with capitals.
    const bool beforeCapital = !QChar::isLetter(before) && QChar::isUpper(beside(1));
    return beforeCapital ? CaseBroken : QChar::isLetter(before) ? 0 : SignAlone;
}

// Capital letters of Cyrillic are half-width syllables of Shift-JIS; what they do not look like is
// the mark of a voiced sound where Japanese has it, after the rows of k, s, t and h. Nor does a
// word begin with a small syllable or the sign for a long vowel.
double Likelihood::halfWidth(char32_t c) const
{
    const bool small = c >= 0xFF67 && c <= 0xFF70;
    if (small && scriptOf(beside(-1)) != Script::HalfWidth)
        return SignBesideWord;
    if (c != 0xFF9E)
        return HalfWidthLetter;
    const char32_t before = beside(-1);
    const bool voiced =
        (before >= 0xFF76 && before <= 0xFF84) || (before >= 0xFF8A && before <= 0xFF8E);
    return voiced ? VoicedSound : SignBesideWord;
}

double Likelihood::sign(char32_t c) const
{
    const bool left = QChar::isLetter(beside(-1));
    const bool right = QChar::isLetter(beside(1));
    if (QChar::isMark(c))
        return left ? 0.5 : SignAlone;
    const bool halfWidth = c >= 0xFF61 && c <= 0xFF64;
    if (QChar::isSpace(c) || (c > 0x2FFF && !halfWidth))
        return 0;
    // The apostrophe of "O’Brien" and the dot of Catalan names; "Mª" and "1º" of Spanish ones.
    if (left && right && (c == 0x2019 || (c == 0xB7 && QChar::toLower(beside(-1)) == 'l')))
        return 0;
    if ((c == 0xAA || c == 0xBA) && !right)
        return left || QChar::isDigit(beside(-1)) ? 0 : SignAlone;
    if (left && right)
        return SignInWord;
    const bool opening = c == 0xA1 || c == 0xBF || c == 0x2018 || c == 0x201A || c == 0x201E;
    if (QChar::isPunct(c) && !halfWidth && !(left && opening) && !(right && c == 0x201D))
        return 0;
    if (left || right)
        return SignBesideWord;
    return c == 0x20AC ? -SignAlone : SignAlone;
}

double Likelihood::languages() const
{
    if (m_letters.isEmpty())
        return 0;
    double best = LetterOfNoLanguage * static_cast<double>(m_text.size());
    for (const Alphabet &alphabet : nameAlphabets()) {
        double sum = alphabet.handicap;
        for (auto it = m_letters.cbegin(); it != m_letters.cend(); ++it) {
            const double each = alphabet.letters.contains(it.key()) ? 1
                : isInAnyAlphabet(it.key())                         ? LetterOfOtherLanguage
                                                                    : LetterOfNoLanguage;
            sum += each * it.value();
        }
        best = std::max(best, sum);
    }
    return best;
}

} // namespace

double letterLikelihood(QStringView text)
{
    return Likelihood(text).sum();
}

} // namespace Rollbook
