// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcells.h"

namespace Rollbook
{

QByteArray isoTime(qint64 msSinceEpoch)
{
    if (msSinceEpoch == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

ReportCells reportCells(
    const RegisterStudentsResults &results, const StudentRegistrationResult &result)
{
    const auto field = [&](StudentField name) {
        const QUtf8StringView text = results.students.field(result.row, name);
        return QByteArray(text.data(), text.size());
    };
    const StudentRegistration *held = result.registration();
    return {QByteArray::number(result.row + 1), field(StudentField::StudentId),
        field(StudentField::GivenName), field(StudentField::FamilyName), field(StudentField::Email),
        results.courses.courseOf(result.row).code.toUtf8(), statusWord(result.status()).toLatin1(),
        explain(result).toUtf8(), held ? isoTime(held->registeredAtMs) : QByteArray(),
        QByteArray::number(result.attempts), QByteArray::number(result.durationMs)};
}

QByteArray neutralised(QByteArray cell)
{
    if (!cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    return cell;
}

} // namespace Rollbook
