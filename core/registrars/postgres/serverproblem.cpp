// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/serverproblem.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rollbook
{

namespace
{

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ServerProblem)
};

ServerProblem problemIn(ServerPart part, const QString &sentence)
{
    return {part, {ErrorCode::StoreUnavailable, sentence}, {}};
}

bool isLocal(const ServerAddress &address)
{
    return std::all_of(address.hosts.cbegin(), address.hosts.cend(),
        [](const ServerHost &host) { return host.name.isEmpty() || host.name.startsWith(u'/'); });
}

QString serverOf(const ServerAddress &address)
{
    ServerAddress server = address;
    server.database.clear();
    return server.displayName();
}

QString portsOf(const ServerAddress &address)
{
    QStringList ports;
    for (const ServerHost &host : address.hosts)
        ports += QString::number(host.port == 0 ? ServerAddress::UsualPort : host.port);
    ports.removeDuplicates();
    return ports.isEmpty() ? QString::number(ServerAddress::UsualPort)
                           : ports.join(QStringLiteral(", "));
}

ServerProblem notReached(const PgFault &fault, const ServerAddress &address)
{
    const QString server = serverOf(address);
    if (fault.kind() == PgFault::Kind::HostUnknown) {
        return problemIn(ServerPart::Server,
            ProblemText::tr("There is no “%1” in the network. Check how the name of the server is "
                            "written, and whether this computer is connected to the network.")
                .arg(server));
    }
    if (fault.kind() == PgFault::Kind::TimedOut) {
        return problemIn(ServerPart::Server,
            ProblemText::tr("“%1” did not answer in time. Check the name of the server, and "
                            "whether this computer is connected to the network.")
                .arg(server));
    }
    if (isLocal(address)) {
        return problemIn(ServerPart::Server,
            ProblemText::tr("No PostgreSQL server is running there on this computer."));
    }
    return problemIn(ServerPart::Port,
        ProblemText::tr("Nothing answers at port %1 of “%2”. Check the port; if it is right, the "
                        "server is switched off, or takes no connections from here.")
            .arg(portsOf(address), server));
}

ServerProblem notTrusted(const PgFault &fault, const ServerAddress &address)
{
    const QString server = serverOf(address);
    const QByteArray &said = fault.message();
    if (said.contains("does not match host name")) {
        return problemIn(ServerPart::Server,
            ProblemText::tr("The certificate is that of another server than “%1”, so nothing was "
                            "sent to it. Enter the name that the certificate has.")
                .arg(server));
    }
    const bool hasNoFile =
        said.contains("root certificate file") || said.contains("could not read root certificate");
    if (hasNoFile && !address.rootCertificate.isEmpty()) {
        return problemIn(ServerPart::Certificate,
            ProblemText::tr("The certificate file “%1” cannot be read. Choose the one that who "
                            "runs the server gave you.")
                .arg(address.rootCertificate));
    }
    return problemIn(ServerPart::Certificate,
        ProblemText::tr("It is not certain that this is “%1”: nobody whom this computer trusts "
                        "signed its certificate. Nothing was sent to it. Ask who runs the server "
                        "for the certificate file, and choose it here.")
            .arg(server));
}

ServerProblem notLetIn(const PgFault &fault, const ServerAddress &address)
{
    const QString server = serverOf(address);
    if (fault.message().contains("no password supplied")) {
        return problemIn(ServerPart::Password,
            ProblemText::tr("“%1” asks for a password. Enter it here.").arg(server));
    }
    if (fault.sqlState() == "28P01") {
        return problemIn(ServerPart::Password,
            ProblemText::tr("“%1” does not take this password with this user name. Check both; "
                            "capital letters matter.")
                .arg(server));
    }
    if (fault.message().contains("no encryption")) {
        return problemIn(ServerPart::Encryption,
            ProblemText::tr("“%1” takes no connection that is not encrypted, or does not let this "
                            "user in from this computer.")
                .arg(server));
    }
    return problemIn(ServerPart::User,
        ProblemText::tr("“%1” does not know this user, or does not let it in from this computer. "
                        "Check the user name, or ask who runs the server.")
            .arg(server));
}

ServerProblem refused(const PgFault &fault, const ServerAddress &address)
{
    const QByteArray &state = fault.sqlState();
    if (state.startsWith("28"))
        return notLetIn(fault, address);
    if (state == "3D000") {
        return problemIn(ServerPart::Database,
            ProblemText::tr("“%1” has no database of this name. Check how it is written; capital "
                            "letters matter.")
                .arg(serverOf(address)));
    }
    if (state == "42501") {
        return problemIn(ServerPart::User,
            ProblemText::tr("This user may not use this database. Ask who runs “%1” for the right "
                            "to connect to it.")
                .arg(serverOf(address)));
    }
    if (state.startsWith("53") || state == "57P03") {
        return problemIn(ServerPart::Nothing,
            ProblemText::tr("“%1” has no room for one more at the moment, or is just starting. Try "
                            "again in a minute.")
                .arg(serverOf(address)));
    }
    return problemIn(ServerPart::Nothing,
        ProblemText::tr("“%1” answered something unexpected: %2")
            .arg(serverOf(address), QString::fromUtf8(fault.message())));
}

ServerProblem problemOf(const PgFault &fault, const ServerAddress &address)
{
    switch (fault.kind()) {
    case PgFault::Kind::Statement:
        return refused(fault, address);
    case PgFault::Kind::HostUnknown:
    case PgFault::Kind::Refused:
    case PgFault::Kind::TimedOut:
        return notReached(fault, address);
    case PgFault::Kind::Certificate:
        return notTrusted(fault, address);
    case PgFault::Kind::NoTls:
        return problemIn(ServerPart::Encryption,
            ProblemText::tr("“%1” does not encrypt connections, so nothing was sent to it. Ask who "
                            "runs the server to turn encryption on.")
                .arg(serverOf(address)));
    case PgFault::Kind::Version:
        return problemIn(ServerPart::Nothing,
            ProblemText::tr("“%1” is too old for this program. Ask who runs the server for a newer "
                            "version of PostgreSQL.")
                .arg(serverOf(address)));
    case PgFault::Kind::NoLibrary:
        return problemIn(ServerPart::Nothing,
            ProblemText::tr("This computer lacks PostgreSQL's library for clients (libpq). Ask who "
                            "looks after this computer to install it."));
    case PgFault::Kind::Address:
        return problemIn(address.service.isEmpty() ? ServerPart::Further : ServerPart::Service,
            ProblemText::tr("The service or one of the further settings is not known on this "
                            "computer. Check how it is written."));
    case PgFault::Kind::GaveUp:
        return {ServerPart::Nothing, {ErrorCode::Cancelled, ProblemText::tr("Stopped.")}, {}};
    case PgFault::Kind::Lost:
        break;
    }
    return problemIn(ServerPart::Port,
        ProblemText::tr("What answers at port %1 of “%2” ended the connection. Check that this is "
                        "the port of a PostgreSQL server.")
            .arg(portsOf(address), serverOf(address)));
}

} // namespace

ServerProblem serverProblem(const PgFault &fault, const ServerAddress &address)
{
    ServerProblem problem = problemOf(fault, address);
    problem.detail = QString::fromUtf8(fault.message()).trimmed();
    return problem;
}

} // namespace Rollbook
