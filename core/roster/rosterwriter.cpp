// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"

#include "correctedcells.h"
#include "delimitedwriter.h"
#include "rostertext.h"
#include "workbook/workbookwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Rollbook
{

namespace
{

// Links and ".." lead to the same file, too.
bool isSameFile(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    const QFileInfo oneFile(one);
    const QFileInfo otherFile(other);
    return oneFile.absoluteFilePath() == otherFile.absoluteFilePath()
        || (oneFile.exists() && oneFile.canonicalFilePath() == otherFile.canonicalFilePath());
}

char delimiterOf(const RosterSource &source)
{
    return source.kind == RosterSource::Kind::Text ? source.delimiter : ',';
}

} // namespace

Expected<void> writeRoster(const Roster &roster, const QSet<qint32> &leftOut, const QString &path)
{
    const QString shownPath = QDir::toNativeSeparators(path);
    if (isSameFile(path, roster.path)) {
        return fail(ErrorCode::Usage,
            Text::tr("“%1” is the list that was opened; it stays as it is. Choose another name for "
                     "the corrected one.")
                .arg(shownPath));
    }
    const CorrectedCells cells(roster, leftOut);
    Expected<QByteArray> workbook;
    const bool isWorkbook = path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive);
    if (isWorkbook) {
        workbook = workbookOf(cells, roster.source.sheet);
        if (!workbook)
            return tl::unexpected(workbook.error());
    }
    const auto write = [&](QSaveFile &file) {
        return isWorkbook ? file.write(*workbook) == workbook->size()
                          : writeDelimited(cells, delimiterOf(roster.source), file);
    };
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && write(file) && file.commit())
        return {};
    // Qt does not explain when a disk takes only a part of what is written.
    const QString why = file.errorString() == QIODevice::tr("Unknown error")
        ? Text::tr("no space is left there")
        : file.errorString();
    return fail(ErrorCode::WriteFailed,
        Text::tr("The corrected list “%1” could not be written (%2). Choose another folder, or "
                 "make room; a file that was there before is unchanged.")
            .arg(shownPath, why));
}

} // namespace Rollbook
