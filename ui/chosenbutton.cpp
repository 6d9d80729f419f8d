// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chosenbutton.h"

#include "table/statestyle.h"

#include <QToolButton>

namespace Rollbook
{

void showChosen(QToolButton &button, bool isChosen)
{
    QFont font = button.parentWidget()->font();
    font.setBold(isChosen);
    button.setFont(font);
    QPalette palette = button.parentWidget()->palette();
    if (isChosen)
        palette.setColor(QPalette::Button, chosenButtonColor(palette));
    button.setPalette(palette);
}

} // namespace Rollbook
