// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportwords.h"

#include "reporttext.h"

namespace Rollbook
{

namespace
{

QString localTime(const QDateTime &time, const QLocale &locale)
{
    return locale.toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString endOf(const Run &run)
{
    switch (run.state) {
    case RunState::Running:
        return ReportText::tr("has not ended");
    case RunState::Finished:
        return ReportText::tr("finished");
    case RunState::Cancelled:
        return ReportText::tr("stopped by a person");
    case RunState::Stopped:
        return ReportText::tr("could not go on");
    }
    return {};
}

} // namespace

QString reportColumnTitle(std::size_t column)
{
    switch (column) {
    case 0:
        return ReportText::tr("Row");
    case 1:
        return ReportText::tr("Student ID");
    case 2:
        return ReportText::tr("Given name");
    case 3:
        return ReportText::tr("Family name");
    case 4:
        return ReportText::tr("E-mail");
    case 5:
        return ReportText::tr("Course");
    case 6:
        return ReportText::tr("State");
    case 7:
        return ReportText::tr("What happened");
    case 8:
        return ReportText::tr("Registered at");
    case 9:
        return ReportText::tr("Attempts");
    case 10:
        return ReportText::tr("Milliseconds");
    default:
        return {};
    }
}

QList<std::pair<QString, QString>> runFacts(const Run &run, const QLocale &locale)
{
    QList<std::pair<QString, QString>> facts{
        {ReportText::tr("School"), run.registrarName},
        {ReportText::tr("Class list"), run.rosterName},
        {ReportText::tr("Course"), run.courseName},
        {ReportText::tr("Registered by"), run.startedBy},
        {ReportText::tr("Begun"), localTime(run.startedAt, locale)},
    };
    if (run.endedAt.isValid())
        facts += {ReportText::tr("Ended"), localTime(run.endedAt, locale)};
    facts += {ReportText::tr("How it ended"), endOf(run)};
    facts += {ReportText::tr("Run"), run.id};
    facts.removeIf([](const auto &fact) { return fact.second.isEmpty(); });
    return facts;
}

QString reportTitle(const QList<RegisterStudentsResults> &runs)
{
    return runs.size() == 1
        ? runs.first().run.courseName
        : ReportText::tr("%n class list(s)", nullptr, static_cast<int>(runs.size()));
}

StatusCounts countsOfAll(const QList<RegisterStudentsResults> &runs)
{
    StatusCounts all;
    for (const RegisterStudentsResults &run : runs) {
        for (int i = 0; i < RegistrationStatusCount; ++i) {
            const auto status = static_cast<RegistrationStatus>(i);
            all.add(status, run.run.counts[status]);
        }
    }
    return all;
}

QList<RegisterStudentsResults> inDocumentWords(QList<RegisterStudentsResults> runs)
{
    for (RegisterStudentsResults &run : runs) {
        if (run.courses.courses().size() > 1)
            run.run.courseName = run.courses.displayName();
    }
    return runs;
}

QString languageOfWords(const Letterhead &letterhead)
{
    const QLocale words(ReportText::tr("en", "the language of these words, as BCP 47 has it"));
    const QLocale wished(letterhead.language);
    const bool isAsWished = !letterhead.language.isEmpty() && wished.language() == words.language();
    return (isAsWished ? wished : words).bcp47Name();
}

QString aboutRun(const Run &run)
{
    QStringList parts{run.registrarName, run.courseName, run.rosterName};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QList<std::pair<RegistrationStatus, int>> statusFigures(const Run &run)
{
    QList<std::pair<RegistrationStatus, int>> figures;
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        const int count = run.counts[status];
        if (count > 0 || status == RegistrationStatus::Registered)
            figures += {status, count};
    }
    return figures;
}

} // namespace Rollbook
