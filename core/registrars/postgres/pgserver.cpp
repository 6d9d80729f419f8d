// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgserver.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace Rollbook
{

namespace
{

// Of Debian and its relatives, of Fedora's, of openSUSE.
constexpr std::array TrustedAuthorities{"/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem"};

bool isSaidElsewhere(const ServerAddress &address)
{
    return !address.service.isEmpty() || qEnvironmentVariableIsSet("PGSERVICE")
        || qEnvironmentVariableIsSet("PGSSLROOTCERT")
        || QFileInfo::exists(QDir::home().filePath(QStringLiteral(".postgresql/root.crt")));
}

QString trustedAuthorities()
{
    for (const char *file : TrustedAuthorities) {
        if (QFileInfo::exists(QString::fromLatin1(file)))
            return QString::fromLatin1(file);
    }
    return {};
}

} // namespace

PgAddress pgAddressOf(const ServerAddress &address, const QString &password)
{
    ServerAddress whole = address;
    const bool isChecked = address.tls == TlsMode::VerifyFull || address.tls == TlsMode::VerifyCa;
    if (isChecked && address.rootCertificate.isEmpty() && !isSaidElsewhere(address))
        whole.rootCertificate = trustedAuthorities();
    PgAddress words{whole.toUrl().toStdString()};
    if (!password.isEmpty())
        words.password = password.toStdString();
    return words;
}

} // namespace Rollbook
