// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/serveraddress.h"
#include "rightsschool.h"

#include <QTemporaryDir>

namespace Rollbook
{

/// The shared server with a certificate of its own for "localhost", a school in the database
/// "office", a database "empty" without one, and one, "closed", that only its owner may use. The
/// people are those of RightsSchool, all with the same password.
class EncryptedServer
{
public:
    /// Ends the process if it cannot be made.
    EncryptedServer();

    /// Over TCP, with everything checked.
    ServerAddress address(const QString &user, const QString &database = Office) const;
    /// The file that the server's certificate can be checked with, and one that it cannot.
    QString certificate() const { return m_certificate; }
    QString otherCertificate() const { return m_otherCertificate; }

    static inline const QString Office = QStringLiteral("office");
    static inline const QString Empty = QStringLiteral("empty");
    static inline const QString Closed = QStringLiteral("closed");
    static inline const QString Password = QStringLiteral("s3cret \"ü'");

private:
    QString makeCertificate(const QString &name);

    QTemporaryDir m_folder;
    RightsSchool m_school;
    QString m_certificate;
    QString m_otherCertificate;
};

} // namespace Rollbook
