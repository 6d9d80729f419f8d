// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/nameword.h"

#include "values/codepoints.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

namespace Rollbook
{

namespace
{

using List = QByteArrayView;

// Without the full stop at their end.
constexpr List Honorifics[] = {"mr", "mrs", "ms", "miss", "mx", "dr", "dra", "prof", "herr", "hr",
    "frau", "fräulein", "sr", "sra", "srta", "señor", "señora", "señorita", "mme", "mlle",
    "monsieur", "madame", "mademoiselle", "sig", "signor", "signora", "sig.ra", "dhr", "mevr",
    "mevrouw", "meneer", "senhor", "senhora"};

constexpr List Particles[] = {"van", "van't", "vande", "vanden", "vander", "der", "den", "het",
    "'t", "’t", "in", "op", "te", "ter", "ten", "de", "d'", "d’", "la", "le", "lo", "las", "los",
    "les", "l'", "l’", "del", "dela", "della", "dello", "delle", "degli", "dei", "dal", "dalla",
    "di", "da", "do", "das", "dos", "du", "des", "von", "vom", "zu", "zum", "zur", "af", "av",
    "bin", "ibn", "bint", "bte", "abu", "al", "al-", "el", "el-", "o'", "o’", "mac", "mc", "st",
    "saint", "san", "santa"};

constexpr List Suffixes[] = {"jr", "jnr", "sr", "snr", "ii", "iii", "iv"};
constexpr List SuffixesOfLongNames[] = {"junior", "júnior", "filho", "neto", "segundo"};

template <std::size_t Size>
bool isAmong(QByteArrayView word, const List (&list)[Size])
{
    if (word.endsWith('.'))
        word.chop(1);
    return std::any_of(std::begin(list), std::end(list), [word](List known) {
        return known.size() == word.size() && known.compare(word, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool isHonorific(QByteArrayView word)
{
    return isAmong(word, Honorifics);
}

bool isParticle(QByteArrayView word)
{
    return isAmong(word, Particles);
}

bool isConjunction(QByteArrayView word)
{
    return word == "y" || word == "e" || word == "i";
}

bool isSuffix(QByteArrayView word)
{
    return isAmong(word, Suffixes);
}

bool isSuffixOfLongNames(QByteArrayView word)
{
    return isAmong(word, SuffixesOfLongNames);
}

bool isInCapitals(QByteArrayView word)
{
    for (const QByteArrayView prefix : {QByteArrayView("Mac"), QByteArrayView("Mc")}) {
        if (word.size() > prefix.size() + 1 && word.startsWith(prefix)) {
            word = word.sliced(prefix.size());
            break;
        }
    }
    int capitals = 0;
    for (CodePoints points(word); !points.atEnd();) {
        const UChar32 c = points.next();
        if (u_isULowercase(c))
            return false;
        if (u_isUUppercase(c))
            ++capitals;
    }
    return capitals >= 2;
}

bool startsInLowerCase(QByteArrayView word)
{
    for (CodePoints points(word); !points.atEnd();) {
        const UChar32 c = points.next();
        if (u_isalpha(c))
            return u_isULowercase(c) != 0;
    }
    return false;
}

} // namespace Rollbook
