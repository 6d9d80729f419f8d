// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list's page writes into files: the report of a run, and the list as it was corrected.

#include "listpage.h"

#include "classlist.h"
#include "report/printpreview.h"
#include "report/reportbar.h"
#include "report/reportdialog.h"
#include "rostertable.h"
#include "savedialog.h"
#include "table/rosterproxymodel.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView CorrectedFolderKey("correctedFolder");

} // namespace

bool ListPage::canReport() const
{
    using State = ClassList::State;
    const bool ended = m_list.state() == State::Finished || m_list.state() == State::Earlier;
    return ended && m_list.results().run.kind != RunKind::Undo;
}

ReportSubject ListPage::reportSubject() const
{
    const Run &run = m_list.results().run;
    ReportSubject subject;
    subject.runs = {m_list.results()};
    subject.name = QStringLiteral("%1 - %2 - %3")
                       .arg(QFileInfo(m_list.name()).completeBaseName(), run.courseName,
                           run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")));
    subject.selected = m_table->selectedRows();
    const RosterProxyModel *proxy = m_table->proxy();
    if (proxy->rowCount() < m_list.model()->rowCount()) {
        subject.shown.emplace();
        for (int row = 0; row < proxy->rowCount(); ++row)
            subject.shown->append(proxy->mapToSource(proxy->index(row, 0)).row());
    }
    return subject;
}

void ListPage::makeReport()
{
    if (!canReport() || m_reportBar->isMaking())
        return;
    auto *dialog = new ReportDialog(reportSubject(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::reportWanted, m_reportBar, &ReportBar::make);
    connect(dialog, &ReportDialog::summaryWanted, m_reportBar, &ReportBar::copySummary);
    connect(dialog, &ReportDialog::printingWanted, this,
        [this](const QList<RegisterStudentsResults> &runs) { previewPrint(m_school, runs, this); });
    dialog->open();
}

void ListPage::printReport()
{
    if (canReport())
        previewPrint(m_school, {m_list.results()}, this);
}

void ListPage::copySummary()
{
    if (canReport())
        m_reportBar->copySummary({m_list.results()});
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
