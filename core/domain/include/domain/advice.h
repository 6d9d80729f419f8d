// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/registration.h"

#include <QString>

namespace Rollbook
{

/// The rule that decided, in a whole sentence for people: "The course asks for GO0 to be passed
/// first, and the school has no record of that." Empty where no rule of the school decided.
QString ruleBehind(const RegistrationError &error);

/// What a person can do about it, in whole sentences. Never empty.
QString whatToDo(const RegistrationError &error);

/// True when trying again helps only after somebody has put something right outside of Rollbook.
bool isPutRightFirst(ReasonCode code);

/// True when what is wrong may be a slip in the class list itself.
bool isMendedInTheList(ReasonCode code);

} // namespace Rollbook
