// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/schoolfiles.h"

#include "csv/csvreader.h"
#include "csv/csvwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

namespace Rollbook
{

namespace
{

enum CourseColumn { Code, Title, Term, Capacity, Waitlist, Opens, Closes, Meets, Prerequisites };
enum StudentColumn { Id, Given, Family, Email, Birth, Grade, Notes, Hold, Completed };

const QStringList &courseColumns()
{
    static const QStringList columns{QStringLiteral("code"), QStringLiteral("title"),
        QStringLiteral("term"), QStringLiteral("capacity"), QStringLiteral("waitlist_capacity"),
        QStringLiteral("opens_on"), QStringLiteral("closes_on"), QStringLiteral("meets"),
        QStringLiteral("prerequisites")};
    return columns;
}

const QStringList &studentColumns()
{
    static const QStringList columns{QStringLiteral("student_id"), QStringLiteral("given_name"),
        QStringLiteral("family_name"), QStringLiteral("email"), QStringLiteral("birth_date"),
        QStringLiteral("grade_level"), QStringLiteral("notes"), QStringLiteral("hold"),
        QStringLiteral("completed")};
    return columns;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::SchoolFile)
};

/// Reads the cells of one line; the first that cannot be understood is the problem of the line.
class LineReader
{
public:
    LineReader(const CsvRow &row, const QStringList &columns, const QString &path)
        : m_row(row)
        , m_columns(columns)
        , m_path(path)
    {
    }

    QString text(int column) const { return m_row.cells[column]; }

    QStringList codes(int column) const
    {
        QStringList codes;
        const QStringList parts = text(column).split(u';');
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                codes += part.trimmed();
        }
        return codes;
    }

    std::optional<int> count(int column)
    {
        if (text(column).isEmpty())
            return std::nullopt;
        bool isNumber = false;
        const int number = text(column).toInt(&isNumber);
        if (!isNumber || number < 0)
            complain(column, Text::tr("“%1” is not a number of places.").arg(text(column)));
        return number;
    }

    QDate day(int column)
    {
        const QDate day = QDate::fromString(text(column), Qt::ISODate);
        if (!day.isValid() && !text(column).isEmpty()) {
            complain(column,
                Text::tr("“%1” is not a date. Write it like “2026-11-30”.").arg(text(column)));
        }
        return day;
    }

    QList<MeetingTime> meetings(int column)
    {
        const auto meetings = parseMeetings(text(column));
        if (!meetings)
            complain(column, meetings.error().sentence);
        return meetings.value_or(QList<MeetingTime>());
    }

    void complain(int column, const QString &sentence)
    {
        if (!m_problem) {
            m_problem = Error{ErrorCode::InvalidData,
                Text::tr("“%1”, line %2, column “%3”: %4")
                    .arg(QDir::toNativeSeparators(m_path), QString::number(m_row.line),
                        m_columns[column], sentence)};
        }
    }
    /// Complains when an earlier line had the same.
    void expectNew(int column, const QString &key, QHash<QString, int> &linesByKey)
    {
        const auto earlier = linesByKey.constFind(key);
        if (earlier != linesByKey.cend())
            complain(column, Text::tr("this is the same as in line %1.").arg(*earlier));
        linesByKey.insert(key, m_row.line);
    }
    const std::optional<Error> &problem() const { return m_problem; }

private:
    const CsvRow &m_row;
    const QStringList &m_columns;
    const QString &m_path;
    std::optional<Error> m_problem;
};

using LinesByKey = QHash<QString, int>;

Course courseAt(LineReader &line, LinesByKey &known)
{
    Course course;
    course.code = line.text(Code);
    course.title = line.text(Title);
    course.term = line.text(Term);
    course.capacity = line.count(Capacity);
    course.waitlistCapacity = line.count(Waitlist);
    course.opensOn = line.day(Opens);
    course.closesOn = line.day(Closes);
    course.meets = line.meetings(Meets);
    course.prerequisites = line.codes(Prerequisites);
    if (course.code.isEmpty())
        line.complain(Code, Text::tr("each course needs a code."));
    if (course.opensOn.isValid() && course.closesOn.isValid() && course.closesOn < course.opensOn)
        line.complain(Closes, Text::tr("the course closes before it opens."));
    line.expectNew(Code, course.code + QChar(u'\n') + course.term, known);
    return course;
}

