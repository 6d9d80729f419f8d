// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace Rollbook
{

/// Names for the sheets of a workbook as Excel takes them: at most 31 letters, none of []:*?/\, no
/// apostrophe, nothing like a cell, each once whatever its case, and not "History".
class SheetNames
{
public:
    /// A name like the one wanted that no sheet has yet.
    QString nameLike(const QString &wanted);

private:
    QSet<QString> m_taken; // case folded
};

} // namespace Rollbook
