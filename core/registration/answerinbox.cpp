// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerinbox.h"

#include "domain/handover.h"

#include <mutex>
#include <utility>

namespace Rollbook
{

struct AnswerInbox::Box {
    std::mutex mutex;
    AnswerInbox *inbox = nullptr; // until that is destroyed
    std::vector<quint64> numbers;
};

// Belongs to the continuation of a future, and so goes when that has ended: answered, with an
// exception, cancelled or given up by its registrar.
class AnswerInbox::Ticket
{
public:
    Ticket(std::shared_ptr<Box> box, quint64 number)
        : m_box(std::move(box))
        , m_number(number)
    {
    }
    ~Ticket()
    {
        const std::lock_guard lock(m_box->mutex);
        if (!m_box->inbox)
            return;
        m_box->numbers.push_back(m_number);
        if (m_box->numbers.size() == 1)
            QMetaObject::invokeMethod(m_box->inbox, &AnswerInbox::arrived, Qt::QueuedConnection);
    }
    Q_DISABLE_COPY_MOVE(Ticket)

private:
    std::shared_ptr<Box> m_box;
    quint64 m_number;
};

AnswerInbox::AnswerInbox()
    : m_box(std::make_shared<Box>())
{
    m_box->inbox = this;
}

AnswerInbox::~AnswerInbox()
{
    const std::lock_guard lock(m_box->mutex);
    m_box->inbox = nullptr;
}

void AnswerInbox::expect(quint64 number, QFuture<RegistrationResults> future)
{
    auto ticket = std::make_shared<Ticket>(m_box, number);
    const GuardedByQt guarded;
    future.then(QtFuture::Launch::Sync,
        [ticket = std::move(ticket)](const QFuture<RegistrationResults> & /*ended*/) {});
}

std::vector<quint64> AnswerInbox::take()
{
    const std::lock_guard lock(m_box->mutex);
    return std::exchange(m_box->numbers, {});
}

} // namespace Rollbook
