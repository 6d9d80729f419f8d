// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/report.h"

#include "csvreport.h"
#include "htmlreport.h"
#include "jsonreport.h"
#include "pdfreport.h"
#include "xlsxreport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Rollbook
{

namespace
{

using Writer = bool (*)(const QList<RegisterStudentsResults> &, QIODevice &);

struct Format {
    QString ending;
    Writer write;
};

const QList<Format> &formats()
{
    static const QList<Format> all{{QStringLiteral(".csv"), &writeCsvReport},
        {QStringLiteral(".xlsx"), &writeXlsxReport}, {QStringLiteral(".pdf"), &writePdfReport},
        {QStringLiteral(".html"), &writeHtmlReport}, {QStringLiteral(".json"), &writeJsonReport}};
    return all;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Report)
};

} // namespace

QStringList reportEndings()
{
    QStringList endings;
    for (const Format &format : formats())
        endings += format.ending;
    return endings;
}

Expected<void> writeReport(const RegisterStudentsResults &results, const QString &path)
{
    return writeReport(QList{results}, path);
}

Expected<void> writeReport(const QList<RegisterStudentsResults> &runs, const QString &path)
{
    Writer write = nullptr;
    for (const Format &format : formats()) {
        if (path.endsWith(format.ending, Qt::CaseInsensitive))
            write = format.write;
    }
    const QString shownPath = QDir::toNativeSeparators(path);
    if (!write) {
        return fail(ErrorCode::Usage,
            Text::tr("“%1” names no kind of report. The name must end in %2.")
                .arg(shownPath, reportEndings().join(QStringLiteral(", "))));
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && write(runs, file) && file.commit())
        return {};
    // Qt does not explain when a disk takes only a part of what is written.
    const QString why = file.errorString() == QIODevice::tr("Unknown error")
        ? Text::tr("no space is left there")
        : file.errorString();
    return fail(ErrorCode::WriteFailed,
        Text::tr("The report “%1” could not be written (%2). Choose another folder, or make room; "
                 "a file "
                 "that was there before is unchanged.")
            .arg(shownPath, why));
}

} // namespace Rollbook
