// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wrappinglabel.h"

namespace Rollbook
{

/// A sentence that may stand back: in the muted colour of the palette, whatever that becomes.
class QuietLabel : public WrappingLabel
{
    Q_OBJECT

public:
    explicit QuietLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColours();
};

} // namespace Rollbook
