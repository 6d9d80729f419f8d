// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"
#include "registrars/openschool.h"
#include "registrars/schoolfiles.h"
#include "undoschool.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What the program takes for allowed, and so offers, against what the server lets each role do.
class TestSchoolRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void schoolSaysWhoHasItOpen_data();
    void schoolSaysWhoHasItOpen();
    void serverRefusesExactlyWhatIsNotClaimed_data();
    void serverRefusesExactlyWhatIsNotClaimed();
    void everythingIsAllowedInASchoolOfOnesOwn();
};

namespace
{

const QString Vera = u"vera"_s;
const QString Rita = u"rita"_s;
const QString Ada = u"ada"_s;
const QString Nora = u"nora"_s;

const CourseRef Go1 = course(u"GO1"_s).ref();

Expected<void> nothing(const auto &answer)
{
    return answer ? Expected<void>() : tl::unexpected(answer.error());
}

Expected<void> together(std::initializer_list<Expected<void>> answers)
{
    for (const Expected<void> &answer : answers) {
        if (!answer)
            return answer;
    }
    return {};
}

/// A school in which there is something to do for everybody: GO1 has two seats, S001 holds one and
/// S002 waits for the other.
class BusySchool
{
public:
    explicit BusySchool(const QString &user)
        : m_made(u"postgresql"_s)
        , m_school(m_made.store().openAs(user))
    {
        const auto saved =
            m_made->courses().save({course(u"GO1"_s, 1, 3), course(u"ART"_s, 5), course(u"OLD"_s)});
        const auto known = m_made->students().save({{student(u"S900"_s), {}, {}}});
        m_run = m_made.registerRun(numberedStudents(1), CourseAssignment(course(u"ART"_s).ref()));
        m_interrupted = Run::begin(u"list"_s, CourseAssignment(Go1), {});
        const StudentList two = numberedStudents(2);
        const auto begun = m_made->journal().begin(m_interrupted, {two, CourseAssignment(Go1), {}});
        registerAll(*m_made, m_interrupted, two, CourseAssignment(Go1));
        m_made->journal().leave(m_interrupted);
        const auto widened = m_made->courses().save({course(u"GO1"_s, 2, 3)});
        if (!saved || !known || !begun || !widened)
            qFatal("The school cannot be filled.");
    }

    School &operator*() const { return *m_school; }
    School *operator->() const { return m_school.get(); }
    const QString &run() const { return m_run; }
    const Run &interrupted() const { return m_interrupted; }

    Expected<void> look() const
    {
        const auto plan = planAll(*m_school, Run::begin(u"list"_s, CourseAssignment(Go1), {}),
            numberedStudents(3), CourseAssignment(Go1));
        if (outcomes(plan).join(u", "_s)
            != u"already_registered 1, already_registered waiting 1, registered 2"_s)
            return fail(ErrorCode::Internal, outcomes(plan).join(u", "_s));
        return together({nothing(m_school->courses().courses()),
            nothing(m_school->students().students()), nothing(m_school->journal().runs()),
            nothing(m_school->journal().run(m_run)), nothing(m_school->history().find({})),
            nothing(m_school->history().placeChanges(student(u"S001"_s))),
            nothing(m_school->undo().preview(m_run)), nothing(m_school->audit().verify()),
            nothing(m_school->places().ofCourse(Go1)), nothing(m_school->settings().letterhead())});
    }
    Expected<void> beginRun() const
    {
        const Run run = Run::begin(u"list"_s, CourseAssignment(Go1), {});
        const auto begun =
            m_school->journal().begin(run, {numberedStudents(1, 5), CourseAssignment(Go1), {}});
        m_school->journal().leave(run);
        return begun;
    }
    Expected<void> registerStudent() const
    {
        const auto results = registerAll(
            *m_school, numberedStudents(1, 5), CourseAssignment(course(u"ART"_s).ref()));
        if (results.first().status() == RegistrationStatus::Failed)
            return fail(ErrorCode::StoreReadOnly, outcome(results.first()));
        return {};
    }
    Expected<void> goOn() const
    {
        const auto gone = m_school->journal().goOn(m_interrupted);
        m_school->journal().leave(m_interrupted);
        return gone;
    }
    Expected<void> tryAgain() const
    {
        const auto asked = m_school->journal().tryAgain(m_interrupted, {{1}, {}});
        m_school->journal().leave(m_interrupted);
        return asked;
    }
    Expected<void> promote() const { return nothing(m_school->waitingList().promote(Go1)); }
    Expected<void> withdraw() const
    {
        const auto held = m_school->places().ofCourse(Go1);
        return held ? nothing(m_school->places().withdraw({held->first()})) : nothing(held);
    }
    Expected<void> undo() const { return nothing(m_school->undo().undo(m_run)); }
    Expected<void> addCourse() const { return m_school->courses().save({course(u"NEW"_s)}); }
    Expected<void> changeCourse() const { return m_school->courses().save({course(u"OLD"_s, 9)}); }
    Expected<void> importCourses() const
    {
        const QString path = write(u"courses.csv"_s, "code,title\nCHESS,Chess\n");
        return nothing(Rollbook::importCourses(*m_school, path));
    }
    Expected<void> removeCourse() const
    {
        return m_school->courses().remove(course(u"OLD"_s).ref());
    }
    Expected<void> addStudent() const
    {
        return m_school->students().save({{student(u"S901"_s), {}, {}}});
    }
    Expected<void> changeStudent() const
    {
        Student changed = student(u"S900"_s);
        changed.givenName = u"Ana"_s;
        return m_school->students().save({{changed, {}, {}}});
    }
    Expected<void> hold() const
    {
        return m_school->students().save({{student(u"S900"_s), u"library book"_s, {}}});
    }
    Expected<void> importStudents() const
    {
        const QString path = write(u"students.csv"_s, "student_id,given_name\nS902,Ben\n");
        return nothing(Rollbook::importStudents(*m_school, path));
    }
    Expected<void> removeStudent() const { return m_school->students().remove(student(u"S900"_s)); }
    Expected<void> changeLetterhead() const
    {
        Letterhead letterhead;
        letterhead.schoolName = u"Oak Street School"_s;
        return m_school->settings().save(letterhead);
    }

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The file cannot be written.");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    UndoSchool m_made; // opened by who may do everything
    std::unique_ptr<School> m_school;
    QString m_run;
    Run m_interrupted;
};

enum class Right { Look, Register, Manage };

struct Deed {
    const char *name;
    Right right;
    Expected<void> (BusySchool::*what)() const;
};
// Each leaves to those behind it what they need.
constexpr std::array<Deed, 18> Deeds{{
    {"look, plan and report", Right::Look, &BusySchool::look},
    {"begin a run", Right::Register, &BusySchool::beginRun},
    {"register", Right::Register, &BusySchool::registerStudent},
    {"go on with a run", Right::Register, &BusySchool::goOn},
    {"try again", Right::Register, &BusySchool::tryAgain},
    {"move up", Right::Register, &BusySchool::promote},
    {"withdraw", Right::Register, &BusySchool::withdraw},
    {"undo a run", Right::Register, &BusySchool::undo},
    {"add a course", Right::Manage, &BusySchool::addCourse},
    {"change a course", Right::Manage, &BusySchool::changeCourse},
    {"import courses", Right::Manage, &BusySchool::importCourses},
    {"remove a course", Right::Manage, &BusySchool::removeCourse},
    {"add a student", Right::Manage, &BusySchool::addStudent},
    {"change a student", Right::Manage, &BusySchool::changeStudent},
    {"put on hold", Right::Manage, &BusySchool::hold},
    {"import students", Right::Manage, &BusySchool::importStudents},
    {"remove a student", Right::Manage, &BusySchool::removeStudent},
    {"say what stands on documents", Right::Manage, &BusySchool::changeLetterhead},
}};

bool isClaimed(Right right, const SchoolRights &rights)
{
    switch (right) {
    case Right::Look:
        return rights.role != SchoolRole::None;
    case Right::Register:
        return rights.mayRegister();
    case Right::Manage:
        return rights.mayManage();
    }
    return false;
}

} // namespace

