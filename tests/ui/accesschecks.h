// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QStringList>

class QWidget;

namespace Rollbook
{

// What has to hold for everyone in any window. Each check walks over all that is visible, and
// answers with a line for each fault.

/// Controls without a name or a role, and those that do different things under one name.
QStringList namelessControls(const QWidget &window);
/// Letters of Alt that two things claim, and labels with a letter that leads nowhere.
QStringList mnemonicFaults(const QWidget &window);
/// Letters that two actions of one menu claim, in it and in the menus below it.
QStringList menuMnemonicFaults(const QWidget &window);
/// What Tab and Shift+Tab do not reach once and in the order of reading. Types into the window,
/// which has to be active.
QStringList tabOrderFaults(QWidget &window);
/// Texts that do not stand out from what lies behind them by 4.5 : 1, disabled ones by 3 : 1.
QStringList contrastFaults(const QWidget &window);
/// Texts that do not fit into what shows them, and widgets that lie over each other.
QStringList cutTexts(const QWidget &window);

/// Of WCAG 2.1: 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace Rollbook
