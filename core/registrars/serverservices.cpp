// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/serverservices.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace Rollbook
{

namespace
{

// Nobody writes longer ones by hand.
constexpr qint64 MostBytes = 1'000'000;

QStringList serviceFiles()
{
    const QString own = qEnvironmentVariable("PGSERVICEFILE");
    const QString common = qEnvironmentVariable("PGSYSCONFDIR");
    return {own.isEmpty() ? QDir::home().filePath(QStringLiteral(".pg_service.conf")) : own,
        // As Debian's libpq has it.
        QDir(common.isEmpty() ? QStringLiteral("/etc/postgresql-common") : common)
            .filePath(QStringLiteral("pg_service.conf"))};
}

// host=db.example.org as a parameter of an address, so that it is read as one.
QString asParameter(const QString &line)
{
    const qsizetype sign = line.indexOf(u'=');
    const QString name = line.left(sign).trimmed();
    const bool isSecret = name == u"password" || name == u"sslpassword";
    if (sign <= 0 || isSecret)
        return {};
    return u'&' + name + u'='
        + QString::fromLatin1(QUrl::toPercentEncoding(line.mid(sign + 1).trimmed()));
}

void addService(QList<ServerService> &services, const QString &name, const QString &parameters)
{
    const bool isKnown = std::any_of(services.cbegin(), services.cend(),
        [&name](const ServerService &one) { return one.name == name; });
    const auto read = serverAddressFromUrl(QStringLiteral("postgresql:///?") + parameters);
    if (!name.isEmpty() && !isKnown && read)
        services += {name, read->address};
}

void addServices(QList<ServerService> &services, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QString name;
    QString parameters;
    const QStringList lines = QString::fromUtf8(file.read(MostBytes)).split(u'\n');
    for (const QString &one : lines) {
        const QString line = one.trimmed();
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            addService(services, name, parameters);
            name = line.mid(1, line.size() - 2);
            parameters.clear();
        } else if (!line.startsWith(u'#')) {
            parameters += asParameter(line);
        }
    }
    addService(services, name, parameters);
}

} // namespace

QList<ServerService> serverServices()
{
    QList<ServerService> services;
    const QStringList files = serviceFiles();
    for (const QString &file : files)
        addServices(services, file);
    return services;
}

ServerAddress serverOfEnvironment()
{
    constexpr std::array variables{std::pair("PGHOST", "host"), std::pair("PGPORT", "port"),
        std::pair("PGDATABASE", "dbname"), std::pair("PGUSER", "user"),
        std::pair("PGSSLMODE", "sslmode"), std::pair("PGSSLROOTCERT", "sslrootcert"),
        std::pair("PGSERVICE", "service")};
    ServerAddress address;
    for (const auto &[variable, parameter] : variables) {
        const QString value = qEnvironmentVariable(variable);
        // What cannot be understood is left out, and the rest is not.
        const auto read = value.isEmpty()
            ? Expected<WrittenAddress>(fail(ErrorCode::NotFound, {}))
            : serverAddressFromUrl(
                address.toUrl() + asParameter(QString::fromLatin1(parameter) + u'=' + value));
        if (read)
            address = read->address;
    }
    return address;
}

} // namespace Rollbook
