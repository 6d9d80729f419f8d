// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Rollbook
{

/// Everything said from now on is in the language of the person, with its plural forms; in English
/// where there is no translation. Needs the application object.
void useLanguageOfPerson();

} // namespace Rollbook
