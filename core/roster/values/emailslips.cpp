// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/emailaddress.h"

#include <algorithm>
#include <iterator>

namespace Rollbook
{

namespace
{

// Where most people of the world have their mail; of two that are equally near the first is meant.
constexpr QByteArrayView WellKnown[] = {"gmail.com", "hotmail.com", "outlook.com", "yahoo.com",
    "icloud.com", "googlemail.com", "protonmail.com", "hotmail.es", "hotmail.fr", "hotmail.it",
    "hotmail.de", "hotmail.nl", "hotmail.be", "hotmail.co.uk", "hotmail.com.tr", "hotmail.com.br",
    "outlook.es", "outlook.fr", "outlook.de", "outlook.it", "outlook.pt", "outlook.com.br",
    "outlook.jp", "yahoo.es", "yahoo.fr", "yahoo.de", "yahoo.it", "yahoo.ca", "yahoo.in",
    "yahoo.co.uk", "yahoo.co.in", "yahoo.co.jp", "yahoo.com.br", "yahoo.com.mx", "yahoo.com.ar",
    "yahoo.com.tr", "yahoo.com.au", "rocketmail.com", "orange.fr", "wanadoo.fr", "laposte.net",
    "t-online.de", "freenet.de", "libero.it", "telenet.be", "skynet.be", "ziggo.nl", "planet.nl",
    "hetnet.nl", "interia.pl", "mynet.com", "terra.com.br", "comcast.net", "verizon.net",
    "bellsouth.net", "sbcglobal.net", "btinternet.com", "yandex.com", "yandex.ru", "naver.com",
    "hanmail.net", "docomo.ne.jp", "softbank.ne.jp"};

// As near to one of those, or so short that much is near to them, and right all the same.
constexpr QByteArrayView RightToo[] = {"mail.com", "email.com", "ymail.com", "fmail.com", "gmx.com",
    "gmx.net", "gmx.de", "web.de", "live.com", "me.com", "mac.com", "aol.com", "msn.com", "free.fr",
    "sfr.fr", "wp.pl", "o2.pl", "op.pl", "onet.pl", "uol.com.br", "bol.com.br", "qq.com", "163.com",
    "126.com", "mail.ru", "proton.me", "cloud.com", "never.com", "xs4all.nl", "daum.net",
    "ezweb.ne.jp"};

constexpr QByteArrayView SlipsOfCom[] = {"co", "cm", "om"};

constexpr char inSmallLetters(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr bool areSame(char a, char b)
{
    return inSmallLetters(a) == inSmallLetters(b);
}

bool areSame(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

template <std::size_t Size>
bool isOneOf(QByteArrayView text, const QByteArrayView (&list)[Size])
{
    return std::any_of(std::begin(list), std::end(list),
        [text](QByteArrayView known) { return areSame(text, known); });
}

// Damerau's distance of one: a letter more, less or other, or two neighbours exchanged.
bool isOneSlipApart(QByteArrayView a, QByteArrayView b)
{
    if (qAbs(a.size() - b.size()) > 1)
        return false;
    while (!a.isEmpty() && !b.isEmpty() && areSame(a.front(), b.front())) {
        a = a.sliced(1);
        b = b.sliced(1);
    }
    while (!a.isEmpty() && !b.isEmpty() && areSame(a.back(), b.back())) {
        a.chop(1);
        b.chop(1);
    }
    const bool exchanged =
        a.size() == 2 && b.size() == 2 && areSame(a[0], b[1]) && areSame(a[1], b[0]);
    return exchanged || qMax(a.size(), b.size()) == 1;
}

// The same name in another country is a domain of its own: yahoo.cl, outlook.at.
bool isOfAnotherCountry(QByteArrayView domain, QByteArrayView known)
{
    const qsizetype dot = domain.indexOf('.');
    const QByteArrayView country = domain.sliced(dot + 1);
    return dot > 0 && known.indexOf('.') == dot && areSame(domain.first(dot), known.first(dot))
        && country.size() == 2 && !isOneOf(country, SlipsOfCom);
}

// Signs that are typed where the @ should be, by layout or haste.
bool standsForAt(char c)
{
    return QByteArrayView(".\"#&!$").contains(c);
}

// "ana.gmail.com" and "anagmail.com": the @ goes before the longest well-known domain.
QByteArray withAt(const QByteArray &address)
{
    if (isOneOf(address, WellKnown) || isOneOf(address, RightToo))
        return address;
    qsizetype longest = 0;
    for (const QByteArrayView known : WellKnown) {
        if (known.size() > longest && known.size() < address.size()
            && areSame(QByteArrayView(address).last(known.size()), known))
            longest = known.size();
    }
    if (longest == 0)
        return address;
    QByteArray name = address.first(address.size() - longest);
    if (standsForAt(name.back()))
        name.chop(1);
    return name + '@' + address.last(longest);
}

QByteArray withRightSigns(QByteArray address)
{
    static const struct {
        const char *typed;
        const char *meant;
    } Slips[] = {{" ", ""}, {"\u00A0", ""}, {"\u3000", ""}, {"\uFF20", "@"}, {"\uFF0C", "."},
        {"\uFF0E", "."}, {"(at)", "@"}, {"[at]", "@"}, {",", "."}, {";", "."}, {"@@", "@"},
        {"..", "."}, {"@.", "@"}, {".@", "@"}};
    for (const auto &slip : Slips)
        address.replace(slip.typed, slip.meant);
    while (address.endsWith('.'))
        address.chop(1);
    return address;
}

} // namespace

QByteArrayView suggestedDomain(QByteArrayView domain)
{
    const auto near =
        std::find_if(std::begin(WellKnown), std::end(WellKnown), [domain](QByteArrayView known) {
            return isOneSlipApart(domain, known) && !isOfAnotherCountry(domain, known);
        });
    if (near == std::end(WellKnown) || isOneOf(domain, WellKnown) || isOneOf(domain, RightToo))
        return {};
    return *near;
}

std::optional<QString> suggestedEmail(const QString &address)
{
    constexpr qsizetype LongestLooked = 320; // characters
    if (address.size() > LongestLooked)
        return std::nullopt;
    const QByteArray written = address.toUtf8();
    QByteArray meant = cleanedEmail(written).toByteArray();
    if (!isEmailAddress(meant))
        meant = withRightSigns(meant);
    if (!meant.contains('@'))
        meant = withAt(meant);
    const qsizetype at = meant.indexOf('@');
    if (at < 0)
        return std::nullopt;
    const QByteArrayView domain = suggestedDomain(QByteArrayView(meant).sliced(at + 1));
    if (!domain.isEmpty())
        meant.replace(at + 1, meant.size() - at - 1, domain);
    if (areSame(meant, written) || !isEmailAddress(meant))
        return std::nullopt;
    return QString::fromUtf8(meant);
}

} // namespace Rollbook
