// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Rollbook
{

/// The languages that documents can be written in, as BCP 47 has them: "en", "de", …
QStringList documentLanguages();

/// From now on tr() says the words of a document in the language of its letterhead, in the thread
/// that writes it and only while it does. To be called after the program's own translators are
/// installed, again when others are; on the main thread, with the application object there.
void letDocumentsHaveTheirLanguage();

} // namespace Rollbook
