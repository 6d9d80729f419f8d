// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/cjkname.h"

#include "values/codepoints.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>

namespace Rollbook
{

namespace
{

constexpr qsizetype FirstLead = 0xE1; // of the UTF-8 of Hangul, kana and Chinese characters
constexpr int MostCharacters = 6;     // characters, where family and given name follow each other

// Chinese in both scripts, then Korean.
constexpr QByteArrayView DoubleFamilyNames[] = {"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛",
    "諸葛", "司徒", "司空", "夏侯", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容",
    "令狐", "长孙", "長孫", "宇文", "轩辕", "軒轅", "端木", "百里", "呼延", "南宫", "南宮", "东郭",
    "東郭", "西门", "西門", "独孤", "獨孤", "闻人", "聞人", "赫连", "赫連", "澹台", "澹臺", "申屠",
    "淳于", "单于", "太叔", "仲孙", "仲孫", "钟离", "鍾離", "남궁", "황보", "제갈", "사공", "선우",
    "서문", "독고", "동방"};

constexpr QByteArrayView Blanks[] = {" ", "\u3000"};
constexpr QByteArrayView MiddleDots[] = {"·", "・", "‧", "•"};

UScriptCode scriptOf(UChar32 c)
{
    UErrorCode failure = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &failure);
    return U_SUCCESS(failure) ? script : USCRIPT_UNKNOWN;
}

constexpr bool isKana(UScriptCode script)
{
    return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

struct Characters {
    int count = 0; // at most MostCharacters + 1
    bool onlyChinese = true;
    bool kanaBehind = false; // after the first character
    UScriptCode first = USCRIPT_UNKNOWN;
    qsizetype afterFirst = 0;  // bytes
    qsizetype afterSecond = 0; // bytes
};

Characters charactersOf(QByteArrayView name)
{
    Characters found;
    for (CodePoints points(name); !points.atEnd() && found.count <= MostCharacters;) {
        const UChar32 c = points.next();
        const UScriptCode script = scriptOf(c);
        if (++found.count == 1) {
            found.first = script;
            found.afterFirst = points.position();
        } else {
            found.kanaBehind |= isKana(script);
        }
        if (found.count == 2)
            found.afterSecond = points.position();
        found.onlyChinese &= script == USCRIPT_HAN || c == U'々';
    }
    return found;
}

qsizetype familyBytes(QByteArrayView name, const Characters &characters)
{
    if (isKana(characters.first) || characters.count > MostCharacters || characters.count < 2)
        return name.size();
    if (characters.count == 2)
        return characters.afterFirst;
    const bool known = std::any_of(std::begin(DoubleFamilyNames), std::end(DoubleFamilyNames),
        [name](QByteArrayView family) { return name.startsWith(family); });
    const bool japanese =
        characters.kanaBehind || (characters.onlyChinese && characters.count >= 4);
    return known || japanese ? characters.afterSecond : characters.afterFirst;
}

} // namespace

std::optional<NameParts> splitCjkName(QByteArrayView name)
{
    if (name.isEmpty() || static_cast<unsigned char>(name.front()) < FirstLead)
        return std::nullopt;
    const Characters characters = charactersOf(name);
    if (characters.first != USCRIPT_HAN && characters.first != USCRIPT_HANGUL
        && !isKana(characters.first))
        return std::nullopt;
    for (const QByteArrayView blank : Blanks) {
        const qsizetype at = name.indexOf(blank);
        if (at > 0)
            return NameParts{name.sliced(at + blank.size()).trimmed(), name.first(at)};
    }
    for (const QByteArrayView dot : MiddleDots) {
        const qsizetype at = name.lastIndexOf(dot);
        if (at > 0 && at + dot.size() < name.size())
            return NameParts{name.first(at), name.sliced(at + dot.size())};
    }
    const qsizetype family = familyBytes(name, characters);
    return NameParts{name.sliced(family), name.first(family)};
}

} // namespace Rollbook
