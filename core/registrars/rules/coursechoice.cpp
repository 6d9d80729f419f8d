// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules/coursechoice.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr int MostSuggestions = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Catalogue)
};

QList<CourseSeats> coursesWith(
    const QList<CourseSeats> &courses, QString Course::*field, const QString &wanted)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        QList<CourseSeats> found;
        for (const CourseSeats &seats : courses) {
            if (wanted.compare(seats.course.*field, sensitivity) == 0)
                found += seats;
        }
        if (!found.isEmpty())
            return found;
    }
    return {};
}

// How many letters have to be changed, added or left out to make one word of the other.
int lettersApart(const QString &left, const QString &right)
{
    std::vector<int> distances(static_cast<std::size_t>(right.size()) + 1);
    std::iota(distances.begin(), distances.end(), 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        int diagonal = distances[0]++;
        for (std::size_t j = 1; j < distances.size(); ++j) {
            const bool same = left[i] == right[static_cast<qsizetype>(j) - 1];
            const int changed = diagonal + (same ? 0 : 1);
            diagonal = distances[j];
            distances[j] = std::min({changed, distances[j] + 1, distances[j - 1] + 1});
        }
    }
    return distances.back();
}

QStringList similarCodes(const QList<CourseSeats> &courses, const QString &code)
{
    const QString wanted = code.toCaseFolded();
    const auto nearEnough = static_cast<int>(std::max<qsizetype>(1, wanted.size() / 3));
    std::vector<std::pair<int, QString>> similar;
    for (const CourseSeats &seats : courses) {
        const QString known = seats.course.code.toCaseFolded();
        const bool contained = known.contains(wanted) || wanted.contains(known);
        const int apart = contained ? 1 : lettersApart(wanted, known);
        if (contained || apart <= nearEnough)
            similar.emplace_back(apart, seats.course.code);
    }
    std::sort(similar.begin(), similar.end());
    QStringList codes;
    for (const auto &[apart, name] : similar) {
        const QString quoted = QStringLiteral("“%1”").arg(name);
        if (!codes.contains(quoted) && codes.size() < MostSuggestions)
            codes += quoted;
    }
    return codes;
}

QString noSuchCourse(const QList<CourseSeats> &courses, const QString &code)
{
    if (courses.isEmpty())
        return Text::tr(
            "There is no course “%1”: the school has no courses yet. Import them first.")
            .arg(code);
    const QStringList similar = code.isEmpty() ? QStringList() : similarCodes(courses, code);
    if (similar.isEmpty())
        return Text::tr("There is no course “%1”. Look up its code in the list of courses.")
            .arg(code);
    return Text::tr("There is no course “%1”. Did you mean %2?")
        .arg(code, similar.join(Text::tr(" or ", "between course codes")));
}

QString termsOf(const QList<CourseSeats> &courses)
{
    QStringList terms;
    for (const CourseSeats &seats : courses)
        terms += QStringLiteral("“%1”").arg(seats.course.term);
    return terms.join(QStringLiteral(", "));
}

// Terms are free text, such as "2026 Fall" or "Spring 2027".
int yearOf(const QString &term)
{
    static const QRegularExpression year(QStringLiteral("\\d{4}"));
    return year.match(term).captured().toInt();
}

int seasonOf(const QString &term)
{
    const QString name = term.toCaseFolded();
    if (name.contains(u"spring"))
        return 1;
    if (name.contains(u"summer"))
        return 2;
    return name.contains(u"fall") || name.contains(u"autumn") ? 3 : 0;
}

} // namespace

Expected<CourseSeats> chooseCourse(
    const QList<CourseSeats> &courses, const QString &code, const QString &term)
{
    const QList<CourseSeats> named = coursesWith(courses, &Course::code, code);
    if (named.isEmpty())
        return fail(ErrorCode::UnknownCourse, noSuchCourse(courses, code));
    if (term.isEmpty() && named.size() == 1)
        return named.first();
    const QList<CourseSeats> chosen = coursesWith(named, &Course::term, term);
    if (chosen.size() == 1)
        return chosen.first();
    if (term.isEmpty() || !chosen.isEmpty()) {
        return fail(ErrorCode::UnknownCourse,
            Text::tr("There are several courses “%1”. Say which term is meant: %2.")
                .arg(code, termsOf(named)));
    }
    return fail(ErrorCode::UnknownCourse,
        Text::tr("There is no course “%1” in the term “%2”. It is offered in: %3.")
            .arg(code, term, termsOf(named)));
}

void sortForPeople(QList<CourseSeats> &courses)
{
    std::sort(
        courses.begin(), courses.end(), [](const CourseSeats &left, const CourseSeats &right) {
            const Course &a = left.course;
            const Course &b = right.course;
            if (a.term != b.term) {
                return std::make_tuple(yearOf(a.term), seasonOf(a.term), std::cref(a.term))
                    > std::make_tuple(yearOf(b.term), seasonOf(b.term), std::cref(b.term));
            }
            return a.code < b.code;
        });
}

} // namespace Rollbook
