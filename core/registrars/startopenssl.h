// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Rollbook
{

/// Starts OpenSSL, which libpq and Sha256 use, so that it does not tidy up when the program ends
/// (OPENSSL_INIT_NO_ATEXIT of OPENSSL_init_crypto(3)). It would do that beside threads that are
/// just ending, and now and then both free the same. Before its first use; any thread, any number
/// of times.
void startOpenSsl();

} // namespace Rollbook
