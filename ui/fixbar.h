// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rosteredits.h"

#include <QFrame>

#include <array>

class QLabel;
class QPushButton;

namespace Rollbook
{

class Announcement;
class ClassList;

/// Offers to mend all cells of a kind at once, for the kinds that have most; hidden when there is
/// nothing to mend.
class FixBar : public QFrame
{
    Q_OBJECT

public:
    explicit FixBar(ClassList &list, QWidget *parent = nullptr);

private:
    struct Kind {
        QLabel *label = nullptr;
        QPushButton *button = nullptr;
        StudentField field = StudentField::StudentId;
        QList<Correction> fixes;
    };

    void refresh();
    void announce(qsizetype total);
    void show(Kind &kind);
    QString example(const Correction &fix) const;

    ClassList &m_list;
    QLabel *m_text;
    Announcement *m_announcement;
    qsizetype m_announced = 0; // cells that those who listen know of
    std::array<Kind, 3> m_kinds;
};

} // namespace Rollbook
