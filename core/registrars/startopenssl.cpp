// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startopenssl.h"

#include <openssl/crypto.h>

#include <new>

namespace Rollbook
{

void startOpenSsl()
{
    static const bool isStarted = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;
    if (!isStarted)
        throw std::bad_alloc(); // there is no other way in which it fails
}

} // namespace Rollbook
