// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "progressline.h"
#include "registration/runturns.h"
#include "severalruns.h"

#include <QEventLoop>

#include <memory>
#include <optional>
#include <vector>

namespace Rollbook
{

/// The runs of several lists, each from when its turn comes: one after the other, or beside each
/// other where the school can and it changes nothing (RunOrder). What is told of them comes in the
/// order of the lists, whichever ends first.
class RunsInTurn : public QObject
{
    Q_OBJECT

public:
    /// School and lists have to outlive it.
    RunsInTurn(School &school, const QList<ListRun> &lists, ProgressLine::Style progress);

    /// Returns when all have ended.
    void perform();
    /// Cancels the runs that are at work; the lists after them have none.
    void cancel();

Q_SIGNALS:
    /// All before it is told, and its run begins, if it has not begun before.
    void reached(qint32 list);
    /// None: its turn did not come.
    void ended(qint32 list, const std::optional<Rollbook::RegisterStudentsResults> &answer);

private:
    struct Part {
        std::unique_ptr<BulkRegistration> run; // while it is at work
        RunProgress progress;
        std::optional<RegisterStudentsResults> answer;
    };

    void beginNext();
    void begin(qint32 number);
    void takeProgress(qint32 number, const RunProgress &progress);
    void takeEnd(qint32 number, const RegisterStudentsResults &answer);
    RunProgress progressOfAll() const;
    void tell();
    Part &part(qint32 number) { return m_parts[static_cast<std::size_t>(number)]; }

    School &m_school;
    const QList<ListRun> &m_lists;
    ProgressLine::Style m_style;
    ProgressLine m_progress;
    std::vector<Part> m_parts;
    RunTurns m_turns;
    qint32 m_told = 0;        // how many lists have been told of
    bool m_isReached = false; // the next of them
    bool m_isCancelled = false;
    QEventLoop m_loop;
};

} // namespace Rollbook