StudentRecord studentAt(LineReader &line, LinesByKey &known)
{
    StudentRecord record;
    record.student = {line.text(Id), line.text(Given), line.text(Family), line.text(Email),
        line.text(Birth), line.text(Grade), line.text(Notes)};
    record.hold = line.text(Hold);
    record.completedCourses = line.codes(Completed);
    if (!record.student.isIdentified())
        line.complain(Id, Text::tr("each student needs a number or an e-mail address."));
    else if (!record.student.studentId.isEmpty())
        line.expectNew(Id, record.student.studentId, known);
    else
        line.expectNew(Email, u'@' + record.student.email.toCaseFolded(), known);
    return record;
}

template <typename Thing>
Expected<QList<Thing>> readThings(const QString &path, const QStringList &columns,
    Thing (*thingAt)(LineReader &line, LinesByKey &known))
{
    const auto rows = readCsv(path, columns);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Thing> things;
    LinesByKey known;
    for (const CsvRow &row : *rows) {
        LineReader line(row, columns, path);
        things.append(thingAt(line, known));
        if (line.problem())
            return tl::unexpected(*line.problem());
    }
    return things;
}

QString numberOrNothing(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

} // namespace

Expected<QList<Course>> readCourses(const QString &path)
{
    return readThings<Course>(path, courseColumns(), courseAt);
}

Expected<void> writeCourses(const QString &path, const QList<Course> &courses)
{
    QList<QStringList> rows;
    for (const Course &course : courses) {
        rows.append({course.code, course.title, course.term, numberOrNothing(course.capacity),
            numberOrNothing(course.waitlistCapacity), course.opensOn.toString(Qt::ISODate),
            course.closesOn.toString(Qt::ISODate), formatMeetings(course.meets),
            course.prerequisites.join(QStringLiteral("; "))});
    }
    return writeCsv(path, courseColumns(), rows);
}

Expected<QList<StudentRecord>> readStudents(const QString &path)
{
    return readThings<StudentRecord>(path, studentColumns(), studentAt);
}

Expected<void> writeStudents(const QString &path, const QList<StudentRecord> &students)
{
    QList<QStringList> rows;
    for (const StudentRecord &record : students) {
        const Student &student = record.student;
        rows.append({student.studentId, student.givenName, student.familyName, student.email,
            student.birthDate, student.gradeLevel, student.notes, record.hold,
            record.completedCourses.join(QStringLiteral("; "))});
    }
    return writeCsv(path, studentColumns(), rows);
}

Expected<int> importCourses(School &school, const QString &path)
{
    const auto courses = readCourses(path);
    if (!courses)
        return tl::unexpected(courses.error());
    const auto saved = school.courses().save(*courses);
    if (!saved)
        return tl::unexpected(saved.error());
    return static_cast<int>(courses->size());
}

Expected<int> exportCourses(School &school, const QString &path)
{
    const auto seats = school.courses().courses();
    if (!seats)
        return tl::unexpected(seats.error());
    QList<Course> courses;
    for (const CourseSeats &one : *seats)
        courses += one.course;
    const auto written = writeCourses(path, courses);
    if (!written)
        return tl::unexpected(written.error());
    return static_cast<int>(courses.size());
}

Expected<int> importStudents(School &school, const QString &path)
{
    const auto students = readStudents(path);
    if (!students)
        return tl::unexpected(students.error());
    const auto saved = school.students().save(*students);
    if (!saved)
        return tl::unexpected(saved.error());
    return static_cast<int>(students->size());
}

Expected<int> exportStudents(School &school, const QString &path)
{
    const auto students = school.students().students();
    if (!students)
        return tl::unexpected(students.error());
    const auto written = writeStudents(path, *students);
    if (!written)
        return tl::unexpected(written.error());
    return static_cast<int>(students->size());
}

} // namespace Rollbook
