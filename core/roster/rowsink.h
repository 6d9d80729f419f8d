// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <span>

namespace Rollbook
{

/// Takes the rows of a file one after the other, as a reader finds them: title rows, the header,
/// students and blank rows alike. Nothing is understood yet.
class RowSink
{
public:
    RowSink() = default;
    virtual ~RowSink() = default;
    Q_DISABLE_COPY_MOVE(RowSink)

    /// The cells of the next row in UTF-8, as many as the row has; borrowed for the call. False:
    /// the reader may stop, nothing more is wanted.
    virtual bool addRow(std::span<const QByteArrayView> cells) = 0;
};

} // namespace Rollbook
