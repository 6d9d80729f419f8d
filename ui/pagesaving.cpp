// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list's page writes into files: the report of a run, and the list as it was corrected.

#include "listpage.h"

#include "classlist.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace Rollbook
{

namespace
{

const QLatin1StringView ReportFolderKey("reportFolder");
const QLatin1StringView CorrectedFolderKey("correctedFolder");

QFileDialog *saveDialog(QWidget *parent, const QString &title, QLatin1StringView folderKey)
{
    const QString folder =
        QSettings()
            .value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [folderKey](const QString &path) {
        QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    });
    return dialog;
}

QString asFileName(QString name)
{
    for (const char c : {'/', '\\', ':', '*', '?', '"', '<', '>', '|'})
        name.replace(QLatin1Char(c), u'_');
    return name;
}

} // namespace

void ListPage::makeReport()
{
    using State = ClassList::State;
    if (m_list.state() != State::Finished && m_list.state() != State::Earlier)
        return;
    QFileDialog *dialog = saveDialog(this, tr("Make report"), ReportFolderKey);
    dialog->setNameFilters({tr("Table for a spreadsheet (*.csv)"), tr("Data (*.json)")});
    const Run &run = m_list.results().run;
    dialog->selectFile(
        asFileName(QStringLiteral("%1 - %2 - %3.csv")
                       .arg(QFileInfo(m_list.name()).completeBaseName(), run.courseName,
                           run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")))));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, &m_list, &ClassList::saveReport);
    dialog->open();
}

void ListPage::saveCorrected()
{
    if (m_list.state() == ClassList::State::Earlier || m_list.roster().size() == 0)
        return;
    QFileDialog *dialog = saveDialog(this, tr("Save corrected list"), CorrectedFolderKey);
    dialog->setNameFilters({tr("Class list (*.csv)")});
    dialog->selectFile(
        asFileName(tr("%1 (corrected).csv").arg(QFileInfo(m_list.name()).completeBaseName())));
    connect(dialog, &QFileDialog::fileSelected, &m_list, &ClassList::saveCorrected);
    dialog->open();
}

} // namespace Rollbook
