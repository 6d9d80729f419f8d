// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QFileDialog;
class QWidget;

namespace Rollbook
{

/// What a file can be saved as: "Data (*.json)" and "json".
struct SaveFormat {
    QString filter;
    QString suffix;
};

/// Asks where to save something, beginning with the folder of the last time. The first format is
/// proposed; a name without an ending gets that of the format that is chosen. Not shown yet; goes
/// by itself.
QFileDialog *saveDialog(QWidget *parent, const QString &title, QLatin1StringView folderKey,
    const QList<SaveFormat> &formats);

/// Where saveDialog() remembers the folder of reports.
inline constexpr QLatin1StringView ReportFolderKey("reportFolder");

/// Without what a file's name may not hold.
QString asFileName(QString name);

} // namespace Rollbook
