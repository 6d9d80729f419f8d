// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fieldnames.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::FieldNames)
};

} // namespace

QString fieldName(StudentField field)
{
    switch (field) {
    case StudentField::StudentId:
        return Text::tr("student ID");
    case StudentField::GivenName:
        return Text::tr("given name");
    case StudentField::FamilyName:
        return Text::tr("family name");
    case StudentField::FullName:
        return Text::tr("name");
    case StudentField::Email:
        return Text::tr("e-mail address");
    case StudentField::BirthDate:
        return Text::tr("birth date");
    case StudentField::GradeLevel:
        return Text::tr("grade");
    case StudentField::Course:
        return Text::tr("course");
    case StudentField::Notes:
        return Text::tr("note");
    }
    return {};
}

QString mendableCells(StudentField field)
{
    switch (field) {
    case StudentField::StudentId:
        return Text::tr("student IDs");
    case StudentField::GivenName:
    case StudentField::FamilyName:
    case StudentField::FullName:
        return Text::tr("names");
    case StudentField::Email:
        return Text::tr("e-mail addresses with slips");
    case StudentField::BirthDate:
        return Text::tr("birth dates");
    case StudentField::GradeLevel:
        return Text::tr("grades");
    case StudentField::Course:
        return Text::tr("courses");
    case StudentField::Notes:
        return Text::tr("notes");
    }
    return {};
}

} // namespace Rollbook
