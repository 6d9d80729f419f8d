// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace Rollbook
{

class RegisterAll;

/// Registers all lists, and stops that. Says how many it is about; when it cannot be pressed, its
/// tooltip says why.
class RegisterAllButton : public QPushButton
{
    Q_OBJECT

public:
    explicit RegisterAllButton(RegisterAll &all, QWidget *parent = nullptr);

Q_SIGNALS:
    void startWanted();

private:
    void refresh();
    void press();

    RegisterAll &m_all;
};

} // namespace Rollbook
