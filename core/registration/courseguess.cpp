// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/courseguess.h"

#include <QRegularExpression>

#include <algorithm>

namespace Rollbook
{

namespace
{

using Ground = CourseGuess::Ground;

// Shorter words of a title ("and", "the") stand in any name.
constexpr int TellingLetters = 4;

// Runs of letters and digits, without case and accents.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression marks(
        QStringLiteral("\\p{M}+"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression separators(
        QStringLiteral("[^\\p{L}\\p{N}]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    return plain.remove(marks).split(separators, Qt::SkipEmptyParts);
}

// A course may be called HTML; a file's ending says nothing of it.
QString withoutEnding(const QString &name)
{
    static const QRegularExpression ending(
        QStringLiteral("\\.(csv|tsv|txt|xlsx|xlsm|xls|ods|json|html?|zip)$"),
        QRegularExpression::CaseInsensitiveOption);
    QString base = name;
    return base.remove(ending);
}

/// Where in a name a course is named: the words from `first` on, `count` of them.
struct Mention {
    const Course *course = nullptr;
    qsizetype first = 0;
    qsizetype count = 0;
    Ground ground = Ground::Code;

    bool liesWithin(const Mention &other) const
    {
        return count < other.count && first >= other.first
            && first + count <= other.first + other.count;
    }
};

QList<Mention> mentionsOf(
    const Course &course, const QStringList &wanted, Ground ground, const QStringList &name)
{
    QList<Mention> mentions;
    if (wanted.isEmpty())
        return mentions;
    for (qsizetype first = 0; first + wanted.size() <= name.size(); ++first) {
        if (std::equal(wanted.cbegin(), wanted.cend(), name.cbegin() + first))
            mentions += Mention{&course, first, wanted.size(), ground};
    }
    return mentions;
}

bool holds(const QStringList &name, const QStringList &wanted)
{
    return std::search(name.cbegin(), name.cend(), wanted.cbegin(), wanted.cend()) != name.cend();
}

QList<Mention> mentionsIn(const QStringList &name, const QList<CourseSeats> &courses)
{
    QList<Mention> all;
    for (const CourseSeats &seats : courses) {
        const Course &course = seats.course;
        const QStringList code = wordsOf(course.code);
        all += mentionsOf(course, code, Ground::Code, name);
        if (code.size() > 1)
            all += mentionsOf(course, {code.join(QString())}, Ground::Code, name);
        all += mentionsOf(course, wordsOf(course.title), Ground::Title, name);
    }
    QList<Mention> outermost;
    for (const Mention &mention : std::as_const(all)) {
        const bool isPart = std::any_of(all.cbegin(), all.cend(), [&mention](const Mention &other) {
            return other.course->code != mention.course->code && mention.liesWithin(other);
        });
        if (!isPart)
            outermost += mention;
    }
    return outermost;
}

QList<Mention> titleWordsIn(const QStringList &name, const QList<CourseSeats> &courses)
{
    QList<Mention> all;
    for (const CourseSeats &seats : courses) {
        const QStringList title = wordsOf(seats.course.title);
        for (const QString &word : title) {
            if (word.size() >= TellingLetters)
                all += mentionsOf(seats.course, {word}, Ground::TitleWord, name);
        }
    }
    return all;
}

bool isOpen(const Course &course, QDate today)
{
    return (!course.opensOn.isValid() || course.opensOn <= today)
        && (!course.closesOn.isValid() || today <= course.closesOn);
}

bool isYear(const QString &word)
{
    return word.size() == 4
        && std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
}

// Of the same code in several terms.
const Course *termMeant(QList<const Course *> courses, const QList<QStringList> &names, QDate today)
{
    const auto keep = [&courses](const auto &isMeant) {
        QList<const Course *> kept;
        std::copy_if(courses.cbegin(), courses.cend(), std::back_inserter(kept), isMeant);
        if (!kept.isEmpty())
            courses = kept;
    };
    keep([&names](const Course *course) {
        const QStringList term = wordsOf(course->term);
        return !term.isEmpty()
            && std::any_of(names.cbegin(), names.cend(),
                [&term](const QStringList &name) { return holds(name, term); });
    });
    // "GO1 2027" is not for this autumn.
    keep([&names](const Course *course) {
        const QStringList term = wordsOf(course->term);
        return std::any_of(term.cbegin(), term.cend(), [&names](const QString &word) {
            return isYear(word)
                && std::any_of(names.cbegin(), names.cend(),
                    [&word](const QStringList &name) { return name.contains(word); });
        });
    });
    keep([today](const Course *course) { return isOpen(*course, today); });
    keep([today](const Course *course) {
        return wordsOf(course->term).contains(QString::number(today.year()));
    });
    return courses.size() == 1 ? courses.first() : nullptr;
}

// The one course that all mentions are of.
std::optional<CourseGuess> settle(
    const QList<Mention> &mentions, const QList<QStringList> &names, QDate today)
{
    QList<const Course *> courses;
    Ground ground = Ground::TitleWord;
    for (const Mention &mention : mentions) {
        if (mention.course->code != mentions.first().course->code)
            return std::nullopt;
        if (!courses.contains(mention.course))
            courses += mention.course;
        ground = std::min(ground, mention.ground);
    }
    const Course *course = termMeant(courses, names, today);
    return course ? std::optional(CourseGuess{course->ref(), ground}) : std::nullopt;
}

} // namespace

bool rowsNameCourses(const StudentList &students)
{
    if (!students.hasField(StudentField::Course))
        return false;
    for (int row = 0; row < students.size(); ++row) {
        if (!students.field(row, StudentField::Course).isEmpty())
            return true;
    }
    return false;
}

std::optional<CourseGuess> guessCourse(
    const QList<CourseSeats> &courses, const CourseHints &hints, QDate today)
{
    if (hints.rowsNameCourses)
        return CourseGuess{};
    const QList<QStringList> names{wordsOf(hints.sheet), wordsOf(withoutEnding(hints.listName))};
    for (const auto &find : {&mentionsIn, &titleWordsIn}) {
        for (const QStringList &name : names) {
            const QList<Mention> mentions = find(name, courses);
            if (!mentions.isEmpty())
                return settle(mentions, names, today);
        }
    }
    return std::nullopt;
}

} // namespace Rollbook
