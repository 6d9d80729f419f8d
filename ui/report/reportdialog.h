// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/reportorder.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace Rollbook
{

/// Asks what stands in a report, in which form, and where it goes. To be shown with open();
/// remembers what was chosen.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(const ReportSubject &subject, QWidget *parent = nullptr);

    void setFormat(ReportFormat format);
    ReportFormat format() const;
    void setRows(const ReportRows &rows);
    /// Which rows the report would have: those that were chosen, or that its form is for.
    ReportRows rows() const;
    void setPath(const QString &path);
    QString path() const;

    void accept() override;

Q_SIGNALS:
    void reportWanted(const Rollbook::ReportOrder &order);
    /// Pages on paper, with these rows.
    void printingWanted(const QList<Rollbook::RegisterStudentsResults> &runs);
    void summaryWanted(const QList<Rollbook::RegisterStudentsResults> &runs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void addRows();
    void addKinds();
    void connectAll();
    void restore();
    void remember() const;
    void takeFormat();
    void takeTypedPath(const QString &path);
    void proposePath();
    void choosePath();
    void refresh();
    void takeColours();

    ReportSubject m_subject;
    QComboBox *m_rows;
    QListWidget *m_kinds;
    QLabel *m_about;
    QLineEdit *m_path;
    QPushButton *m_choose;
    QLabel *m_note; // about the file
    QPushButton *m_summary;
    QPushButton *m_print;
    QPushButton *m_cancel;
    QPushButton *m_make;
    QString m_folder;
    bool m_isOwnPath = false; // somebody has typed or chosen it
};

} // namespace Rollbook
