// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QFrame>
#include <QImage>

#include <functional>

class QLabel;
class QPushButton;

namespace Rollbook
{

/// Shows the picture of a school, and takes another one: chosen, or dropped on it.
class LogoField : public QFrame
{
    Q_OBJECT

public:
    explicit LogoField(QWidget *parent = nullptr);

    /// PNG or JPEG; empty: there is none.
    QByteArray logo() const { return m_logo; }
    void setLogo(const QByteArray &logo);
    /// Reads the picture of a file, in a worker.
    void take(const QString &path);

Q_SIGNALS:
    void logoChanged();
    /// Why a file is not taken.
    void refused(const QString &sentence);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void takeWith(const std::function<Expected<QByteArray>()> &read);
    void refresh();

    QByteArray m_logo;
    QLabel *m_picture;
    QPushButton *m_choose;
    QPushButton *m_remove;
};

} // namespace Rollbook
