// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUtf8StringView>

#include <string>

namespace Rollbook
{

/// An e-mail address as addresses are compared: without regard to case.
std::string emailKey(QUtf8StringView email);

} // namespace Rollbook
