// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "onerosterreport.h"

#include "csvcells.h"
#include "enrolledstudents.h"
#include "zipwriter.h"

#include <QHash>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// Of this program, so that nobody else makes the same ids of the same words.
const QUuid IdSpace(0x6f1d9c52, 0x3f0e, 0x4c1b, 0x9a, 0x77, 0x52, 0x6f, 0x6c, 0x6c, 0x62, 0x6f);

QByteArray sourcedId(const QByteArray &kind, const QByteArrayList &parts)
{
    return QUuid::createUuidV5(IdSpace, kind + '\n' + parts.join('\n'))
        .toByteArray(QUuid::WithoutBraces);
}

/// The day on which the school year of a day begins, by the calendar of most schools.
QDate beginOfSchoolYear(QDate day)
{
    constexpr int FirstMonth = 8;
    return {day.month() < FirstMonth ? day.year() - 1 : day.year(), FirstMonth, 1};
}

/// The tables of a bundle while they grow.
class OneRosterTables
{
public:
    explicit OneRosterTables(const ReportTask &task);

    void add(const EnrolledStudent &student);
    QByteArray zipped() const;

private:
    struct ClassIds {
        QByteArray classId;
        QByteArray termId;
    };

    const ClassIds &classOf(const CourseRef &course, const Run &run);
    void addTerm(const QByteArray &id, const QString &title, QDate day);
    std::string manifest() const;

    QByteArray m_school;
    QByteArray m_schoolId;
    QDateTime m_time;
    QHash<CourseRef, ClassIds> m_classes;
    QSet<QByteArray> m_terms;
    std::string m_orgTable;
    std::string m_termTable;
    std::string m_courseTable;
    std::string m_classTable;
    std::string m_userTable;
    std::string m_enrollmentTable;
};

OneRosterTables::OneRosterTables(const ReportTask &task)
{
    const Run run = task.runs.isEmpty() ? Run() : task.runs.first().run;
    m_time = run.startedAt;
    m_school =
        (task.letterhead.schoolName.isEmpty() ? run.registrarName : task.letterhead.schoolName)
            .toUtf8();
    if (m_school.isEmpty())
        m_school = "School";
    m_schoolId = sourcedId("org", {m_school});
    m_orgTable = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n";
    appendCsvLine(m_orgTable, {m_schoolId, {}, {}, m_school, "school", {}, {}});
    m_termTable = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,"
                  "schoolYear\r\n";
    m_courseTable = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
                    "orgSourcedId,subjects,subjectCodes\r\n";
    m_classTable = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,"
                   "classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,"
                   "periods\r\n";
    m_userTable = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,"
                  "userIds,givenName,familyName,middleName,identifier,email,sms,phone,"
                  "agentSourcedIds,grades,password\r\n";
    m_enrollmentTable = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
                        "userSourcedId,role,primary,beginDate,endDate\r\n";
}

void OneRosterTables::addTerm(const QByteArray &id, const QString &title, QDate day)
{
    if (m_terms.contains(id))
        return;
    m_terms += id;
    const QDate begin = beginOfSchoolYear(day);
    const QDate end = begin.addYears(1).addDays(-1);
    // A school year is called by the year in which it ends.
    const QByteArray year = QByteArray::number(end.year());
    appendCsvLine(m_termTable,
        {id, {}, {}, title.isEmpty() ? year : title.toUtf8(), "term",
            begin.toString(Qt::ISODate).toLatin1(), end.toString(Qt::ISODate).toLatin1(), {},
            year});
}

const OneRosterTables::ClassIds &OneRosterTables::classOf(const CourseRef &course, const Run &run)
{
    const auto known = m_classes.constFind(course);
    if (known != m_classes.cend())
        return *known;
    const QDate day = run.startedAt.toLocalTime().date();
    const QByteArray code = course.code.toUtf8();
    const QByteArray year = QByteArray::number(beginOfSchoolYear(day).year());
    const QByteArray termId = sourcedId("term", {m_school, course.term.toUtf8(), year});
    const QByteArray courseId = sourcedId("course", {m_school, code});
    const ClassIds ids{sourcedId("class", {m_school, code, course.term.toUtf8()}), termId};
    addTerm(termId, course.term, day);
    const bool isNewCourse = std::none_of(m_classes.keyBegin(), m_classes.keyEnd(),
        [&](const CourseRef &other) { return other.code == course.code; });
    if (isNewCourse)
        appendCsvLine(m_courseTable, {courseId, {}, {}, {}, code, code, {}, m_schoolId, {}, {}});
    appendCsvLine(m_classTable,
        {ids.classId, {}, {}, code, {}, courseId, code, "scheduled", {}, m_schoolId, termId, {}, {},
            {}});
    return *m_classes.insert(course, ids);
}

void OneRosterTables::add(const EnrolledStudent &student)
{
    const QByteArray userId = sourcedId("user", {m_school, student.key});
    appendCsvLine(m_userTable,
        {userId, {}, {}, "true", m_schoolId, "student", student.key, {},
            student.nameField(StudentField::GivenName), student.nameField(StudentField::FamilyName),
            {}, student.field(StudentField::StudentId), student.field(StudentField::Email), {}, {},
            {}, {}, {}});
    for (const CourseRef &course : student.courses) {
        const ClassIds &ids = classOf(course, student.run->run);
        appendCsvLine(m_enrollmentTable,
            {sourcedId("enrollment", {ids.classId, userId}), {}, {}, ids.classId, m_schoolId,
                userId, "student", {}, {}, {}});
    }
}

std::string OneRosterTables::manifest() const
{
    std::string text("propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.1\r\n");
    static constexpr std::array present{
        "academicSessions", "classes", "courses", "enrollments", "orgs", "users"};
    for (const char *file : {"academicSessions", "categories", "classes", "classResources",
             "courses", "courseResources", "demographics", "enrollments", "lineItems", "orgs",
             "resources", "results", "users"}) {
        const bool isThere = std::any_of(present.begin(), present.end(),
            [file](const char *other) { return qstrcmp(file, other) == 0; });
        text += std::string("file.") + file + (isThere ? ",bulk\r\n" : ",absent\r\n");
    }
    appendCsvLine(text, {"source.systemName", "Rollbook"});
    appendCsvLine(text, {"source.systemCode", m_schoolId});
    return text;
}

QByteArray OneRosterTables::zipped() const
{
    ZipWriter zip(m_time);
    const bool added = zip.add("manifest.csv", manifest())
        && zip.add("academicSessions.csv", m_termTable) && zip.add("classes.csv", m_classTable)
        && zip.add("courses.csv", m_courseTable) && zip.add("enrollments.csv", m_enrollmentTable)
        && zip.add("orgs.csv", m_orgTable) && zip.add("users.csv", m_userTable);
    return added ? zip.finish() : QByteArray();
}

} // namespace

bool writeOneRosterReport(const ReportTask &task, QIODevice &device)
{
    const auto students = enrolledStudents(task);
    if (!students)
        return false;
    OneRosterTables tables(task);
    for (const EnrolledStudent &student : *students) {
        tables.add(student);
        if (!task.progress.goesOn())
            return false;
    }
    const QByteArray archive = tables.zipped();
    return !archive.isEmpty() && device.write(archive) == archive.size();
}

} // namespace Rollbook
