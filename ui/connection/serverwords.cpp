// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/serverwords.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct ServerWords {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::ServerWords)
};

QString ageSentence(const ServerFacts &facts)
{
    if (facts.age == SchoolAge::Newer) {
        return ServerWords::tr("The school in “%1” is for a newer Rollbook. Update Rollbook on "
                               "this computer.")
            .arg(facts.database);
    }
    return ServerWords::tr("The school in “%1” is from an older Rollbook. Ask who runs the server "
                           "to bring it up to date with “rollbook school upgrade”.")
        .arg(facts.database);
}

QString roleSentence(const ServerFacts &facts)
{
    switch (facts.role) {
    case SchoolRole::None:
        return ServerWords::tr(
            "The server knows “%1”, but this user may not use the school in “%2” "
            "yet. Ask who runs the server to give this user a role in it.")
            .arg(facts.user, facts.database);
    case SchoolRole::Viewer:
        return ServerWords::tr(
            "The school is there. “%1” may look at everything and change nothing.")
            .arg(facts.user);
    case SchoolRole::Registrar:
        return ServerWords::tr("The school is there. “%1” may register students.").arg(facts.user);
    case SchoolRole::Admin:
        return ServerWords::tr(
            "The school is there. “%1” may register students and look after the school.")
            .arg(facts.user);
    }
    return {};
}

} // namespace

bool canOpen(const ServerFacts &facts)
{
    return facts.isSchool && facts.role != SchoolRole::None && facts.age == SchoolAge::Fits;
}

ServerPart partToChange(const ServerFacts &facts)
{
    if (!facts.isSchool)
        return ServerPart::Database;
    return facts.age == SchoolAge::Fits ? ServerPart::User : ServerPart::Nothing;
}

QString serverSentence(const ServerFacts &facts)
{
    if (!facts.isSchool) {
        return ServerWords::tr("The server answers, but there is no school in the database “%1” "
                               "yet. Ask who runs the server to run “rollbook school init” for it.")
            .arg(facts.database);
    }
    if (facts.age != SchoolAge::Fits)
        return ageSentence(facts);
    if (!canOpen(facts))
        return roleSentence(facts);
    const QString encrypted =
        facts.isEncrypted ? ServerWords::tr("The connection is encrypted.") + u' ' : QString();
    return roleSentence(facts) + u'\n' + encrypted
        + ServerWords::tr("The server has PostgreSQL %1.").arg(facts.version);
}

} // namespace Rollbook
