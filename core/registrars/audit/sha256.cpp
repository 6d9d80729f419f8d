// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/sha256.h"

#include "startopenssl.h"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace Rollbook
{

Sha256::Sha256()
{
    startOpenSsl();
    m_context.reset(EVP_MD_CTX_new());
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc(); // there is no other way in which it fails
}

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

QString Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), digest.data(), &size);
    const auto bytes = QByteArray::fromRawData(
        reinterpret_cast<const char *>(digest.data()), static_cast<int>(size));
    return QString::fromLatin1(bytes.toHex());
}

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

} // namespace Rollbook
