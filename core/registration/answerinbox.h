// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/registrar.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Rollbook
{

/// Learns which batches have their answer, from whatever thread the registrar gives it. The run
/// thread is woken once for all that came since it looked: a QFutureWatcher for each of them takes
/// several events, more than a row that is sent alone may cost. Lives in the run thread.
class AnswerInbox : public QObject
{
    Q_OBJECT

public:
    AnswerInbox();
    /// What ends later is not heard of.
    ~AnswerInbox() override;

    /// Notes the number once the future has ended, in whatever way. Takes the one continuation that
    /// a QFuture can have.
    void expect(quint64 number, QFuture<RegistrationResults> future);
    /// The numbers of those that have ended since, in that order.
    std::vector<quint64> take();

Q_SIGNALS:
    /// There is something to take.
    void arrived();

private:
    struct Box;
    class Ticket;

    std::shared_ptr<Box> m_box;
};

} // namespace Rollbook
