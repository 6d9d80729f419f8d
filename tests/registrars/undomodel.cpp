// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undomodel.h"

#include <algorithm>

namespace Rollbook
{

int UndoModel::placeOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting.at(i).id == id)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

int UndoModel::freeSeat() const
{
    for (int number = 1;; ++number) {
        if (std::none_of(m_seats.cbegin(), m_seats.cend(),
                [number](const Seat &seat) { return seat.number == number; }))
            return number;
    }
}

const UndoModel::Giver *UndoModel::giverOf(const QString &id) const
{
    if (const auto seat = m_seats.constFind(id); seat != m_seats.cend())
        return &seat->giver;
    const int place = placeOf(id);
    return place > 0 ? &m_waiting.at(place - 1).giver : nullptr;
}

QStringList UndoModel::registerAll(const QString &run, const QStringList &ids, WhenFull whenFull)
{
    QStringList outcomes;
    PastRun past;
    for (int i = 0; i < ids.size(); ++i) {
        Row row{ids.at(i)};
        outcomes += registerOne({run, i}, row, whenFull);
        past.rows += row;
    }
    m_runs.insert(run, past);
    return outcomes;
}

QString UndoModel::registerOne(const Giver &giver, Row &row, WhenFull whenFull)
{
    if (const Giver *before = giverOf(row.id)) {
        if (before->run == giver.run)
            return QStringLiteral("rejected duplicate_row: %1").arg(before->row + 1);
        const int place = placeOf(row.id);
        return place > 0
            ? QStringLiteral("already_registered waiting %1").arg(place)
            : QStringLiteral("already_registered %1").arg(m_seats.value(row.id).number);
    }
    if (m_seats.size() < capacity) {
        row.gaveSeat = true;
        const int number = freeSeat();
        m_seats.insert(row.id, {number, giver});
        return QStringLiteral("registered %1").arg(number);
    }
    if (whenFull == WhenFull::Waitlist && m_waiting.size() < waitlistCapacity) {
        row.gavePlace = true;
        m_waiting += Waiting{row.id, giver};
        return QStringLiteral("waitlisted %1").arg(m_waiting.size());
    }
    return QStringLiteral("rejected course_full");
}

QString UndoModel::decideUndo(const Giver &giver, const Row &row) const
{
    if (!row.gaveSeat && !row.gavePlace)
        return QStringLiteral("nothing_to_undo");
    const Giver *now = giverOf(row.id);
    if (!now)
        return QStringLiteral("left_as_it_is withdrew_since");
    if (!(*now == giver))
        return QStringLiteral("left_as_it_is registered_anew");
    return row.gavePlace && placeOf(row.id) == 0 ? QStringLiteral("left_as_it_is moved_up_since")
                                                 : QStringLiteral("withdrawn");
}

QString UndoModel::undo(const QString &run)
{
    PastRun &past = m_runs[run];
    past.undone = true;
    QStringList outcomes;
    QStringList out;
    for (int i = 0; i < past.rows.size(); ++i) {
        const QString outcome = decideUndo({run, i}, past.rows.at(i));
        outcomes += past.rows.at(i).id + u' ' + outcome;
        if (outcome == QStringLiteral("withdrawn"))
            out += past.rows.at(i).id;
    }
    for (const QString &id : std::as_const(out))
        withdraw(id);
    return outcomes.join(QStringLiteral(", "));
}

QString UndoModel::promote(std::optional<int> count)
{
    QStringList moved;
    while (!m_waiting.isEmpty() && m_seats.size() < capacity && (!count || moved.size() < *count)) {
        const Waiting first = m_waiting.takeFirst();
        const int number = freeSeat();
        m_seats.insert(first.id, {number, first.giver});
        moved += QStringLiteral("%1 seat %2").arg(first.id).arg(number);
    }
    return moved.join(QStringLiteral(", "));
}

bool UndoModel::withdraw(const QString &id)
{
    const int place = placeOf(id);
    if (place > 0)
        m_waiting.removeAt(place - 1);
    return m_seats.remove(id) > 0 || place > 0;
}

QString UndoModel::held() const
{
    QMap<QString, QString> texts;
    for (auto seat = m_seats.cbegin(); seat != m_seats.cend(); ++seat)
        texts.insert(seat.key(), QStringLiteral("%1 seat %2").arg(seat.key()).arg(seat->number));
    for (const Waiting &waiting : m_waiting) {
        texts.insert(
            waiting.id, QStringLiteral("%1 place %2").arg(waiting.id).arg(placeOf(waiting.id)));
    }
    return texts.values().join(QStringLiteral(", "));
}

QString UndoModel::counts() const
{
    return QStringLiteral("%1 taken, %2 waiting").arg(m_seats.size()).arg(m_waiting.size());
}

} // namespace Rollbook
