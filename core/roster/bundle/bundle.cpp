// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle.h"

#include "bundleclasses.h"
#include "bundlepeople.h"
#include "bundletables.h"
#include "csvtable.h"
#include "domain/student.h"
#include "rostertext.h"

#include <QSet>
#include <QStringList>

#include <array>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr int MostClassesInASentence = 20;

/// That a student is in a class.
struct Enrollment {
    int row = 0;
    int inClass = 0;
};

/// The enrolments of students that hold.
class Enrollments
{
public:
    Enrollments(const CsvTable &table, const BundleLayout &layout, const BundleLookup &sections,
        BundleClasses &classes);

    const std::vector<Enrollment> &list() const { return m_list; }
    QByteArrayView person(Enrollment enrollment) const
    {
        return m_person.in(m_table, enrollment.row);
    }

private:
    CsvTable m_table;
    BundleColumn m_person;
    std::vector<Enrollment> m_list;
};

Enrollments::Enrollments(const CsvTable &table, const BundleLayout &layout,
    const BundleLookup &sections, BundleClasses &classes)
    : m_table(table)
    , m_person(m_table, layout.enrollments.person)
{
    const BundleColumn inClass(m_table, layout.enrollments.inClass);
    const BundleColumn inSection(m_table, layout.enrollments.inSection);
    const BundleColumn role(m_table, layout.enrollments.role);
    const BundleColumn status(m_table, layout.enrollments.status);
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const bool isStudent =
            !role.isThere() || role.in(m_table, row).compare("student", Qt::CaseInsensitive) == 0;
        if (!isStudent || isGone(status.in(m_table, row)))
            continue;
        QByteArrayView id = inClass.in(m_table, row);
        if (id.isEmpty())
            id = sections.value(inSection.in(m_table, row));
        if (id.isEmpty())
            id = inSection.in(m_table, row);
        if (id.isEmpty())
            continue;
        const int number = classes.numberOf(id);
        if (!classes.at(number).isGone)
            m_list.push_back({row, number});
    }
}

struct BundleParts {
    BundleClasses classes;
    BundlePeople people;
    Enrollments enrollments;
};

std::vector<const char *> neededColumns(const BundleLayout &layout)
{
    const bool bySection = layout.enrollments.inSection[0] != '\0';
    std::vector<const char *> columns{
        layout.enrollments.person, bySection ? "course_id|section_id" : layout.enrollments.inClass};
    if (layout.enrollments.role[0] != '\0')
        columns.push_back(layout.enrollments.role);
    return columns;
}

Expected<BundleParts> openParts(const BundleTables &tables, const BundleLayout &layout)
{
    const auto people = tables.required(
        layout.family, layout.people.file, layout.people.marks, {layout.people.key});
    if (!people)
        return tl::unexpected(people.error());
    const auto classes = tables.required(
        layout.family, layout.classes.file, layout.classes.marks, {layout.classes.key});
    if (!classes)
        return tl::unexpected(classes.error());
    const auto enrollments = tables.required(
        layout.family, layout.enrollments.file, layout.enrollments.marks, neededColumns(layout));
    if (!enrollments)
        return tl::unexpected(enrollments.error());
    std::array<BundleLookup, 4> lookups;
    const std::array<const BundleLayout::Lookup *, 4> wanted{
        &layout.terms, &layout.sections, &layout.birthDates, &layout.gradeLevels};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Expected<BundleLookup> lookup = tables.lookup(*wanted.at(i));
        if (!lookup)
            return tl::unexpected(lookup.error());
        lookups.at(i) = std::move(*lookup);
    }
    BundleClasses named(*classes, layout, lookups[0]);
    Enrollments enrolled(*enrollments, layout, lookups[1], named);
    named.giveNames();
    return BundleParts{std::move(named), BundlePeople(*people, layout, lookups[2], lookups[3]),
        std::move(enrolled)};
}

Error unknownClass(const QString &name, const QString &wanted, const QList<RosterSheet> &sheets)
{
    QStringList names;
    for (const RosterSheet &sheet : sheets.first(qMin(MostClassesInASentence, sheets.size())))
        names += sheet.name;
    if (names.size() < sheets.size())
        names += QStringLiteral("…");
    return {ErrorCode::Usage,
        Text::tr("“%1” has no class “%2”. Its classes are: %3.")
            .arg(name, wanted, names.join(QStringLiteral(", ")))};
}

bool pushHeader(bool withCourse, RowSink &sink)
{
    std::vector<QByteArray> names;
    for (const StudentField field :
        {StudentField::StudentId, StudentField::GivenName, StudentField::FamilyName,
            StudentField::Email, StudentField::BirthDate, StudentField::GradeLevel})
        names.push_back(canonicalName(field).toUtf8());
    if (withCourse)
        names.push_back(canonicalName(StudentField::Course).toUtf8());
    const std::vector<QByteArrayView> cells(names.begin(), names.end());
    return sink.addRow(cells);
}

/// Pushes the students of this class, or of all where it is -1; gives how many.
qint64 pushStudents(const BundleParts &parts, int wantedClass, RowSink &sink)
{
    qint64 count = 0;
    // A student in two sections of a class is in it once.
    QSet<std::pair<QByteArrayView, int>> seen;
    for (const Enrollment enrollment : parts.enrollments.list()) {
        if (wantedClass >= 0 && enrollment.inClass != wantedClass)
            continue;
        const QByteArrayView key = parts.enrollments.person(enrollment);
        const auto person = parts.people.person(key);
        const qsizetype before = seen.size();
        seen.insert({key, enrollment.inClass});
        if (!person || seen.size() == before)
            continue;
        const std::array<QByteArrayView, 7> cells{person->studentId, person->givenName,
            person->familyName, person->email, person->birthDate, person->gradeLevel,
            parts.classes.at(enrollment.inClass).name};
        ++count;
        if (!sink.addRow(std::span(cells).first(wantedClass < 0 ? 7 : 6)))
            break;
    }
    return count;
}

} // namespace

std::optional<BundleKind> bundleKind(const RosterFiles &files)
{
    return bundleKind(bundleFiles(files));
}

Expected<BundleContent> readBundle(
    const RosterFiles &files, const QString &name, const QString &wantedClass, RowSink &sink)
{
    const BundleTables tables(files, name);
    const auto kind = bundleKind(tables.files());
    if (!kind) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” has no files that Rollbook knows from a student information system "
                     "(OneRoster, School Data Sync or Canvas). Choose the class list alone.")
                .arg(name));
    }
    const BundleLayout &layout = bundleLayout(*kind);
    const auto parts = openParts(tables, layout);
    if (!parts)
        return tl::unexpected(parts.error());

    BundleContent content{QString::fromLatin1(layout.format), parts->classes.sheets(), {}};
    const int number =
        wantedClass.isEmpty() ? parts->classes.only() : parts->classes.find(wantedClass);
    if (!wantedClass.isEmpty() && number < 0)
        return tl::unexpected(unknownClass(name, wantedClass, content.sheets));
    if (number >= 0)
        content.sheet = QString::fromUtf8(parts->classes.at(number).name);
    if (!pushHeader(number < 0, sink))
        return content;
    if (pushStudents(*parts, number, sink) == 0) {
        return fail(ErrorCode::NotARoster,
            content.sheet.isEmpty()
                ? Text::tr("“%1” has no students in any class. Ask for the whole export.").arg(name)
                : Text::tr("“%1” has no students in the class “%2”. Choose another class.")
                      .arg(name, content.sheet));
    }
    return content;
}

} // namespace Rollbook
