// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Rollbook
{

class Announcement;
class LogoField;

/// What stands on the documents of the school, for everybody who works with it. To be shown with
/// open(); reads the school and writes it in workers.
class SchoolSettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// The school must outlive the work it starts in backgroundThreads().
    explicit SchoolSettingsDialog(School &school, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void giveRoom();
    void load();
    void take(const Letterhead &letterhead);
    Letterhead letterhead() const;
    void save();
    void setWorking(bool working);
    void showProblem(const QString &sentence);
    void takeColours();

    School &m_school;
    QLabel *m_note;
    QLineEdit *m_name;
    QPlainTextEdit *m_address;
    LogoField *m_logo;
    QComboBox *m_paper;
    QComboBox *m_language;
    QLabel *m_problem;
    Announcement *m_announcement;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace Rollbook
