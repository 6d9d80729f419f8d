// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a list's page writes into files: the report of a run, and the list as it was corrected.

#include "listpage.h"

#include "classlist.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace Rollbook
{

namespace
{

const QLatin1StringView ReportFolderKey("reportFolder");
const QLatin1StringView CorrectedFolderKey("correctedFolder");

/// What a file can be saved as: "Data (*.json)" and "json".
struct Format {
    QString filter;
    QString suffix;
};

// The first format is proposed; a name without an ending gets that of the format that is chosen.
QFileDialog *saveDialog(QWidget *parent, const QString &title, QLatin1StringView folderKey,
    const QList<Format> &formats)
{
    const QString folder =
        QSettings()
            .value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const Format &format : formats)
        filters += format.filter;
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formats.first().suffix);
    QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog, [dialog, formats](const QString &chosen) {
            for (const Format &format : formats) {
                if (format.filter == chosen)
                    dialog->setDefaultSuffix(format.suffix);
            }
        });
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
    const bool ended = m_list.state() == State::Finished || m_list.state() == State::Earlier;
    if (!ended || m_list.results().run.kind == RunKind::Undo)
        return;
    QFileDialog *dialog = saveDialog(this, tr("Make report"), ReportFolderKey,
        {{tr("Table for a spreadsheet (*.csv)"), QStringLiteral("csv")},
            {tr("Data (*.json)"), QStringLiteral("json")}});
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
    QList<Format> formats{{tr("Class list (*.csv)"), QStringLiteral("csv")},
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
