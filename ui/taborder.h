// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace Rollbook
{

/// Tab goes through what lies in this widget as it lies there, whatever was made first. To be
/// called once the widget is laid out and part of its window.
void tabInOrderOfLayout(QWidget &widget);

} // namespace Rollbook
