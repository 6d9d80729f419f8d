// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clearbutton.h"

#include <QLineEdit>

namespace Rollbook
{

// The button's picture is a file, and with the first of them Qt loads all that it can read pictures
// with: the window would wait for it.
void offerClearing(QLineEdit &field)
{
    QObject::connect(
        &field, &QLineEdit::textChanged, &field, [&field] { field.setClearButtonEnabled(true); },
        Qt::SingleShotConnection);
}

} // namespace Rollbook
