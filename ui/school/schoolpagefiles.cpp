// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a page of the school reads from files and writes into them.

#include "school/schoolpage.h"

#include "messagebar.h"
#include "runthencallback.h"
#include "savedialog.h"
#include "school/schoolmodel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace Rollbook
{

namespace
{

const QLatin1StringView SchoolFolderKey("schoolFolder");

} // namespace

void SchoolPage::chooseImport()
{
    const QString folder =
        QSettings()
            .value(SchoolFolderKey,
                QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(this, m_words.importTitle, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({m_words.importFilter, tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue(SchoolFolderKey, QFileInfo(path).absolutePath());
        importFrom(path);
    });
    dialog->open();
}

void SchoolPage::importFrom(const QString &path)
{
    m_message->showNews(tr("Importing %1…").arg(linkToFile(path)));
    runThenCallback(this, importing(path), [this](const Expected<int> &count) {
        if (!count) {
            m_message->showProblem(count.error().sentence);
            return;
        }
        m_message->showNews(importedText(*count));
        Q_EMIT changed();
        refresh();
    });
}

void SchoolPage::chooseExport()
{
    if (m_parts.model->total() == 0)
        return;
    QFileDialog *dialog = saveDialog(this, m_words.exportTitle, SchoolFolderKey,
        {{tr("Table for a spreadsheet (*.csv)"), QStringLiteral("csv")}});
    dialog->selectFile(asFileName(m_words.exportName));
    connect(dialog, &QFileDialog::fileSelected, this, &SchoolPage::exportTo);
    dialog->open();
}

void SchoolPage::exportTo(const QString &path)
{
    runThenCallback(this, exporting(path), [this, path](const Expected<int> &count) {
        if (count)
            m_message->showNews(exportedText(*count, linkToFile(path)));
        else
            m_message->showProblem(count.error().sentence);
    });
}

} // namespace Rollbook
