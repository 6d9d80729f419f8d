// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/servercheck.h"

namespace Rollbook
{

/// Whether a school can be opened there by that user.
bool canOpen(const ServerFacts &facts);
/// What somebody would change in the address where it is not.
ServerPart partToChange(const ServerFacts &facts);

/// What the user may do there, or who can help, in a sentence or two.
QString serverSentence(const ServerFacts &facts);

} // namespace Rollbook
