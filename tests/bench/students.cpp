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

struct Name {
    QByteArray given;
    QByteArray family;
};

using NameOf = Name (*)(int number);

Name fewNames(int number)
{
    const auto n = static_cast<std::size_t>(number);
    return {Givens[n % Givens.size()], Families[n % Families.size()]};
}

// A family name a student: what sorting finds hardest.
Name manyNames(int number)
{
    constexpr std::array syllables{"mu", "ñoz", "lar", "sen", "pe", "ša", "hin", "o'", "ke", "lly",
        "Åk", "van ", "der ", "wil", "ça", "rö", "ßel", "ng", "uy", "én"};
    // Spread over all of them, so that neighbours in the list are none in the alphabet.
    auto rest = static_cast<quint32>(number) * 2654435761U;
    QByteArray family;
    for (int syllable = 0; syllable < 6; ++syllable) {
        family += syllables[rest % syllables.size()];
        rest /= syllables.size();
    }
    if (family.at(0) >= 'a' && family.at(0) <= 'z')
        family[0] = static_cast<char>(family.at(0) - 'a' + 'A');
    family += QByteArray::number(number % 10);
    return {fewNames(number).given, family};
}

StudentList makeStudents(const std::vector<int> &numbers, NameOf nameOf = fewNames)
{
    const auto count = static_cast<int>(numbers.size());
    TextTable::Builder builder(6);
    builder.reserve(count, qsizetype{70} * count);
    for (const int i : numbers) {
        const Name name = nameOf(i);
        const QByteArray id = padded(i, 8);
        builder.appendCell(id);
        builder.appendCell(name.given);
        builder.appendCell(name.family);
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

StudentList makeNamedStudents(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return makeStudents(numbers, manyNames);
}

StudentList makeScatteredStudents(int count, int first)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), first);
    // The same order each time.
    std::shuffle(numbers.begin(), numbers.end(), std::minstd_rand(1));
    return makeStudents(numbers);
}

} // namespace Rollbook::Bench
