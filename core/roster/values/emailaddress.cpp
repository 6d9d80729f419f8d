// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/emailaddress.h"

#include "values/ascii.h"

#include <QUrl>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Bytes, RFC 5321 4.5.3.1 and RFC 1035 2.3.4.
constexpr qsizetype LongestAddress = 254;
constexpr qsizetype LongestLocalPart = 64;
constexpr qsizetype LongestDomain = 253;
constexpr qsizetype LongestLabel = 63;
// Of a domain in any script, before it is known how long its ASCII form is.
constexpr qsizetype LongestDomainInUtf8 = 4 * LongestDomain;

bool isWritable(QByteArrayView text)
{
    const QString letters = QString::fromUtf8(text);
    return std::all_of(letters.cbegin(), letters.cend(), [](QChar c) {
        return !c.isSpace() && c != QChar::ReplacementCharacter && (c.isPrint() || c.isSurrogate());
    });
}

// Of which most names are made entirely.
constexpr bool isUsualInNames(char c)
{
    return isAsciiLetterOrDigit(c) || c == '-' || c == '_';
}

bool isName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > LongestLocalPart || name.startsWith('.')
        || name.endsWith('.'))
        return false;
    if (std::all_of(name.begin(), name.end(), isUsualInNames))
        return true;
    bool ascii = true;
    char before = 0;
    for (const char c : name) {
        if (!isAscii(c))
            ascii = false;
        else if (!isAsciiLetterOrDigit(c) && !QByteArrayView("!#$%&'*+-/=?^_`{|}~.").contains(c))
            return false;
        if (c == '.' && before == '.')
            return false;
        before = c;
    }
    return ascii || isWritable(name);
}

bool isLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= LongestLabel && label.front() != '-'
        && label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
               return isAsciiLetterOrDigit(c) || c == '-';
           });
}

bool isAsciiDomain(QByteArrayView domain)
{
    if (domain.size() > LongestDomain)
        return false;
    qsizetype begin = 0;
    for (qsizetype dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', begin)) {
        if (!isLabel(domain.sliced(begin, dot - begin)))
            return false;
        begin = dot + 1;
    }
    const QByteArrayView top = domain.sliced(begin);
    return begin > 0 && top.size() >= 2 && isLabel(top)
        && std::any_of(top.begin(), top.end(), isAsciiLetter);
}

bool isDomain(QByteArrayView domain)
{
    if (std::all_of(domain.begin(), domain.end(), isAscii))
        return isAsciiDomain(domain);
    if (domain.size() > LongestDomainInUtf8)
        return false;
    const QString letters = QString::fromUtf8(domain);
    return !letters.contains(QChar::ReplacementCharacter) && isAsciiDomain(QUrl::toAce(letters));
}

// Without anything around it, as most are.
bool isBare(QByteArrayView address)
{
    return !address.isEmpty() && isAsciiLetter(address.back()) && !address.contains('<')
        && address.front() != 'm' && address.front() != 'M';
}

} // namespace

bool isEmailAddress(QByteArrayView address, QByteArrayView rightDomain)
{
    const qsizetype at = address.first(qMin(address.size(), LongestLocalPart + 1)).indexOf('@');
    if (at <= 0)
        return false;
    const QByteArrayView domain = address.sliced(at + 1);
    if (!domain.isEmpty() && domain == rightDomain && address.size() <= LongestAddress)
        return isName(address.first(at));
    const bool fits =
        address.size() <= LongestAddress || !std::all_of(domain.begin(), domain.end(), isAscii);
    return fits && isName(address.first(at)) && isDomain(domain);
}

QByteArrayView cleanedEmail(QByteArrayView cell)
{
    QByteArrayView address = cell.trimmed();
    if (isBare(address))
        return address;
    const qsizetype open = address.lastIndexOf('<');
    if (open >= 0) {
        const qsizetype close = address.indexOf('>', open);
        if (close > open && address.sliced(close + 1).trimmed().size() <= 1)
            address = address.sliced(open + 1, close - open - 1).trimmed();
    }
    constexpr QByteArrayView Scheme("mailto:");
    if (address.size() > Scheme.size()
        && address.first(Scheme.size()).compare(Scheme, Qt::CaseInsensitive) == 0) {
        address = address.sliced(Scheme.size()).trimmed();
        const qsizetype query = address.indexOf('?');
        if (query > 0)
            address = address.first(query);
    }
    while (!address.isEmpty() && QByteArrayView(";, ").contains(address.back()))
        address.chop(1);
    return address;
}

} // namespace Rollbook
