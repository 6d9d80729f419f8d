// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/workbooklimits.h"

#include "rostertext.h"

namespace Rollbook::WorkbookErrors
{

Error damaged(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr(
            "“%1” is damaged or was not copied to its end. Get it again from where it came, or "
            "open it in your spreadsheet program, save it, then drop it again.")
            .arg(name)};
}

Error protectedByPassword(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” is protected with a password. Open it in your spreadsheet program, take the "
                 "password off, save it, then drop it again.")
            .arg(name)};
}

Error tooManyColumns(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” has more than %2 columns, so it does not seem to be a class list.")
            .arg(name, QString::number(WorkbookLimits::Columns))};
}

Error tooManyRows(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” has more than %2 rows in a sheet. Split it into several lists.")
            .arg(name, QString::number(WorkbookLimits::Rows))};
}

Error cellTooLong(const QString &name, qint64 row, qint64 column)
{
    return {ErrorCode::NotARoster,
        Text::tr("In “%1”, row %2, column %3 there are more than a million letters in one cell, so "
                 "this does not seem to be a class list. Look what is in that cell.")
            .arg(name, QString::number(row + 1), QString::number(column + 1))};
}

Error growsTooMuch(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” would become far too large when it is unpacked, so it does not seem to be a "
                 "class list. Copy the students into a new workbook, then drop that.")
            .arg(name)};
}

Error definesEntities(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” holds definitions that no spreadsheet program writes, as files do that are "
                 "meant to do harm. Ask who sent it; to use it all the same, save it anew in your "
                 "spreadsheet program.")
            .arg(name)};
}

Error missingPart(const QString &name, const QString &sheet)
{
    return {ErrorCode::NotARoster,
        Text::tr("The sheet “%2” is missing inside of “%1”. Open it in your spreadsheet program, "
                 "look whether the students are there, save it, then drop it again.")
            .arg(name, sheet)};
}

Error noSuchSheet(const QString &name, const QString &sheet, const QStringList &sheets)
{
    return {ErrorCode::Usage,
        Text::tr("“%1” has no sheet “%2”. Its sheets are: %3.")
            .arg(name, sheet, sheets.join(QStringLiteral(", ")))};
}

Error notAWorkbook(const QString &name)
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” is a document of another kind, not a workbook that Rollbook reads. Save the "
                 "list as an Excel workbook (.xlsx), then drop that.")
            .arg(name)};
}

Error cannotBeKept(const QString &name)
{
    return {ErrorCode::FileUnreadable,
        Text::tr("There is no room to unpack “%1”. Free some space on this computer, then drop it "
                 "again.")
            .arg(name)};
}

} // namespace Rollbook::WorkbookErrors
