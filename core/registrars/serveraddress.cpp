// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/serveraddress.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace Rollbook
{

namespace
{

struct AddressText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ServerAddress)
};

constexpr std::array<std::pair<TlsMode, const char *>, 4> TlsWords{{
    {TlsMode::VerifyFull, "verify-full"},
    {TlsMode::VerifyCa, "verify-ca"},
    {TlsMode::Require, "require"},
    {TlsMode::Off, "disable"},
}};

std::optional<TlsMode> tlsFromWord(const QString &word)
{
    for (const auto &[mode, known] : TlsWords) {
        if (word == QLatin1StringView(known))
            return mode;
    }
    // Encrypted where the server likes: whoever is on the way could say that it does not.
    if (word == u"prefer" || word == u"allow")
        return TlsMode::Require;
    return std::nullopt;
}

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

tl::unexpected<Error> refusePort()
{
    return refuse(AddressText::tr("The port in this address is no number from 1 to 65535."));
}

QString encoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

std::optional<char> hexByte(const QByteArray &digits)
{
    const bool isHex = digits.size() == 2
        && std::all_of(digits.cbegin(), digits.cend(),
            [](char digit) { return std::isxdigit(static_cast<unsigned char>(digit)) != 0; });
    const char byte = isHex ? QByteArray::fromHex(digits).at(0) : '\0';
    // Nothing that is meant has a zero in it.
    return byte != '\0' ? std::optional(byte) : std::nullopt;
}

// QUrl leaves as it is what is wrongly encoded, libpq refuses it.
Expected<QString> decoded(QStringView text)
{
    const QByteArray letters = text.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (letters.at(i) != '%') {
            bytes += letters.at(i);
            continue;
        }
        const auto byte = hexByte(letters.mid(i + 1, 2));
        if (!byte) {
            return refuse(
                AddressText::tr("A percent sign in this address is not followed by two digits of "
                                "a letter's code. A percent sign itself is written “%25”."));
        }
        bytes += *byte;
        i += 2;
    }
    // Otherwise it would wait for the rest of a letter.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder(bytes);
    if (decoder.hasError())
        return refuse(AddressText::tr("This address has letters in it that cannot be read."));
    return result;
}

std::optional<quint16> portFrom(const QString &text)
{
    if (text.isEmpty())
        return quint16{0};
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber && port > 0 ? std::optional<quint16>(port) : std::nullopt;
}

bool isBlank(const QList<ServerHost> &hosts)
{
    return hosts.size() == 1 && hosts.first() == ServerHost();
}

/// Reads an address from its beginning to its end.
class AddressReader
{
public:
    Expected<WrittenAddress> read(QStringView rest)
    {
        const qsizetype asked = rest.indexOf(u'?');
        const QStringView before = rest.left(asked < 0 ? rest.size() : asked);
        const qsizetype slash = before.indexOf(u'/');
        return readAuthority(before.left(slash < 0 ? before.size() : slash))
            .and_then([&] { return decoded(slash < 0 ? QStringView() : before.mid(slash + 1)); })
            .and_then([&](const QString &database) {
                m_written.address.database = database;
                return readParameters(asked < 0 ? QStringView() : rest.mid(asked + 1));
            })
            .map([this] { return m_written; });
    }

private:
    // The last "@" ends it: people forget to encode those in a password.
    Expected<void> readAuthority(QStringView authority)
    {
        const qsizetype at = authority.lastIndexOf(u'@');
        if (at >= 0) {
            const QStringView person = authority.left(at);
            const qsizetype colon = person.indexOf(u':');
            const auto user = decoded(person.left(colon < 0 ? person.size() : colon));
            const auto password = decoded(colon < 0 ? QStringView() : person.mid(colon + 1));
            if (!user || !password)
                return tl::unexpected(user ? password.error() : user.error());
            m_written.address.user = *user;
            m_written.password = *password;
        }
        QList<ServerHost> hosts;
        for (const QStringView one : authority.mid(at + 1).split(u',')) {
            const auto host = hostFrom(one);
            if (!host)
                return tl::unexpected(host.error());
            hosts += *host;
        }
        if (!isBlank(hosts))
            m_written.address.hosts = hosts;
        return {};
    }

    static Expected<ServerHost> hostFrom(QStringView text)
    {
        const bool isBracketed = text.startsWith(u'[');
        const qsizetype end = isBracketed ? text.indexOf(u']') : text.indexOf(u':');
        if (isBracketed && (end < 2 || (end + 1 < text.size() && text.at(end + 1) != u':'))) {
            return refuse(
                AddressText::tr("The number of the server in square brackets has no end, or "
                                "something else than a port follows it."));
        }
        const auto name =
            decoded(isBracketed ? text.mid(1, end - 1) : text.left(end < 0 ? text.size() : end));
        const qsizetype colon = isBracketed ? end + 1 : end;
        const auto port =
            decoded(colon < 0 || colon >= text.size() ? QStringView() : text.mid(colon + 1));
        if (!name || !port)
            return tl::unexpected(name ? port.error() : name.error());
        const auto number = portFrom(*port);
        if (!number)
            return refusePort();
        return ServerHost{*name, *number};
    }

    Expected<void> readParameters(QStringView text)
    {
        for (const QStringView one : text.split(u'&', Qt::SkipEmptyParts)) {
            const qsizetype sign = one.indexOf(u'=');
            if (sign <= 0 || one.indexOf(u'=', sign + 1) >= 0) {
                return refuse(AddressText::tr(
                    "What follows the question mark in this address is not written like "
                    "“sslmode=verify-full&connect_timeout=10”."));
            }
            const auto name = decoded(one.left(sign));
            const auto value = decoded(one.mid(sign + 1));
            if (!name || !value)
                return tl::unexpected(name ? value.error() : name.error());
            if (auto taken = takeParameter(*name, *value); !taken)
                return taken;
        }
        return giveTheHostsTheirPorts();
    }

