// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Rollbook
{

/// The fields of one thing of the school, with what is wrong beside each of them.
class SchoolForm : public QFrame
{
    Q_OBJECT

public:
    /// Nothing is wrong any more.
    void clearProblems();
    void focusFirst();

Q_SIGNALS:
    void saveWanted();
    void cancelled();

protected:
    static constexpr int FieldsInRow = 3;

    explicit SchoolForm(QWidget *parent);

    /// The next field, from left to right.
    QLineEdit *addField(const QString &label, const QString &placeholder = {});
    /// Below the fields, when all are there.
    void addButtons(const QString &save);
    void setHeading(const QString &heading, const QString &note);
    void showProblemAt(QLineEdit *field, const QString &sentence);
    /// What identifies something stays as it is.
    static void lock(QLineEdit *field, bool locked);
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QLineEdit *edit;
        QLabel *problem;
    };
    void takeColours();

    QLabel *m_heading;
    QLabel *m_note;
    QGridLayout *m_grid;
    std::vector<Field> m_fields;
};

} // namespace Rollbook
