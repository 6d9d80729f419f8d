// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite/sqlitesettings.h"

#include "rules/letterheadcheck.h"
#include "sqlite/sqliteauditwriter.h"
#include "sqlite/sqlitevalues.h"

namespace Rollbook
{

namespace
{

constexpr const char *LetterPaper = "letter";

Letterhead readLetterhead(SQLite::Database &database)
{
    SQLite::Statement line(
        database, "SELECT school_name, address, logo, paper, language FROM letterhead");
    Letterhead letterhead;
    if (!line.executeStep())
        return letterhead;
    letterhead.schoolName = textAt(line, 0);
    letterhead.address = textAt(line, 1);
    const SQLite::Column logo = line.getColumn(2);
    letterhead.logo = QByteArray(static_cast<const char *>(logo.getBlob()), logo.getBytes());
    letterhead.paper =
        textAt(line, 3) == QLatin1StringView(LetterPaper) ? Paper::Letter : Paper::A4;
    letterhead.language = textAt(line, 4);
    return letterhead;
}

void writeLetterhead(SQLite::Database &database, const Letterhead &letterhead)
{
    SQLite::Statement statement(database,
        "INSERT INTO letterhead (only, school_name, address, logo, paper, language)"
        " VALUES (1, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (only) DO UPDATE SET"
        " school_name = ?1, address = ?2, logo = ?3, paper = ?4, language = ?5");
    bindValue(statement, 1, letterhead.schoolName);
    bindValue(statement, 2, letterhead.address);
    // Not constData() of an empty one: that is NULL to SQLite.
    statement.bind(3, letterhead.logo.isEmpty() ? "" : letterhead.logo.constData(),
        static_cast<int>(letterhead.logo.size()));
    statement.bind(4, letterhead.paper == Paper::Letter ? LetterPaper : "a4");
    bindValue(statement, 5, letterhead.language);
    statement.exec();
}

} // namespace

SqliteSettings::SqliteSettings(SqliteFile file, SqliteWriter &writer)
    : m_file(std::move(file))
    , m_writer(writer)
{
}

Expected<Letterhead> SqliteSettings::letterhead() const
{
    return m_file.read(readLetterhead);
}

Expected<void> SqliteSettings::save(const Letterhead &letterhead)
{
    if (auto checked = checkLetterhead(letterhead); !checked)
        return checked;
    return m_writer.change([&letterhead](SQLite::Database &database) -> Expected<void> {
        const auto note = noteOfLetterhead(readLetterhead(database), letterhead);
        if (!note)
            return {};
        writeLetterhead(database, letterhead);
        SqliteAuditWriter(database).append(*note);
        return {};
    });
}

} // namespace Rollbook
