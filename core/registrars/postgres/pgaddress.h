// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace Rollbook
{

/// Where a school's server is and who asks.
struct PgAddress {
    /// postgresql://… or key=value words, as libpq takes them: several hosts, services of
    /// pg_service.conf and target_session_attrs too. The environment of libpq (PGHOST …) is
    /// honoured.
    std::string location;
    /// Never part of what is logged or said.
    std::optional<std::string> password = {};
    /// As PQserverVersion() counts: 150000 is 15.0.
    int oldestServer = 120000;
};

/// Each word of libpq with its value, for PQconnectStartParams().
class PgConnectionWords
{
public:
    /// Throws PgFault where libpq does not understand the address.
    explicit PgConnectionWords(const PgAddress &address);

    /// Both end with a null.
    std::vector<const char *> keywords() const;
    std::vector<const char *> values() const;

private:
    bool has(const char *keyword) const;
    void addWhereUnsaid();

    struct Word {
        std::string keyword;
        std::string value;
    };
    std::vector<Word> m_words;
};

} // namespace Rollbook
