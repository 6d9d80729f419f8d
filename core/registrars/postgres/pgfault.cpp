// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgfault.h"

#include <QRegularExpression>

namespace Rollbook
{

namespace
{

struct Sign {
    const char *words;
    PgFault::Kind kind;
    const char *sqlState;
};

// What libpq finds out by itself, and PgBouncer, which has one state for everything.
constexpr Sign Signs[] = {
    {"could not translate host name", PgFault::Kind::HostUnknown, ""},
    {"could not parse network address", PgFault::Kind::HostUnknown, ""},
    {"no password supplied", PgFault::Kind::Statement, "28P01"},
    {"session is read-only", PgFault::Kind::Statement, "25006"},
    {"server is in hot standby mode", PgFault::Kind::Statement, "25006"},
    {"no such database", PgFault::Kind::Statement, "3D000"},
    {"no such user", PgFault::Kind::Statement, "28000"},
    {"authentication failed", PgFault::Kind::Statement, "28P01"},
    {"no more connections allowed", PgFault::Kind::Statement, "53300"},
    {"query_wait_timeout", PgFault::Kind::Statement, "53300"},
    {"server does not support SSL", PgFault::Kind::NoTls, ""},
    {"certificate", PgFault::Kind::Certificate, ""},
    {"SSL error", PgFault::Kind::Certificate, ""},
    {"Connection timed out", PgFault::Kind::TimedOut, ""},
    {"Connection refused", PgFault::Kind::Refused, ""},
    {"No such file or directory", PgFault::Kind::Refused, ""},
    {"Network is unreachable", PgFault::Kind::Refused, ""},
    {"No route to host", PgFault::Kind::Refused, ""},
    {"server closed the connection", PgFault::Kind::Lost, ""},
    {"Connection reset", PgFault::Kind::Lost, ""},
    {"could not ", PgFault::Kind::Lost, ""},
    {"invalid ", PgFault::Kind::Address, ""},
    {"definition of service", PgFault::Kind::Address, ""},
    {"syntax error in service file", PgFault::Kind::Address, ""},
};

// Where several hosts were tried, the last that answered says most.
QByteArray stateIn(const QByteArray &message)
{
    static const QRegularExpression states(QStringLiteral(":  ([0-9A-Z]{5}): "));
    QByteArray state;
    auto found = states.globalMatch(QString::fromUtf8(message));
    while (found.hasNext())
        state = found.next().captured(1).toLatin1();
    return state;
}

QByteArray withoutNoise(const QByteArray &message)
{
    static const QRegularExpression noise(
        QStringLiteral("(?<=:  )[0-9A-Z]{5}: |^(LOCATION:|\\t).*$"),
        QRegularExpression::MultilineOption);
    return QString::fromUtf8(message).remove(noise).simplified().toUtf8();
}

bool isBroken(const QByteArray &state)
{
    // Not 57014, which a cancelled statement has.
    return state.startsWith("08") || (state.startsWith("57P") && state != "57P04")
        || state == "25P03";
}

} // namespace

bool PgFault::isOutage() const
{
    switch (m_kind) {
    case Kind::Statement:
        return isBroken(m_sqlState) || m_sqlState == "25006";
    case Kind::Lost:
    case Kind::HostUnknown:
    case Kind::Refused:
    case Kind::TimedOut:
        return true;
    default:
        return false;
    }
}

PgFault::PgFault(Kind kind, QByteArray sqlState, const QByteArray &message)
    : m_kind(kind)
    , m_sqlState(std::move(sqlState))
    , m_message(withoutNoise(message))
{
}

PgFault faultOfConnecting(const QByteArray &message)
{
    const QByteArray state = stateIn(message);
    if (!state.isEmpty() && !state.startsWith("08"))
        return PgFault(PgFault::Kind::Statement, state, message);
    for (const Sign &sign : Signs) {
        if (message.contains(sign.words))
            return PgFault(sign.kind, sign.sqlState, message);
    }
    return PgFault(
        state.isEmpty() ? PgFault::Kind::Lost : PgFault::Kind::Statement, state, message);
}

} // namespace Rollbook
