// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "students.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <vector>

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

StudentList makeStudents(const std::vector<int> &numbers)
{
    const auto count = static_cast<int>(numbers.size());
    TextTable::Builder builder(6);
    builder.reserve(count, qsizetype{70} * count);
    for (const int i : numbers) {
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

} // namespace

StudentList makeStudents(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return makeStudents(numbers);
}

StudentList makeScatteredStudents(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    // The same order each time.
    std::shuffle(numbers.begin(), numbers.end(), std::minstd_rand(1));
    return makeStudents(numbers);
}

} // namespace Rollbook::Bench
