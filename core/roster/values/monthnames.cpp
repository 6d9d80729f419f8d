// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/monthnames.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace Rollbook
{

namespace
{

using Dictionary = QHash<QString, DateWord>;

constexpr DateWord Filler{DateWord::Kind::Filler, 0};

constexpr QLocale::Language Languages[] = {QLocale::English, QLocale::Spanish, QLocale::French,
    QLocale::German, QLocale::Portuguese, QLocale::Italian, QLocale::Dutch, QLocale::Polish,
    QLocale::Turkish, QLocale::Arabic, QLocale::Chinese, QLocale::Japanese};

// What stands between the numbers of a date: prepositions, ordinals, and the signs for year, month
// and day.
constexpr const char16_t *Fillers[] = {u"de", u"del", u"of", u"the", u"den", u"der", u"le", u"el",
    u"il", u"o", u"a", u"st", u"nd", u"rd", u"th", u"er", u"r", u"年", u"月", u"日", u"号", u"號",
    u"년", u"월", u"일"};

// Words of several months, in whichever languages, mean none.
void addMonth(Dictionary &words, const QString &name, int month)
{
    const QString folded = foldedDateText(name).remove(u'.').trimmed();
    if (folded.isEmpty()
        || !std::all_of(folded.cbegin(), folded.cend(), [](QChar c) { return c.isLetter(); }))
        return;
    const auto known = words.constFind(folded);
    if (known == words.cend())
        words.insert(folded, {DateWord::Kind::Month, month});
    else if (known->month != month)
        words.insert(folded, {});
}

// Each of its words: "terça-feira" is two.
void addFillers(Dictionary &words, const QString &name)
{
    QString word;
    for (const QChar c : foldedDateText(name) + u' ') {
        if (c.isLetter()) {
            word += c;
        } else if (!word.isEmpty()) {
            if (!words.contains(word))
                words.insert(word, Filler);
            word.clear();
        }
    }
}

Dictionary allWords()
{
    Dictionary words;
    for (const QLocale::Language language : Languages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                addMonth(words, locale.monthName(month, format), month);
                addMonth(words, locale.standaloneMonthName(month, format), month);
            }
        }
        for (int day = 1; day <= 7; ++day) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                addFillers(words, locale.dayName(day, format));
            }
        }
    }
    addMonth(words, QStringLiteral("sept"), 9);
    for (const char16_t *filler : Fillers)
        addFillers(words, QString::fromUtf16(filler));
    return words;
}

} // namespace

DateWord dateWord(QStringView folded)
{
    static const Dictionary words = allWords();
    return words.value(folded.toString());
}

QString foldedDateText(const QString &text)
{
    QString folded;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.isMark() || c.category() == QChar::Other_Format)
            continue;
        if (c.isDigit() && c.digitValue() >= 0)
            folded += QChar(u'0' + c.digitValue());
        else
            folded += c == u'ı' ? QChar(u'i') : c;
    }
    return folded;
}

} // namespace Rollbook
