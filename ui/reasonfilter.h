// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "table/rowreason.h"

#include <QToolButton>

#include <optional>

class QMenu;

namespace Rollbook
{

class RosterModel;

/// Beside the chips: shows only rows that were not registered for one of the reasons that there
/// are. Seen when there is a reason to choose.
class ReasonFilter : public QToolButton
{
    Q_OBJECT

public:
    explicit ReasonFilter(RosterModel &model, QWidget *parent = nullptr);

    /// Shows only rows that were not registered for this reason.
    void showOnly(const RowReason &reason) { choose(reason); }
    /// Back to all reasons.
    void showAll();
    const std::optional<RowReason> &shownReason() const { return m_shown; }

Q_SIGNALS:
    void shownReasonChanged();

protected:
    bool event(QEvent *event) override;

private:
    void fillMenu();
    void choose(const std::optional<RowReason> &reason);
    void refresh();
    void refreshCount();

    RosterModel &m_model;
    QMenu *m_choices;
    std::optional<RowReason> m_shown;
    QString m_whole; // the words of the button, before they were made to fit
};

} // namespace Rollbook
