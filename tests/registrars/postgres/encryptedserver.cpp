// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encryptedserver.h"

#include "postgrescluster.h"

#include <QFile>

namespace Rollbook
{

namespace
{

void must(const QString &sql)
{
    const QString answer = PostgresCluster::shared().execute(sql);
    if (answer.contains(QStringLiteral("ERROR")))
        qFatal("%s", qPrintable(answer));
}

} // namespace

EncryptedServer::EncryptedServer()
    : m_school(Office)
    , m_certificate(makeCertificate(QStringLiteral("server")))
    , m_otherCertificate(makeCertificate(QStringLiteral("other")))
{
    must(QStringLiteral("CREATE DATABASE %1; CREATE DATABASE %2;"
                        " REVOKE CONNECT ON DATABASE %2 FROM PUBLIC")
             .arg(Empty, Closed));
    for (const QString &person : {RightsSchool::Nora, RightsSchool::Vera, RightsSchool::Rita,
             RightsSchool::Ada, RightsSchool::Olga}) {
        must(QStringLiteral("ALTER ROLE %1 PASSWORD '%2'")
                 .arg(person, QString(Password).replace(u'\'', QStringLiteral("''"))));
    }
    must(QStringLiteral("ALTER SYSTEM SET ssl = on; SELECT pg_reload_conf()"));
}

// By the server itself, in its folder: the key has to be its own.
QString EncryptedServer::makeCertificate(const QString &name)
{
    must(QStringLiteral("COPY (SELECT 1) TO PROGRAM 'openssl req -x509 -newkey rsa:2048 -nodes"
                        " -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
                        " -keyout %1.key -out %1.crt 2>&1 >/dev/null'")
             .arg(name));
    const QString copy = m_folder.filePath(name + QStringLiteral(".crt"));
    const QString original = PostgresCluster::shared().dataFolder() + u'/' + name;
    if (!QFile::copy(original + QStringLiteral(".crt"), copy))
        qFatal("There is no certificate for the server.");
    return copy;
}

ServerAddress EncryptedServer::address(const QString &user, const QString &database) const
{
    ServerAddress made;
    made.hosts = {
        {QStringLiteral("localhost"), static_cast<quint16>(PostgresCluster::shared().port())}};
    made.database = database;
    made.user = user;
    made.rootCertificate = m_certificate;
    return made;
}

} // namespace Rollbook
