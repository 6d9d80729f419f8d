// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/courseparts.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

/// Courses that belong together, each set under one of its courses.
class CourseSets
{
public:
    explicit CourseSets(std::size_t courses)
        : m_parents(courses)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }

    int find(int course)
    {
        while (parent(course) != course) {
            parent(course) = parent(parent(course));
            course = parent(course);
        }
        return course;
    }
    void join(int one, int other) { parent(find(one)) = find(other); }

private:
    int &parent(int course) { return m_parents[static_cast<std::size_t>(course)]; }

    std::vector<int> m_parents;
};

// A code can be written with other capitals, and with or without its term.
void joinSameCodes(const QList<CourseRef> &courses, CourseSets &sets)
{
    QHash<QString, int> first;
    for (int course = 0; course < courses.size(); ++course) {
        const QString code = courses.at(course).code.toCaseFolded();
        sets.join(course, first.value(code, course));
        first.insert(code, course);
    }
}

/// False: any two may name the same student, one by the number and one by the address.
bool joinSameStudents(
    const StudentList &students, const CourseAssignment &courses, CourseSets &sets)
{
    struct Wish {
        size_t student; // two of one hash cost a wait at most
        int course;
    };
    std::vector<Wish> wishes;
    wishes.reserve(static_cast<std::size_t>(students.size()));
    for (int row = 0; row < students.size(); ++row) {
        const int course = courses.indexOf(row);
        if (course < 0)
            continue;
        const QUtf8StringView number = students.field(row, StudentField::StudentId);
        if (!number.isEmpty())
            wishes.push_back({qHash(QByteArrayView(number.data(), number.size())), course});
        else if (!students.field(row, StudentField::Email).isEmpty())
            return false;
    }
    std::sort(wishes.begin(), wishes.end(),
        [](const Wish &left, const Wish &right) { return left.student < right.student; });
    for (std::size_t i = 1; i < wishes.size(); ++i) {
        if (wishes[i].student == wishes[i - 1].student)
            sets.join(wishes[i].course, wishes[i - 1].course);
    }
    return true;
}

/// How many rows want a course of the set, by the course under which it stands.
std::vector<qint64> rowsOfSets(
    const StudentList &students, const CourseAssignment &courses, CourseSets &sets)
{
    std::vector<qint64> rows(static_cast<std::size_t>(courses.courses().size()));
    for (int row = 0; row < students.size(); ++row) {
        if (const int course = courses.indexOf(row); course >= 0)
            ++rows[static_cast<std::size_t>(course)];
    }
    for (int course = 0; course < courses.courses().size(); ++course) {
        const int set = sets.find(course);
        if (set != course) {
            rows[static_cast<std::size_t>(set)] +=
                std::exchange(rows[static_cast<std::size_t>(course)], 0);
        }
    }
    return rows;
}

/// The largest first, each to the part that has the fewest rows so far.
CourseParts shareOut(const std::vector<qint64> &rowsOfSets, int most)
{
    std::vector<int> sets;
    for (int set = 0; set < static_cast<int>(rowsOfSets.size()); ++set) {
        if (rowsOfSets[static_cast<std::size_t>(set)] > 0)
            sets.push_back(set);
    }
    std::stable_sort(sets.begin(), sets.end(), [&](int left, int right) {
        return rowsOfSets[static_cast<std::size_t>(left)]
            > rowsOfSets[static_cast<std::size_t>(right)];
    });
    CourseParts parts;
    parts.count = std::clamp(static_cast<int>(sets.size()), 1, std::max(most, 1));
    parts.ofCourse.resize(rowsOfSets.size());
    std::vector<qint64> rows(static_cast<std::size_t>(parts.count));
    for (const int set : sets) {
        const auto fewest = std::min_element(rows.begin(), rows.end());
        *fewest += rowsOfSets[static_cast<std::size_t>(set)];
        parts.ofCourse[static_cast<std::size_t>(set)] =
            static_cast<int>(std::distance(rows.begin(), fewest));
    }
    return parts;
}

} // namespace

CourseParts courseParts(const StudentList &students, const CourseAssignment &courses, int most)
{
    const auto count = static_cast<std::size_t>(courses.courses().size());
    CourseParts whole;
    whole.ofCourse.resize(count);
    CourseSets sets(count);
    if (most < 2 || count < 2 || !joinSameStudents(students, courses, sets))
        return whole;
    joinSameCodes(courses.courses(), sets);
    CourseParts parts = shareOut(rowsOfSets(students, courses, sets), most);
    for (std::size_t course = 0; course < count; ++course)
        parts.ofCourse[course] =
            parts.ofCourse[static_cast<std::size_t>(sets.find(static_cast<int>(course)))];
    return parts;
}

} // namespace Rollbook
