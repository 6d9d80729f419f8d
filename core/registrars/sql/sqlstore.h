// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "sql/sqldatabase.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace Rollbook
{

/// The sign that a program works on a run: nobody can give it twice, and it is gone the moment the
/// program is, even when it was killed.
class RunClaim
{
public:
    virtual ~RunClaim() = default;

protected:
    RunClaim() = default;
    Q_DISABLE_COPY_MOVE(RunClaim)
};

/// Where the tables of a school are. May be used from any thread.
class SqlStore
{
public:
    virtual ~SqlStore() = default;

    using Change = std::function<Expected<void>(SqlDatabase &database)>;
    /// Asked again and again while a change waits for its turn; false: it is StoreBusy at once.
    using Patience = std::function<bool()>;

    /// Makes a change durably, or not at all: when the change answers with an error or throws, and
    /// when it cannot be committed. Nothing that it looks at is changed by others meanwhile.
    /// Exceptions become errors.
    virtual Expected<void> change(const Change &make, const Patience &patience = {}) = 0;

    /// A change to nothing but the run of that id, its outcomes and the audit trail: others may
    /// register meanwhile where the store lets several write at once, but nobody for this run.
    virtual Expected<void> changeOfRun(
        const QString &id, const Change &make, const Patience &patience = {});

    /// What a question to the database answers, all of it read at one moment. Exceptions become
    /// errors.
    template <typename Question>
    auto read(Question question) const -> Expected<std::invoke_result_t<Question, SqlDatabase &>>
    {
        std::optional<std::invoke_result_t<Question, SqlDatabase &>> answer;
        const auto asked =
            readAll([&](SqlDatabase &database) { answer.emplace(question(database)); });
        if (!asked)
            return tl::unexpected(asked.error());
        return std::move(*answer);
    }

    /// None while another program, or this one, has the claim of that run. StoreUnavailable and so
    /// on where that cannot be known.
    virtual Expected<std::unique_ptr<RunClaim>> claim(
        const QString &runId, const Patience &patience = {}) = 0;
    /// Whether anyone has it now.
    virtual bool isClaimed(const QString &runId) const = 0;

    /// Whether one that cannot be reached comes back by itself sooner or later, as a server does
    /// that is started again, so that what has to be written yet can wait for it.
    virtual bool comesBack() const { return false; }

    /// Stays the same while all that was written in changes is in the tables and nobody else wrote
    /// to them.
    struct Disturbance {
        qint64 others = 0; ///< grows with what others commit
        qint64 failed = 0; ///< how many changes were not made

        friend bool operator==(const Disturbance &, const Disturbance &) = default;
    };
    /// Only in a change. None where a store can't tell.
    virtual std::optional<Disturbance> disturbance(SqlDatabase &database) const = 0;

protected:
    SqlStore() = default;
    Q_DISABLE_COPY_MOVE(SqlStore)

    virtual Expected<void> readAll(
        const std::function<void(SqlDatabase &database)> &question) const = 0;
};

inline Expected<void> SqlStore::changeOfRun(
    const QString & /*id*/, const Change &make, const Patience &patience)
{
    return change(make, patience);
}

} // namespace Rollbook
