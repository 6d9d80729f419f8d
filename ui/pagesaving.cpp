// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list's page writes into files: the report of a run, and the list as it was corrected.

#include "listpage.h"

#include "classlist.h"
#include "savedialog.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView CorrectedFolderKey("correctedFolder");

} // namespace

void ListPage::makeReport()
{
    using State = ClassList::State;
    const bool ended = m_list.state() == State::Finished || m_list.state() == State::Earlier;
    if (!ended || m_list.results().run.kind == RunKind::Undo)
        return;
    QFileDialog *dialog = saveDialog(this, tr("Make report"), ReportFolderKey, reportFormats());
    const Run &run = m_list.results().run;
    dialog->selectFile(
        asFileName(QStringLiteral("%1 - %2 - %3.csv")
                       .arg(QFileInfo(m_list.name()).completeBaseName(), run.courseName,
                           run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")))));
    connect(dialog, &QFileDialog::fileSelected, &m_list, &ClassList::saveReport);
    dialog->open();
}

void ListPage::saveCorrected()
{
    if (m_list.isOfHistory() || m_list.roster().size() == 0)
        return;
    QList<SaveFormat> formats{{tr("Class list (*.csv)"), QStringLiteral("csv")},
        {tr("Excel workbook (*.xlsx)"), QStringLiteral("xlsx")}};
    if (m_list.roster().source.kind == RosterSource::Kind::Workbook)
        std::reverse(formats.begin(), formats.end());
    QFileDialog *dialog = saveDialog(this, tr("Save corrected list"), CorrectedFolderKey, formats);
    dialog->selectFile(
        asFileName(tr("%1 (corrected)").arg(QFileInfo(m_list.name()).completeBaseName()) + u'.'
            + formats.first().suffix));
    connect(dialog, &QFileDialog::fileSelected, &m_list, &ClassList::saveCorrected);
    dialog->open();
}

} // namespace Rollbook
