// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gradecolumn.h"

#include "headerwords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Rollbook
{

namespace
{

constexpr qsizetype LongestGrade = 40; // characters

// Without accents, blanks and signs; "1º" and "1°" become "1o".
QString folded(const QString &value)
{
    const QString decomposed = value.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString letters;
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            letters += c;
        else if (c == u'°')
            letters += u'o';
    }
    return letters;
}

QString anyOf(const QJsonObject &languages)
{
    QStringList words;
    for (const auto &language : languages) {
        const QJsonArray list = language.toArray();
        for (const auto &word : list)
            words += folded(word.toString());
    }
    // "bachillerato" before "bach", which it begins with.
    std::sort(words.begin(), words.end(),
        [](const QString &one, const QString &other) { return one.size() > other.size(); });
    return u'(' + words.join(u'|') + u')';
}

QRegularExpression readPattern()
{
    QFile file(QStringLiteral(":/roster/grades.json"));
    [[maybe_unused]] const bool open = file.open(QIODevice::ReadOnly);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Q_ASSERT(open && !root.isEmpty());
    const auto part = [&root](const char *name) {
        return anyOf(root.value(QLatin1StringView(name)).toObject());
    };
    const QString stages = part("stages");
    const QString number = part("numbers") + part("endings") + u'?';
    // Possessive: a stage that was read stays one, so that no value is tried in many ways.
    return QRegularExpression(
        QStringLiteral("\\A(?:%1++%2?|%2)%1*+(?:[a-z]|(?<![0-9])[0-9]{1,2})?\\z")
            .arg(stages, number),
        QRegularExpression::DontCaptureOption);
}

bool mayMean(StudentField field, const QList<HeaderClaim> &claims)
{
    return std::any_of(claims.cbegin(), claims.cend(),
        [field](const HeaderClaim &claim) { return claim.field == field; });
}

// There are some, and all are grades.
bool areGrades(int column, const QList<QStringList> &rows)
{
    bool any = false;
    for (const QStringList &row : rows) {
        const QString value = row.value(column);
        if (value.isEmpty())
            continue;
        if (!looksLikeGrade(value))
            return false;
        any = true;
    }
    return any;
}

} // namespace

bool looksLikeGrade(const QString &value)
{
    static const QRegularExpression pattern = readPattern();
    return value.size() <= LongestGrade && pattern.match(folded(value)).hasMatch();
}

QMap<StudentField, QString> gradesAmongCourses(const QStringList &headers,
    const StudentList::FieldColumns &columns, const QList<QStringList> &rowsBelow)
{
    const int course = columns[static_cast<std::size_t>(StudentField::Course)];
    if (course < 0)
        return {};
    const QString &header = headers.at(course);
    if (!mayMean(StudentField::GradeLevel, headerMeaning(header).claims)
        || headers.count(header) > 1 || !areGrades(course, rowsBelow))
        return {};
    const int grade = columns[static_cast<std::size_t>(StudentField::GradeLevel)];
    const auto claims = grade < 0 ? QList<HeaderClaim>() : headerMeaning(headers.at(grade)).claims;
    const bool hasSure = std::any_of(claims.cbegin(), claims.cend(), [](const HeaderClaim &claim) {
        return claim.field == StudentField::GradeLevel && claim.rank == 1;
    });
    if (hasSure)
        return {{StudentField::Course, QString()}};
    return {{StudentField::GradeLevel, header}};
}

} // namespace Rollbook
