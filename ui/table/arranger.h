// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arrangement.h"
#include "domain/handover.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Rollbook
{

class RosterModel;

/// Has the rows of a RosterModel arranged in a worker. One work at a time: a newer wish cancels the
/// one that goes on and waits for its end, so that the aids it is making are not made twice.
class Arranger : public QObject
{
    Q_OBJECT

public:
    explicit Arranger(QObject *parent = nullptr);
    ~Arranger() override;

    /// Also to be called when the list of the model is another one: forgets all that was made.
    void setModel(RosterModel *model);
    /// What stands in the course column is new.
    void forgetCourses();
    /// What stands in the columns of the list is new.
    void forgetTexts();

    /// Makes what a search needs while nobody waits for it.
    void prepareSearch();
    /// ready() comes for the last wish only.
    void arrange(const ArrangementWish &wish);
    /// No ready() comes for what was wished so far.
    void cancel();
    /// Looking ahead is not meant: it gives way.
    bool isWorking() const { return m_working && !m_looksAhead; }
    /// True from arrange() until ready() or cancel().
    bool isWaitedFor() const { return m_waitedFor; }

    /// The answer, once, when ready() has come.
    Arrangement take() { return std::move(m_arrangement); }

Q_SIGNALS:
    void ready();

private:
    void startWork();
    void start();
    void finish();
    void prepareWhenIdle();
    void lookAheadWhenIdle();
    void abandon();
    ArrangementSource listNow() const;
    ArrangementSource snapshot() const;

    QPointer<RosterModel> m_model;
    ArrangementWish m_wish;
    ArrangementAids m_aids;
    Arrangement m_arrangement;
    QFutureWatcher<Handover<Arrangement>> m_work;
    QTimer m_soon; // until looking ahead
    bool m_working = false;
    bool m_looksAhead = false; // is what is worked at
    bool m_waitedFor = false;
    bool m_preparesSearch = false;
    bool m_isSearched = false; // somebody is about to type
    bool m_abandoned = false;  // the work that goes on, with its aids
    Canceling m_canceling;
    Canceling m_abandoning;
};

} // namespace Rollbook
