// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/audittrail.h"

#include <QCoreApplication>

#include <array>

namespace Rollbook
{

namespace
{

struct TrailText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::AuditTrail)
};

constexpr std::array<const char *, static_cast<std::size_t>(AuditAction::Unknown) + 1> ActionWords{
    "trail_begun", "run_begun", "run_continued", "rows_retried", "run_ended", "run_sealed",
    "run_undone", "promoted", "withdrawn", "courses_saved", "course_removed", "students_saved",
    "student_removed", "letterhead_saved", "unknown"};

QString moment(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODate);
}

QString aboutRun(const QString &run)
{
    return run.isEmpty() ? QString()
                         : QLatin1Char(' ') + TrailText::tr("It is about the run “%1”.").arg(run);
}

} // namespace

QString auditActionWord(AuditAction action)
{
    return QString::fromLatin1(ActionWords[static_cast<std::size_t>(action)]);
}

AuditAction auditActionFromWord(QStringView word)
{
    for (std::size_t i = 0; i < ActionWords.size(); ++i) {
        if (word == QLatin1StringView(ActionWords[i]))
            return static_cast<AuditAction>(i);
    }
    return AuditAction::Unknown;
}

QString explain(const AuditBreak &broken)
{
    switch (broken.kind) {
    case AuditBreak::Kind::Changed:
        return TrailText::tr("Entry %1 of %2, or the one before it, is not as it was written.")
                   .arg(broken.number)
                   .arg(moment(broken.at))
            + aboutRun(broken.run);
    case AuditBreak::Kind::Missing:
        return TrailText::tr("%n entry(ies) before entry %1 of %2 are missing.", nullptr,
            static_cast<int>(broken.missing))
            .arg(broken.number)
            .arg(moment(broken.at));
    case AuditBreak::Kind::CutOff:
        break;
    }
    if (!broken.at.isValid())
        return TrailText::tr("All entries are missing.");
    return TrailText::tr(
        "The last %n entry(ies) are missing: from entry %1 on, all that came after %2.", nullptr,
        static_cast<int>(broken.missing))
        .arg(broken.number)
        .arg(moment(broken.at));
}

QString explain(const ChangedRun &changed)
{
    switch (changed.kind) {
    case ChangedRun::Kind::OutcomesChanged:
        return TrailText::tr("The run “%1” is not recorded any more as it was on %2 (entry %3).")
            .arg(changed.run, moment(changed.at))
            .arg(changed.entry);
    case ChangedRun::Kind::Gone:
        return TrailText::tr(
            "The run “%1” is missing in the history; on %2 it was there (entry %3).")
            .arg(changed.run, moment(changed.at))
            .arg(changed.entry);
    case ChangedRun::Kind::NotInTrail:
        break;
    }
    return TrailText::tr("The run “%1” stands in the history, but no entry tells of it.")
        .arg(changed.run);
}

} // namespace Rollbook
