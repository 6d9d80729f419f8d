// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "workbook/sheetrows.h"
#include "workbook/xlsglobals.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Rollbook
{

class BiffRecords;

/// Reads a sheet of an old Excel workbook ([MS-XLS] 2.1.7.20.5). Programs other than Excel write
/// cells in any order, so they are gathered before they become rows.
class XlsSheet
{
public:
    XlsSheet(XlsGlobals &globals, const QString &fileName)
        : m_globals(globals)
        , m_fileName(fileName)
    {
    }

    /// From the sheet's place in the stream.
    Expected<void> read(QByteArrayView stream, qsizetype at);
    void giveTo(SheetRows &rows);

private:
    struct Cell {
        quint16 row;
        quint16 column;
        qint32 begin; ///< in m_text
        qint32 size;
    };

    void take(BiffRecords &records);
    void takeFormula(const BiffRecords &records);
    void takeMultiple(const BiffRecords &records);
    void addNumber(quint16 row, quint16 column, quint16 style, double number);
    void addText(quint16 row, quint16 column, QByteArrayView text);
    void addNext(quint16 row, quint16 column, BiffRecords &records, qsizetype from);

    XlsGlobals &m_globals;
    QString m_fileName;
    std::vector<Cell> m_cells;
    QByteArray m_text;
    quint16 m_formulaRow = 0;
    quint16 m_formulaColumn = 0;
    bool m_awaitsText = false; ///< of a formula
};

} // namespace Rollbook
