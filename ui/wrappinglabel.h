// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Rollbook
{

/// Plain text in one line where there is room, and in several where there is not. QLabel wraps
/// sooner: it asks for a width of its own.
class WrappingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappingLabel(QWidget *parent = nullptr);

    QSize sizeHint() const override;
};

} // namespace Rollbook
