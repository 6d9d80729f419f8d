// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/sqlsettings.h"

#include "rules/letterheadcheck.h"
#include "sql/sqlauditwriter.h"
#include "sql/sqlvalues.h"

namespace Rollbook
{

namespace
{

constexpr const char *LetterPaper = "letter";

Letterhead readLetterhead(SqlDatabase &database)
{
    SqlStatement line(
        database, "SELECT school_name, address, logo, paper, language FROM letterhead");
    Letterhead letterhead;
    if (!line.executeStep())
        return letterhead;
    letterhead.schoolName = textAt(line, 0);
    letterhead.address = textAt(line, 1);
    letterhead.logo = bytesAt(line, 2);
    letterhead.paper =
        textAt(line, 3) == QLatin1StringView(LetterPaper) ? Paper::Letter : Paper::A4;
    letterhead.language = textAt(line, 4);
    return letterhead;
}

void writeLetterhead(SqlDatabase &database, const Letterhead &letterhead)
{
    SqlStatement statement(database,
        "INSERT INTO letterhead (\"only\", school_name, address, logo, paper, language)"
        " VALUES (1, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (\"only\") DO UPDATE SET"
        " school_name = ?1, address = ?2, logo = ?3, paper = ?4, language = ?5");
    bindValue(statement, 1, letterhead.schoolName);
    bindValue(statement, 2, letterhead.address);
    statement.bindBytesNoCopy(3, QByteArrayView(letterhead.logo));
    statement.bind(4, std::string_view(letterhead.paper == Paper::Letter ? LetterPaper : "a4"));
    bindValue(statement, 5, letterhead.language);
    statement.exec();
}

} // namespace

SqlSettings::SqlSettings(SqlStore &store)
    : m_store(store)
{
}

Expected<Letterhead> SqlSettings::letterhead() const
{
    return m_store.read(readLetterhead);
}

Expected<void> SqlSettings::save(const Letterhead &letterhead)
{
    if (auto checked = checkLetterhead(letterhead); !checked)
        return checked;
    return m_store.change([&letterhead](SqlDatabase &database) -> Expected<void> {
        const auto note = noteOfLetterhead(readLetterhead(database), letterhead);
        if (!note)
            return {};
        writeLetterhead(database, letterhead);
        SqlAuditWriter(database).append(*note);
        return {};
    });
}

} // namespace Rollbook
