// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgaddress.h"

#include "postgres/pgfault.h"

#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace Rollbook
{

namespace
{

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

Options parse(const std::string &location)
{
    char *complaint = nullptr;
    Options options(PQconninfoParse(location.c_str(), &complaint), &PQconninfoFree);
    // The complaint quotes the address, in which a password may stand.
    PQfreemem(complaint);
    if (!options)
        throw PgFault(PgFault::Kind::Address);
    return options;
}

} // namespace

PgConnectionWords::PgConnectionWords(const PgAddress &address)
{
    const Options options = parse(address.location);
    for (const PQconninfoOption *option = options.get(); option->keyword != nullptr; ++option) {
        const std::string_view keyword = option->keyword;
        const bool isReplaced =
            keyword == "client_encoding" || (keyword == "password" && address.password);
        if (option->val != nullptr && !isReplaced)
            m_words.push_back({option->keyword, option->val});
    }
    if (address.password)
        m_words.push_back({"password", *address.password});
    m_words.push_back({"client_encoding", "UTF8"});
    addWhereUnsaid("fallback_application_name", "rollbook");
    // What is given here would win over what a service file says.
    if (has("service") || std::getenv("PGSERVICE") != nullptr)
        return;
    // A server that vanished is noticed within seconds rather than hours.
    addWhereUnsaid("keepalives", "1");
    addWhereUnsaid("keepalives_idle", "30");
    addWhereUnsaid("keepalives_interval", "5");
    addWhereUnsaid("keepalives_count", "3");
    addWhereUnsaid("tcp_user_timeout", "15000");
    if (std::getenv("PGCONNECT_TIMEOUT") == nullptr)
        addWhereUnsaid("connect_timeout", "10");
}

bool PgConnectionWords::has(const char *keyword) const
{
    return std::any_of(m_words.cbegin(), m_words.cend(),
        [keyword](const Word &word) { return word.keyword == keyword; });
}

void PgConnectionWords::addWhereUnsaid(const char *keyword, const char *value)
{
    if (!has(keyword))
        m_words.push_back({keyword, value});
}

std::vector<const char *> PgConnectionWords::keywords() const
{
    std::vector<const char *> all;
    for (const Word &word : m_words)
        all.push_back(word.keyword.c_str());
    all.push_back(nullptr);
    return all;
}

std::vector<const char *> PgConnectionWords::values() const
{
    std::vector<const char *> all;
    for (const Word &word : m_words)
        all.push_back(word.value.c_str());
    all.push_back(nullptr);
    return all;
}

} // namespace Rollbook
