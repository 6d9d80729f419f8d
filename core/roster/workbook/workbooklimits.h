// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QString>
#include <QStringList>

namespace Rollbook::WorkbookLimits
{

// What no class list comes near; beyond it a file is refused before it costs time or memory.
constexpr qint64 Columns = 2000;
constexpr qint64 Rows = 1'048'576; ///< what spreadsheet programs have
constexpr qint64 BytesInACell = 1 << 20;
constexpr int Entries = 10'000;               ///< of a zip
constexpr qint64 InflatedBytes = 512LL << 20; ///< of one part
constexpr qint64 HarmlessBytes = 64LL << 20;  ///< may inflate at any ratio
constexpr qint64 InflationRatio = 200;        ///< beyond the harmless size
constexpr qint64 SharedTextBytes = 128LL << 20;
constexpr qint64 SharedTexts = 16'000'000;

} // namespace Rollbook::WorkbookLimits

/// Why a workbook is not read, in sentences for people. `name` is the file's.
namespace Rollbook::WorkbookErrors
{

Error damaged(const QString &name);
Error protectedByPassword(const QString &name);
Error tooManyColumns(const QString &name);
Error tooManyRows(const QString &name);
Error cellTooLong(const QString &name, qint64 row, qint64 column);
/// It would grow out of proportion when it is unpacked.
Error growsTooMuch(const QString &name);
/// It defines XML entities, which spreadsheet programs never do.
Error definesEntities(const QString &name);
Error missingPart(const QString &name, const QString &sheet);
Error noSuchSheet(const QString &name, const QString &sheet, const QStringList &sheets);
/// A text document, a binary workbook (XLSB) or the like.
Error notAWorkbook(const QString &name);
Error cannotBeKept(const QString &name);

} // namespace Rollbook::WorkbookErrors
