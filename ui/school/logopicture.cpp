// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/logopicture.h"

#include "registration/schoolsettings.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace Rollbook
{

namespace
{

// On paper it is a few centimetres wide: that is 300 points an inch.
constexpr QSize MostPoints(800, 300);
constexpr qint64 MostFileBytes = 20'000'000;
constexpr int MostPointsASide = 12'000;

struct LogoText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::LogoPicture)
};

tl::unexpected<Error> noPicture(const QString &name)
{
    return fail(ErrorCode::FileUnreadable,
        LogoText::tr("“%1” is not a picture that Rollbook can read. Choose a PNG or JPEG file.")
            .arg(name));
}

QSize fitting(QSize size)
{
    return size.width() > MostPoints.width() || size.height() > MostPoints.height()
        ? size.scaled(MostPoints, Qt::KeepAspectRatio).expandedTo({1, 1})
        : size;
}

} // namespace

Expected<QByteArray> logoFromImage(const QImage &image)
{
    if (image.isNull())
        return noPicture(LogoText::tr("What was dropped"));
    const QImage small =
        image.scaled(fitting(image.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    small.save(&buffer, "PNG");
    // A photograph: a PNG of it is large.
    if (bytes.size() > SchoolSettings::MostLogoBytes) {
        bytes.clear();
        buffer.seek(0);
        small.save(&buffer, "JPEG");
    }
    return bytes;
}

Expected<QByteArray> logoFromFile(const QString &path)
{
    const QFileInfo file(path);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!reader.canRead())
        return noPicture(file.fileName());
    if (file.size() > MostFileBytes || size.width() > MostPointsASide
        || size.height() > MostPointsASide) {
        return fail(ErrorCode::FileUnreadable,
            LogoText::tr("“%1” is too large for a logo. Choose a picture of at most 20 MB.")
                .arg(file.fileName()));
    }
    const QImage image = reader.read();
    if (image.isNull())
        return noPicture(file.fileName());
    return logoFromImage(image);
}

} // namespace Rollbook
