// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registerallbutton.h"

#include "registerall.h"

namespace Rollbook
{

RegisterAllButton::RegisterAllButton(RegisterAll &all, QWidget *parent)
    : QPushButton(parent)
    , m_all(all)
{
    connect(&all, &RegisterAll::changed, this, &RegisterAllButton::refresh);
    connect(this, &QPushButton::clicked, this, &RegisterAllButton::press);
    refresh();
}

void RegisterAllButton::refresh()
{
    if (m_all.isRunning()) {
        setText(tr("Stop &all"));
        setToolTip(m_all.atOnce() > 1 ? tr("Send no more students; the lists that have not begun "
                                           "stay as they are (Ctrl+Shift+Backspace)")
                                      : tr("Send no more students; the lists after this one stay "
                                           "as they are (Ctrl+Shift+Backspace)"));
        setEnabled(true);
        return;
    }
    setText(m_all.words());
    setEnabled(m_all.canStart());
    if (!m_all.canStart())
        setToolTip(m_all.whyNot());
    else
        setToolTip(m_all.atOnce() > 1 ? tr("From top to bottom, several lists at once where they "
                                           "have nothing in common (Ctrl+Shift+Enter)")
                                      : tr("One list after the other, from top to bottom "
                                           "(Ctrl+Shift+Enter)"));
}

void RegisterAllButton::press()
{
    if (m_all.isRunning())
        m_all.stop();
    else
        Q_EMIT startWanted();
}

} // namespace Rollbook
