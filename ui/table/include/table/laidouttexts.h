// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QFont>
#include <QTextLayout>

namespace Rollbook
{

/// Texts of cells as they were laid out last. Shaping them takes most of what painting a table
/// takes, and most cells are painted again as they were: while outcomes arrive, while somebody
/// scrolls. For the GUI thread.
class LaidOutTexts
{
public:
    /// What a text is laid out by.
    struct Wish {
        QString text;
        QFont font;
        Qt::LayoutDirection direction = Qt::LeftToRight;
        Qt::Alignment alignment;
        int width = 0; ///< pixels

        bool operator==(const Wish &other) const = default;
    };

    /// One line, with an ellipsis in place of what there is no room for. Stands until the next
    /// call.
    const QTextLayout &line(const Wish &wish);

private:
    // As many cells as a large screen shows, in some hundred kilobytes.
    static constexpr int MostTexts = 512;

    QCache<Wish, QTextLayout> m_lines{MostTexts};
};

size_t qHash(const LaidOutTexts::Wish &wish, size_t seed = 0);

} // namespace Rollbook
