// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowdetails.h"

#include "classlist.h"
#include "fieldnames.h"

#include "domain/advice.h"

#include <QCoreApplication>
#include <QLocale>

namespace Rollbook
{

namespace
{

struct DetailsText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::RowDetails)
};

QString asSentence(const QString &words)
{
    if (words.isEmpty())
        return {};
    const QString sentence = words.front().toUpper() + words.mid(1);
    return sentence.endsWith(u'.') || sentence.endsWith(u'!') ? sentence : sentence + u'.';
}

QString withCapital(const QString &word)
{
    return word.isEmpty() ? QString() : word.front().toUpper() + word.mid(1);
}

bool isOutcome(RowState state)
{
    return state >= RowState::Registered && state <= RowState::NotAttempted;
}

QString sinceWhen(const StudentRegistration &held)
{
    if (held.registeredAtMs == 0)
        return {};
    const QString when = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(held.registeredAtMs), QLocale::ShortFormat);
    return held.waiting ? DetailsText::tr("On the waiting list since %1.").arg(when)
                        : DetailsText::tr("Has the seat since %1.").arg(when);
}

QString timesSent(const StudentRegistrationResult &result)
{
    if (result.attempts == 0)
        return DetailsText::tr("Was not sent to the school.");
    return DetailsText::tr("Sent %n time(s); the answer took %1.", nullptr, result.attempts)
        .arg(durationForPeople(result.durationMs));
}

// The outcome that counts, and where the row was corrected since, the one before.
QStringList attemptsOf(const ClassList &list, qint32 row)
{
    const auto &before = list.results().results;
    if (list.isChanged(row) && row < before.size()) {
        const StudentRegistrationResult &result = before.at(row);
        return {DetailsText::tr("Changed since it was sent. Before: %1.").arg(explain(result)),
            timesSent(result)};
    }
    const RowState state = list.model()->rowState(row);
    const auto result = list.model()->result(row);
    if (!result || !isOutcome(state)) {
        return {state == RowState::Waiting ? DetailsText::tr("Waits for the answer of the school.")
                                           : DetailsText::tr("Not sent to the school yet.")};
    }
    QStringList attempts{timesSent(*result)};
    if (const StudentRegistration *held = result->registration()) {
        const QString since = sinceWhen(*held);
        if (!since.isEmpty())
            attempts += since;
    }
    return attempts;
}

QString adviceFor(RowState state)
{
    switch (state) {
    case RowState::Problem:
        return DetailsText::tr("Correct the marked cell, or leave the row out.");
    case RowState::Waitlisted:
        return DetailsText::tr(
            "Nothing now. When a seat becomes free, the student can be moved up.");
    default:
        return {};
    }
}

QList<std::pair<QString, QString>> fieldsOf(const Roster &roster, qint32 row)
{
    QList<std::pair<QString, QString>> fields;
    const StudentList &students = roster.students;
    QList<int> columns;
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        columns += students.column(field);
        if (students.hasField(field))
            fields += {withCapital(fieldName(field)), students.text(row, field)};
    }
    for (int column = 0; column < students.table().columnCount(); ++column) {
        if (columns.contains(column))
            continue;
        const QString header = roster.headers.value(column).trimmed();
        const QString text = students.table().text(row, column).toString().trimmed();
        if (!text.isEmpty())
            fields +=
                {header.isEmpty() ? DetailsText::tr("Column %1").arg(column + 1) : header, text};
    }
    return fields;
}

} // namespace

QString durationForPeople(qint32 milliseconds)
{
    constexpr qint32 second = 1000;
    if (milliseconds < second)
        return DetailsText::tr("less than a second");
    return DetailsText::tr("%1 seconds").arg(QLocale().toString(milliseconds / 1000.0, 'f', 1));
}

RowDetails detailsOf(const ClassList &list, qint32 row)
{
    const RosterModel &model = *list.model();
    const Roster &roster = model.roster();
    RowDetails details;
    details.name = roster.students.displayName(row);
    details.place = DetailsText::tr("Row %1 of %2")
                        .arg(QLocale().toString(row + 1), QLocale().toString(roster.size()));
    details.state = model.rowState(row);
    details.reason = asSentence(model.index(row, RosterModel::ReasonColumn).data().toString());
    const auto result = model.result(row);
    if (const RegistrationError *error = result ? result->error() : nullptr) {
        details.rule = ruleBehind(*error);
        details.advice = whatToDo(*error);
    } else {
        details.advice = adviceFor(details.state);
    }
    details.attempts = attemptsOf(list, row);
    details.fields = fieldsOf(roster, row);
    return details;
}

} // namespace Rollbook
