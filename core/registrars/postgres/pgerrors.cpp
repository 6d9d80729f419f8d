// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfault.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::PostgresSchool)
};

/// For who looks after the server.
QString details(const PgFault &fault)
{
    return fault.message().isEmpty()
        ? QString()
        : QStringLiteral(" (%1)").arg(QString::fromUtf8(fault.message()));
}

Error unexpected(const PgFault &fault, const QString &school)
{
    return {ErrorCode::Internal,
        Text::tr("The server of the school “%1” answered unexpectedly.").arg(school)
            + details(fault)};
}

Error outage(const PgFault &fault, const QString &school)
{
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server of the school “%1” does not answer at the moment. Check the network "
                 "of this computer; when that works, ask who looks after the server.")
                .arg(school)
            + details(fault)};
}

Error busy(const QString &school)
{
    return {ErrorCode::StoreBusy,
        Text::tr("Somebody else is changing the same things in the school “%1”. Try again in a "
                 "moment.")
            .arg(school)};
}

// It has room again by itself, so it is waited for.
Error crowded(const QString &school)
{
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server of the school “%1” has more to do than it can take. Try again in a "
                 "moment; if that happens often, ask who looks after the server.")
            .arg(school)};
}

Error switchedOver(const QString &school)
{
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server of the school “%1” takes no changes: it is being switched over to "
                 "another one. Try again in a few minutes.")
            .arg(school)};
}

Error full(const QString &school)
{
    return {ErrorCode::StoreFull,
        Text::tr("No space is left on the server of the school “%1”. Ask who looks after the "
                 "server to make room there, then try again.")
            .arg(school)};
}

Error mayNot(const PgFault &fault, const QString &school)
{
    return {ErrorCode::StoreReadOnly,
        Text::tr("Your user of the school “%1” is not allowed to do that. Ask who looks after the "
                 "school's server for the right.")
                .arg(school)
            + details(fault)};
}

Error loginRefused(const PgFault &fault, const QString &school)
{
    if (fault.sqlState() == "28P01") {
        return {ErrorCode::StoreUnavailable,
            Text::tr("The server of the school “%1” does not take this user name with this "
                     "password. Check both; capital letters matter.")
                    .arg(school)
                + details(fault)};
    }
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server of the school “%1” does not let this user in from this computer. "
                 "Check the user name, or ask who looks after the server.")
                .arg(school)
            + details(fault)};
}

Error noDatabase(const PgFault &fault, const QString &school)
{
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server has no database of that name for the school “%1”. Check its name."
                 "")
                .arg(school)
            + details(fault)};
}

Error noSchool(const PgFault &fault, const QString &school)
{
    return {ErrorCode::StoreDamaged,
        Text::tr("The database “%1” holds no school, or not all of one. Check its name, or set up "
                 "a school in it first.")
                .arg(school)
            + details(fault)};
}

Error damaged(const PgFault &fault, const QString &school)
{
    return {ErrorCode::StoreDamaged,
        Text::tr("The database of the school “%1” is damaged. Ask who looks after the server to "
                 "restore it from a copy.")
                .arg(school)
            + details(fault)};
}

Error refusedStatement(const PgFault &fault, const QString &school)
{
    const QByteArray &state = fault.sqlState();
    const auto is = [&state](std::initializer_list<const char *> starts) {
        return std::any_of(starts.begin(), starts.end(),
            [&state](const char *start) { return state.startsWith(start); });
    };
    if (is({"25006"}))
        return switchedOver(school);
    if (is({"55P03", "57014", "40001", "40P01"}))
        return busy(school);
    if (is({"53100"}))
        return full(school);
    if (is({"53"}))
        return crowded(school);
    if (is({"42501"}))
        return mayNot(fault, school);
    if (is({"28"}))
        return loginRefused(fault, school);
    if (is({"3D000"}))
        return noDatabase(fault, school);
    if (is({"42P01", "3F000"}))
        return noSchool(fault, school);
    if (is({"XX001", "XX002"}))
        return damaged(fault, school);
    if (is({"08", "57P", "25P03", "25P04", "58"}))
        return outage(fault, school);
    return unexpected(fault, school);
}

Error unreachable(const PgFault &fault, const QString &school)
{
    if (fault.kind() == PgFault::Kind::HostUnknown) {
        return {ErrorCode::StoreUnavailable,
            Text::tr("The server of the school “%1” was not found. Check the name of the server "
                     "and the network of this computer.")
                    .arg(school)
                + details(fault)};
    }
    if (fault.kind() == PgFault::Kind::Refused) {
        return {ErrorCode::StoreUnavailable,
            Text::tr("No database answers where the school “%1” should be. Check the name of the "
                     "server and the port; if they are right, the server is switched off.")
                    .arg(school)
                + details(fault)};
    }
    return {ErrorCode::StoreUnavailable,
        Text::tr("The server of the school “%1” did not answer in time. Check the name of the "
                 "server and the network of this computer.")
                .arg(school)
            + details(fault)};
}

Error untrusted(const PgFault &fault, const QString &school)
{
    if (fault.kind() == PgFault::Kind::NoTls) {
        return {ErrorCode::StoreUnavailable,
            Text::tr("The server of the school “%1” does not encrypt what is sent to it. Ask who "
                     "looks after the server to turn encryption (TLS) on.")
                    .arg(school)
                + details(fault)};
    }
    return {ErrorCode::StoreUnavailable,
        Text::tr("It is not certain that this is the server of the school “%1”: its certificate "
                 "is not trusted. Nothing was sent to it. Check the name of the server, or ask who "
                 "looks after it for its certificate.")
                .arg(school)
            + details(fault)};
}

} // namespace

Error postgresError(const PgFault &fault, const QString &schoolName)
{
    switch (fault.kind()) {
    case PgFault::Kind::Statement:
        return refusedStatement(fault, schoolName);
    case PgFault::Kind::Lost:
        return {ErrorCode::StoreUnavailable,
            Text::tr("The connection to the server of the school “%1” broke. Check the network of "
                     "this computer; when that works, ask who looks after the server.")
                    .arg(schoolName)
                + details(fault)};
    case PgFault::Kind::GaveUp:
        return busy(schoolName);
    case PgFault::Kind::HostUnknown:
    case PgFault::Kind::Refused:
    case PgFault::Kind::TimedOut:
        return unreachable(fault, schoolName);
    case PgFault::Kind::Certificate:
    case PgFault::Kind::NoTls:
        return untrusted(fault, schoolName);
    case PgFault::Kind::Version:
        return {ErrorCode::StoreUnavailable,
            Text::tr("The server of the school “%1” has a version of PostgreSQL that is too old. "
                     "Ask who looks after the server for a newer one.")
                    .arg(schoolName)
                + details(fault)};
    case PgFault::Kind::NoLibrary:
        return {ErrorCode::StoreUnavailable,
            Text::tr("This computer lacks PostgreSQL's library for clients (libpq), without which "
                     "the school “%1” cannot be reached. Ask who looks after this computer to "
                     "install it.")
                    .arg(schoolName)
                + details(fault)};
    case PgFault::Kind::Address:
        break;
    }
    return {ErrorCode::Usage,
        Text::tr("The address of the school “%1” could not be understood. Write it like "
                 "“postgresql://user@server/database”.")
                .arg(schoolName)
            + details(fault)};
}

} // namespace Rollbook
