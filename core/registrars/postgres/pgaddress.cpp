// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/pgaddress.h"

#include "postgres/libpq.h"
#include "postgres/pgfault.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace Rollbook
{

namespace
{

using Handle = std::unique_ptr<PGconn, LibpqFree>;
using Options = std::unique_ptr<PQconninfoOption, LibpqFree>;

Options parse(const std::string &location)
{
    char *complaint = nullptr;
    Options options(libpq().conninfoParse(location.c_str(), &complaint));
    // The complaint quotes the address, in which a password may stand.
    libpq().freemem(complaint);
    if (!options)
        throw PgFault(PgFault::Kind::Address);
    return options;
}

/// Also in the environment and in a service file, over which words that are given later would win.
Options allThatIsSaid(const PgConnectionWords &words)
{
    std::vector<const char *> keywords = words.keywords();
    std::vector<const char *> values = words.values();
    // With this libpq reads all of it, but connects to nothing.
    keywords.insert(keywords.end() - 1, "target_session_attrs");
    values.insert(values.end() - 1, "none");
    const Handle unconnected(libpq().connectStartParams(keywords.data(), values.data(), 0));
    return Options(libpq().conninfo(unconnected.get()));
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
    if (!has("fallback_application_name"))
        m_words.push_back({"fallback_application_name", "rollbook"});
    addWhereUnsaid();
}

bool PgConnectionWords::has(const char *keyword) const
{
    return std::any_of(m_words.cbegin(), m_words.cend(),
        [keyword](const Word &word) { return word.keyword == keyword; });
}

void PgConnectionWords::addWhereUnsaid()
{
    // A server that vanished is noticed within seconds rather than hours.
    const std::initializer_list<Word> vigilance{{"keepalives_idle", "30"},
        {"keepalives_interval", "5"}, {"keepalives_count", "3"}, {"tcp_user_timeout", "15000"}};
    const Options said = allThatIsSaid(*this);
    for (const PQconninfoOption *option = said.get();
         option != nullptr && option->keyword != nullptr; ++option) {
        for (const Word &word : vigilance) {
            if (word.keyword == option->keyword && option->val == nullptr)
                m_words.push_back(word);
        }
    }
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
