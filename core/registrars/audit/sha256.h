// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace Rollbook
{

/// A SHA-256 that grows. By OpenSSL, which uses the processor's own instructions:
/// QCryptographicHash takes some ten times as long, and each outcome of a run goes through it while
/// it is written.
class Sha256
{
public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 lower-case digits; nothing can be added afterwards.
    QString hex();

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace Rollbook
