// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historytable.h"
#include "sampleschool.h"
#include "shownwindow.h"

#include <QObject>

#include <memory>

namespace Rollbook
{

/// The window of the sample school with the runs of makePast(), and words for what people do in its
/// history.
class HistoryPageTest : public QObject
{
    Q_OBJECT

protected:
    /// All its runs are shown.
    static void openHistory(ShownWindow &window);
    /// Null while it is not shown.
    static HistoryTable *table(ShownWindow &window, const QString &name);
    static QStringList column(ShownWindow &window, const QString &table, int column);
    /// Of the runs that are shown.
    static QStringList lists(ShownWindow &window)
    {
        return column(window, QStringLiteral("Runs"), 2);
    }
    /// Over what stands in the field.
    static void type(ShownWindow &window, const QString &field, const QString &text);
    static void choose(ShownWindow &window, const QString &box, const QString &entry);
    static void clickRow(
        ShownWindow &window, const QString &table, int row, Qt::KeyboardModifiers modifiers = {});
    static void press(ShownWindow &window, const QString &text);

    std::unique_ptr<SampleSchool> m_sample;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace Rollbook