    Expected<void> takeParameter(const QString &name, const QString &value)
    {
        ServerAddress &address = m_written.address;
        if (name == u"user")
            address.user = value;
        else if (name == u"password")
            m_written.password = value;
        else if (name == u"dbname")
            address.database = value;
        else if (name == u"sslrootcert")
            address.rootCertificate = value;
        else if (name == u"service")
            address.service = value;
        else if (name == u"host")
            m_hosts = value.split(u',');
        else if (name == u"port")
            m_ports = value.split(u',');
        else if (name == u"sslmode" || name == u"ssl")
            return takeTls(name == u"ssl" && value == u"true" ? QStringLiteral("require") : value);
        else if (name == u"sslpassword") {
            return refuse(AddressText::tr(
                "The password of a certificate (“sslpassword”) cannot be part of an address, "
                "because addresses are stored. Use a certificate without one."));
        } else
            address.parameters.insert(name, value);
        return {};
    }

    Expected<void> takeTls(const QString &word)
    {
        const auto mode = tlsFromWord(word);
        if (!mode) {
            return refuse(AddressText::tr("“sslmode” in this address is none of “verify-full”, "
                                          "“verify-ca”, “require” and “disable”."));
        }
        m_written.address.tls = *mode;
        return {};
    }

    // They stand in a list of their own: one for all, or one each.
    Expected<void> giveTheHostsTheirPorts()
    {
        QList<ServerHost> &hosts = m_written.address.hosts;
        if (!m_hosts.isEmpty()) {
            hosts.clear();
            for (const QString &name : std::as_const(m_hosts))
                hosts += ServerHost{name};
        }
        if (hosts.isEmpty() && !m_ports.isEmpty())
            hosts += ServerHost();
        if (m_ports.size() > 1 && m_ports.size() != hosts.size()) {
            return refuse(AddressText::tr(
                "There are not as many ports as servers in this address. Write one port for all, "
                "or one for each."));
        }
        for (qsizetype i = 0; i < hosts.size() && !m_ports.isEmpty(); ++i) {
            const auto port = portFrom(m_ports.at(m_ports.size() == 1 ? 0 : i));
            if (!port)
                return refusePort();
            hosts[i].port = *port;
        }
        if (isBlank(hosts))
            hosts.clear();
        return {};
    }

    WrittenAddress m_written;
    QStringList m_hosts;
    QStringList m_ports;
};

QString written(const ServerHost &host)
{
    const bool isNumber = host.name.contains(u':') && !host.name.contains(u'/');
    const QString name = isNumber ? u'[' + encoded(host.name, ":") + u']' : encoded(host.name);
    return host.port == 0 ? name : name + u':' + QString::number(host.port);
}

// People copy more than the address itself.
QString withoutWrapping(const QString &text)
{
    QString rest = text.trimmed();
    for (const auto &[before, after] : {std::pair(u'"', u'"'), std::pair(u'\'', u'\''),
             std::pair(u'<', u'>'), std::pair(u'“', u'”')}) {
        if (rest.size() > 1 && rest.startsWith(before) && rest.endsWith(after))
            rest = rest.mid(1, rest.size() - 2).trimmed();
    }
    return rest;
}

} // namespace

QString tlsWord(TlsMode mode)
{
    for (const auto &[known, word] : TlsWords) {
        if (mode == known)
            return QString::fromLatin1(word);
    }
    return {};
}

QString ServerAddress::toUrl() const
{
    QStringList written;
    for (const ServerHost &host : hosts)
        written += Rollbook::written(host);
    QString url = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        url += encoded(user) + u'@';
    url +=
        written.join(u',') + u'/' + encoded(database) + QStringLiteral("?sslmode=") + tlsWord(tls);
    const auto add = [&url](const QString &name, const QString &value) {
        url += u'&' + encoded(name) + u'=' + encoded(value, "/:");
    };
    if (!rootCertificate.isEmpty())
        add(QStringLiteral("sslrootcert"), rootCertificate);
    if (!service.isEmpty())
        add(QStringLiteral("service"), service);
    for (auto one = parameters.cbegin(); one != parameters.cend(); ++one)
        add(one.key(), one.value());
    return url;
}

QString ServerAddress::displayName() const
{
    QStringList names;
    for (const ServerHost &host : hosts) {
        if (!host.name.isEmpty() && !host.name.startsWith(u'/'))
            names += host.name;
    }
    const QString where = !names.isEmpty()      ? names.join(QStringLiteral(", "))
        : !service.isEmpty() && hosts.isEmpty() ? service
                                                : AddressText::tr("this computer");
    return database.isEmpty() ? where : AddressText::tr("%1 on %2").arg(database, where);
}

bool isServerUrl(const QString &text)
{
    const QString url = withoutWrapping(text);
    return url.startsWith(QStringLiteral("postgresql:"), Qt::CaseInsensitive)
        || url.startsWith(QStringLiteral("postgres:"), Qt::CaseInsensitive);
}

Expected<WrittenAddress> serverAddressFromUrl(const QString &text)
{
    const QString url = withoutWrapping(text);
    const qsizetype colon = url.indexOf(u':');
    if (!isServerUrl(url) || url.mid(colon + 1, 2) != u"//") {
        return refuse(
            AddressText::tr("This is not the address of a school on a PostgreSQL server. Write it "
                            "like “postgresql://name@server/database”."));
    }
    return AddressReader().read(QStringView(url).mid(colon + 3));
}

} // namespace Rollbook