void TestSchoolRights::initTestCase()
{
    const TestStore makesTheRoles(u"postgresql"_s);
    PostgresCluster::shared().execute(
        u"CREATE USER vera IN ROLE rollbook_viewer; CREATE USER rita IN ROLE rollbook_registrar;"
        " CREATE USER ada IN ROLE rollbook_admin; CREATE USER nora"_s);
}

void TestSchoolRights::schoolSaysWhoHasItOpen_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<SchoolRole>("role");
    QTest::newRow("nobody of the school") << Nora << SchoolRole::None;
    QTest::newRow("viewer") << Vera << SchoolRole::Viewer;
    QTest::newRow("registrar") << Rita << SchoolRole::Registrar;
    QTest::newRow("admin") << Ada << SchoolRole::Admin;
    QTest::newRow("superuser") << PostgresCluster::Superuser << SchoolRole::Admin;
}

void TestSchoolRights::schoolSaysWhoHasItOpen()
{
    QFETCH(const QString, user);
    QFETCH(const SchoolRole, role);
    const TestStore store(u"postgresql"_s);
    const auto school = store.openAs(user);
    QCOMPARE(school->rights().user, user);
    QCOMPARE(school->rights().role, role);
}

void TestSchoolRights::serverRefusesExactlyWhatIsNotClaimed_data()
{
    QTest::addColumn<QString>("user");
    for (const QString &user : {Vera, Rita, Ada, PostgresCluster::Superuser})
        QTest::newRow(qPrintable(user)) << user;
}

void TestSchoolRights::serverRefusesExactlyWhatIsNotClaimed()
{
    QFETCH(const QString, user);
    const BusySchool school(user);
    for (const Deed &deed : Deeds) {
        const bool isAllowed = isClaimed(deed.right, school->rights());
        const Expected<void> done = (school.*deed.what)();
        const QString sentence = done ? u"it was done"_s : done.error().sentence;
        const QByteArray said = deed.name + (": " + sentence).toUtf8();
        QVERIFY2(done.has_value() == isAllowed, said.constData());
        QVERIFY2(isAllowed || done.error().code == ErrorCode::StoreReadOnly, said.constData());
    }
}

void TestSchoolRights::everythingIsAllowedInASchoolOfOnesOwn()
{
    const TestStore file(u"sqlite"_s);
    for (const QString &url : {file.url(), u"simulated:?latency=0ms"_s}) {
        const auto school = openSchool(url);
        QVERIFY(school);
        QVERIFY((*school)->rights().mayRegister());
        QVERIFY((*school)->rights().mayManage());
        QVERIFY((*school)->rights().user.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSchoolRights)
#include "tst_schoolrights.moc"
