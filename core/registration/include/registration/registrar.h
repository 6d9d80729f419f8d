// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QFuture>
#include <QList>

namespace Rollbook
{

/// Some rows of a roster on their way to a registrar. Cheap to copy: everything is shared.
struct RegistrationBatch {
    Run run;
    StudentList students;     ///< the whole roster
    CourseAssignment courses; ///< of the whole roster
    QList<qint32> rows;       ///< which rows, ascending
    qint16 attempt = 1;       ///< how often these rows were sent, this time included
    int round = 0;            ///< grows whenever sending begins again, see Order
};

using RegistrationResults = QList<StudentRegistrationResult>;

/// What a registrar needs to know from the one who feeds it.
struct RegistrarCapabilities {
    enum class Order : quint8 {
        Any, ///< rows do not influence each other
        /// Decides in the order in which registerBatch() was called, however many wait, wherever
        /// that can make a difference (see CourseParts). Behind a row with a fault that may pass it
        /// decides no more of the run's round that could differ, but answers with that fault
        /// (OrderFence): those rows are sent again in order, in a later round.
        Arrival,
        OneAtATime, ///< order matters and it does not queue: next batch after this one's answer
    };

    int batchSize = 1;       ///< rows a batch that suit it best
    int batchesInFlight = 1; ///< how many unanswered batches it takes
    Order order = Order::Any;
    bool canWaitlist = false;
    bool canPlan = false;
    bool canUndo = false;
    bool journalsResults = false; ///< writes its results into the run journal itself, durably
    /// How many runs go on beside each other without one waiting for the other, where RunOrder
    /// says that they may. Order is kept within each of them only.
    int runsAtOnce = 1;
};

/// Something that registers students: a database, a web service.
///
/// Asynchronous: a call returns at once. Both calls may come from any thread, but from one at a
/// time for one run. Each future ends with exactly one result for each row of the batch, in the
/// order of RegistrationBatch::rows; a future that ends otherwise (an exception, cancelled, rows
/// missing) makes the missing rows `failed`. A result is handed over only once the store has
/// committed it. A future that is cancelled has nobody who takes its answer: what is not written
/// yet is better left, as if it had met a fault that may pass. Registering the same row of the same
/// run again gives the registration that it had.
class Registrar
{
public:
    virtual ~Registrar() = default;

    virtual RegistrarCapabilities capabilities() const = 0;
    virtual QFuture<RegistrationResults> registerBatch(const RegistrationBatch &batch) = 0;

    /// What registerBatch() would answer for these rows in this order, changing nothing.
    /// `Registered` then means "will be". Cancelling the future stops the work. Only with canPlan;
    /// otherwise the future ends cancelled.
    virtual QFuture<RegistrationResults> plan(const RegistrationBatch &batch);

protected:
    Registrar() = default;
    Q_DISABLE_COPY_MOVE(Registrar)
};

} // namespace Rollbook
