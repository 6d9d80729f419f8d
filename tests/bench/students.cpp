// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "students.h"

#include <array>

namespace Rollbook::Bench
{

namespace
{

constexpr std::array Families{"Muñoz Peña", "Smith", "Şahin", "Johnson", "Lindqvist", "O'Neill"};
constexpr std::array Givens{"Íñigo", "Sophie", "Ben", "Emre", "Charlotte"};

QByteArray padded(int number, int width)
{
    return QByteArray::number(number).rightJustified(width, '0');
}

} // namespace

StudentList makeStudents(int count)
{
    TextTable::Builder builder(6);
    builder.reserve(count, qsizetype{70} * count);
    for (int i = 0; i < count; ++i) {
        const auto n = static_cast<std::size_t>(i);
        const QByteArray id = padded(i, 8);
        builder.appendCell(id);
        builder.appendCell(Givens[n % Givens.size()]);
        builder.appendCell(Families[n % Families.size()]);
        builder.appendCell("s" + id + "@school.example");
        builder.appendCell(QByteArray::number(2008 + i % 6) + '-' + padded(1 + i % 12, 2) + '-'
            + padded(1 + i % 28, 2));
        builder.appendCell(QByteArray::number(6 + i % 6));
        builder.endRow();
    }
    // In the order of StudentField.
    return StudentList(std::move(builder).finish(), {0, 1, 2, -1, 3, 4, 5, -1, -1});
}

} // namespace Rollbook::Bench
