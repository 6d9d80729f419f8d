// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "savedialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace Rollbook
{

QFileDialog *saveDialog(QWidget *parent, const QString &title, QLatin1StringView folderKey,
    const QList<SaveFormat> &formats)
{
    const QString folder =
        QSettings()
            .value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .toString();
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const SaveFormat &format : formats)
        filters += format.filter;
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(formats.first().suffix);
    QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog, [dialog, formats](const QString &chosen) {
            for (const SaveFormat &format : formats) {
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

} // namespace Rollbook
