// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/sha256.h"
#include "postgres/pgconnection.h"

#include <openssl/crypto.h>

#include <cstdio>

using namespace Rollbook;

// Connects to an address, or digests something without one, and ends; says so when OpenSSL tidies
// up meanwhile.
int main(int argc, char *argv[])
{
    if (argc == 2)
        const PgConnection connection(PgAddress{argv[1]});
    else
        Sha256().add("something");
    OPENSSL_atexit([] { std::puts("OpenSSL tidies up"); });
    return 0;
}
