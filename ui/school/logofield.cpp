// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/logofield.h"

#include "runthencallback.h"
#include "school/logopicture.h"
#include "table/statestyle.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace Rollbook
{

namespace
{

const QLatin1StringView PictureFolderKey("pictureFolder");
constexpr int PictureLines = 5;
constexpr int PictureLetters = 34;

} // namespace

LogoField::LogoField(QWidget *parent)
    : QFrame(parent)
    , m_picture(new QLabel(this))
    , m_choose(new QPushButton(tr("C&hoose a picture…"), this))
    , m_remove(new QPushButton(tr("&Remove it"), this))
{
    setAcceptDrops(true);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setAutoFillBackground(true);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setWordWrap(true);
    m_picture->setFixedHeight(fontMetrics().height() * PictureLines);
    m_picture->setMinimumWidth(fontMetrics().averageCharWidth() * PictureLetters);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_picture, 1);
    layout->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &LogoField::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        setLogo({});
        m_choose->setFocus();
        Q_EMIT logoChanged();
    });
    refresh();
}

void LogoField::setLogo(const QByteArray &logo)
{
    m_logo = logo;
    refresh();
}

// On white, as on paper: a dark logo could not be seen in a dark window.
void LogoField::refresh()
{
    const QImage image = QImage::fromData(m_logo);
    m_remove->setEnabled(!m_logo.isEmpty());
    QPalette colours = palette();
    if (image.isNull()) {
        m_picture->clear();
        m_picture->setText(tr("No picture. Drop one here."));
        colours.setColor(QPalette::Window, palette().color(QPalette::Base));
        colours.setColor(QPalette::WindowText, mutedTextColor(palette()));
        m_picture->setAccessibleName(tr("No picture"));
    } else {
        const int margin = fontMetrics().height() / 2;
        const QSize room =
            QSize(m_picture->minimumWidth(), m_picture->height()) - QSize(margin * 2, margin * 2);
        const qreal ratio = devicePixelRatioF();
        const QSize most = (QSizeF(room) * ratio).toSize();
        QPixmap picture =
            QPixmap::fromImage(image.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        picture.setDevicePixelRatio(ratio);
        m_picture->setPixmap(picture);
        colours.setColor(QPalette::Window, Qt::white);
        m_picture->setAccessibleName(tr("The picture of the school"));
    }
    m_picture->setPalette(colours);
}

void LogoField::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void LogoField::choose()
{
    const QString folder =
        QSettings()
            .value(PictureFolderKey,
                QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
            .toString();
    auto *dialog = new QFileDialog(this, tr("Choose the picture of the school"), folder,
        tr("Pictures (*.png *.jpg *.jpeg *.svg *.bmp *.gif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue(PictureFolderKey, QFileInfo(path).absolutePath());
        take(path);
    });
    dialog->open();
}

void LogoField::take(const QString &path)
{
    takeWith([path] { return logoFromFile(path); });
}

void LogoField::takeWith(const std::function<Expected<QByteArray>()> &read)
{
    runThenCallback(this, read, [this](const Expected<QByteArray> &logo) {
        if (!logo) {
            Q_EMIT refused(logo.error().sentence);
            return;
        }
        setLogo(*logo);
        Q_EMIT logoChanged();
    });
}

void LogoField::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void LogoField::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        take(urls.first().toLocalFile());
    else if (event->mimeData()->hasImage())
        takeWith([image = qvariant_cast<QImage>(event->mimeData()->imageData())] {
            return logoFromImage(image);
        });
    event->acceptProposedAction();
}

} // namespace Rollbook
