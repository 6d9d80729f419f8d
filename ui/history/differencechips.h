// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/runcomparison.h"

#include <QButtonGroup>
#include <QList>
#include <QWidget>

class QToolButton;

namespace Rollbook
{

/// How many students differ in which way between two runs; clicking a chip shows only those.
class DifferenceChips : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceChips(QWidget *parent = nullptr);

    void setComparison(const RunComparison &comparison);
    void showAll();

Q_SIGNALS:
    void shownChanged(std::optional<Rollbook::RunDifference> difference);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshLook();

    QButtonGroup m_group;
    QList<QToolButton *> m_chips; // all, then one a difference
};

} // namespace Rollbook
