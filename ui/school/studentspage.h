// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/student.h"
#include "school/schoolpage.h"

#include <optional>

namespace Rollbook
{

class StudentForm;
class StudentsModel;

/// The students in the school's own register: who they are, holds, what each of them holds.
class StudentsPage : public SchoolPage
{
    Q_OBJECT

public:
    StudentsPage(School &school, QWidget *parent);

protected:
    Parts makeParts() override;
    Loading loading() const override;
    QString countText(int count) const override;
    int rowOfChosen() const override;
    void choose(int row) override;
    void beginNew() override;
    void beginEdit(int row) override;
    void save() override;
    void remove(int row) override;
    Counting importing(const QString &path) const override;
    Counting exporting(const QString &path) const override;
    QString importedText(int count) const override;
    QString exportedText(int count, const QString &link) const override;
    void addMoreButtons() override;
    void refreshButtons() override;

private:
    void changeHold();

    StudentsModel *m_model = nullptr;
    PlacesPanel *m_places = nullptr;
    StudentForm *m_form = nullptr;
    QPushButton *m_hold = nullptr;
    std::optional<Student> m_chosen;
};

} // namespace Rollbook
