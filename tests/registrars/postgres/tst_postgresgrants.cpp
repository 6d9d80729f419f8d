// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rightsschool.h"

#include <QTest>

#include <array>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Every kind of statement with every table and column of a school, by every role.
class TestPostgresGrants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTableHasItsRights();
    void roleMayChangeWhatIsItsOwn_data();
    void roleMayChangeWhatIsItsOwn();
    void nobodyCallsRoutinesOfTheSchool_data();
    void nobodyCallsRoutinesOfTheSchool();
    void nobodyCountsOn_data();
    void nobodyCountsOn();
    void nobodyAddsToTheSchema_data();
    void nobodyAddsToTheSchema();

private:
    QStringList columnsOf(const QString &table);

    std::unique_ptr<RightsSchool> m_school;
};

namespace
{

// In this order: each may what those before may.
enum class Role { None, Viewer, Registrar, Admin, Nobody };

struct RoleUser {
    Role role;
    QString user;
};
const std::array<RoleUser, 4> Users{
    {{Role::None, RightsSchool::Nora}, {Role::Viewer, RightsSchool::Vera},
        {Role::Registrar, RightsSchool::Rita}, {Role::Admin, RightsSchool::Ada}}};

enum class Kind {
    Select,
    Lock,
    Insert,
    Update,
    Delete,
    Block,
    Truncate,
    Watch,
    Alter,
    Drop,
    Silence
};

struct KindOfStatement {
    Kind kind;
    const char *statement; // %1: the table, %2: a column, if rights are given by column
};
// Even those that meet no row are refused.
constexpr std::array<KindOfStatement, 11> Kinds{{
    {Kind::Select, "SELECT \"%2\" FROM %1"},
    {Kind::Lock, "SELECT FROM %1 FOR UPDATE"},
    {Kind::Insert, "INSERT INTO %1 (\"%2\") SELECT NULL WHERE false"},
    {Kind::Update, "UPDATE %1 SET \"%2\" = DEFAULT WHERE false"},
    {Kind::Delete, "DELETE FROM %1 WHERE false"},
    {Kind::Block, "LOCK TABLE %1 IN SHARE MODE"},
    {Kind::Truncate, "TRUNCATE %1 CASCADE"},
    {Kind::Watch,
        "CREATE TRIGGER mine BEFORE UPDATE ON %1 FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"},
    {Kind::Alter, "ALTER TABLE %1 ADD COLUMN more integer"},
    {Kind::Drop, "DROP TABLE %1 CASCADE"},
    {Kind::Silence, "ALTER TABLE %1 DISABLE TRIGGER ALL"},
}};

constexpr const char *All = "*";
constexpr const char *None = "";

struct Columns {
    const char *registrar;
    const char *admin; // besides those
};

struct TableRights {
    const char *table;
    Role reads;
    Columns inserts;
    Columns updates;
    Role removes;
};

constexpr std::array<TableRights, 17> Rights{{
    {"audit_entries", Role::Viewer, {All, None}, {None, None}, Role::Nobody},
    {"audit_last", Role::Viewer, {None, None}, {"only", None}, Role::Nobody},
    {"completed_courses", Role::Viewer, {None, All}, {None, None}, Role::Admin},
    {"courses", Role::Viewer,
        {None, "code term title capacity waitlist_capacity opens_on closes_on"},
        {"seats_taken waiting", "title capacity waitlist_capacity opens_on closes_on"},
        Role::Admin},
    {"free_seats", Role::Viewer, {None, None}, {None, None}, Role::Registrar},
    {"letterhead", Role::Viewer, {None, All}, {None, "school_name address logo paper language"},
        Role::Nobody},
    {"meetings", Role::Viewer, {None, All}, {None, None}, Role::Admin},
    {"prerequisites", Role::Viewer, {None, All}, {None, None}, Role::Admin},
    {"registrations", Role::Viewer, {All, None}, {"waiting number registered_at", None},
        Role::Registrar},
    {"run_columns", Role::Viewer, {All, None}, {None, None}, Role::Nobody},
    {"run_courses", Role::Viewer, {All, None}, {None, None}, Role::Nobody},
    {"run_results", Role::Viewer, {All, None},
        {"course student_id given_name family_name email birth_date grade_level notes status"
         " reason argument waiting number registered_at attempts duration_ms",
            None},
        Role::Nobody},
    {"run_rosters", Role::Viewer, {All, None}, {"roster", None}, Role::Nobody},
    {"runs", Role::Viewer,
        {"id started_at ended_at started_by roster_name course_name when_full unknown_students"
         " state registered waitlisted already_registered rejected failed not_attempted"
         " roster_path roster_hash registrar kind undone_run withdrawn left_as_it_is"
         " nothing_to_undo",
            None},
        {"ended_at state registered waitlisted already_registered rejected failed not_attempted"
         " kind undone_run withdrawn left_as_it_is nothing_to_undo",
            None},
        Role::Nobody},
    {"schema_version", Role::None, {None, None}, {None, None}, Role::Nobody},
    {"students", Role::Viewer,
        {"student_id given_name family_name email email_key birth_date grade_level notes", "hold"},
        {"given_name family_name email email_key birth_date grade_level notes", "student_id hold"},
        Role::Admin},
    {"undo_results", Role::Viewer, {All, None}, {None, None}, Role::Nobody},
}};

const QStringList Whole{u"the table"_s};

QStringList named(const char *columns, const QStringList &all)
{
    if (QLatin1StringView(columns) == QLatin1StringView(All))
        return all;
    return QString::fromLatin1(columns).split(u' ', Qt::SkipEmptyParts);
}

QStringList named(const Columns &columns, Role role, const QStringList &all)
{
    QStringList allowed;
    if (role >= Role::Registrar)
        allowed += named(columns.registrar, all);
    if (role >= Role::Admin)
        allowed += named(columns.admin, all);
    allowed.sort();
    return allowed;
}

/// The columns, or the whole table.
QStringList expected(const TableRights &rights, Kind kind, Role role, const QStringList &all)
{
    switch (kind) {
    case Kind::Select:
        return role >= rights.reads ? all : QStringList();
    case Kind::Lock:
        return named(rights.updates, role, all).isEmpty() ? QStringList() : Whole;
    case Kind::Insert:
        return named(rights.inserts, role, all);
    case Kind::Update:
        return named(rights.updates, role, all);
    case Kind::Delete:
    case Kind::Block: // takes a right to all of the table
        return role >= rights.removes ? Whole : QStringList();
    case Kind::Truncate:
    case Kind::Watch:
    case Kind::Alter:
    case Kind::Drop:
    case Kind::Silence:
        break;
    }
    return {};
}

void addUsers()
{
    QTest::addColumn<QString>("user");
    for (const RoleUser &user : Users)
        QTest::newRow(qPrintable(user.user)) << user.user;
}

} // namespace

Q_DECLARE_METATYPE(Role)
Q_DECLARE_METATYPE(Kind)

void TestPostgresGrants::initTestCase()
{
    m_school = std::make_unique<RightsSchool>(u"grants"_s);
}

QStringList TestPostgresGrants::columnsOf(const QString &table)
{
    return m_school->as(RightsSchool::Superuser)
        .send(u"SELECT attname FROM pg_attribute WHERE attrelid = 'rollbook.%1'::regclass"
              " AND attnum > 0 AND NOT attisdropped ORDER BY attname COLLATE \"C\""_s.arg(table))
        .text.split(u'\n');
}

// Who adds a table says here who may do what with it.
void TestPostgresGrants::everyTableHasItsRights()
{
    QStringList expectedTables;
    for (const TableRights &rights : Rights)
        expectedTables += QString::fromLatin1(rights.table);
    const QString tables =
        m_school->as(RightsSchool::Superuser)
            .send(u"SELECT relname FROM pg_class WHERE relnamespace = 'rollbook'::regnamespace"
                  " AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY relname COLLATE \"C\""_s)
            .text;
    QCOMPARE(tables.split(u'\n'), expectedTables);
}

void TestPostgresGrants::roleMayChangeWhatIsItsOwn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("allowed");
    for (const TableRights &rights : Rights) {
        const QString table = QString::fromLatin1(rights.table);
        const QStringList all = columnsOf(table);
        for (const RoleUser &user : Users) {
            for (const KindOfStatement &kind : Kinds) {
                const QString statement = QString::fromLatin1(kind.statement);
                QTest::newRow(
                    qPrintable(user.user + u": "_s + QString(statement).replace(u"%1"_s, table)))
                    << user.user << table << statement
                    << expected(rights, kind.kind, user.role, all);
            }
        }
    }
}

void TestPostgresGrants::roleMayChangeWhatIsItsOwn()
{
    QFETCH(const QString, user);
    QFETCH(const QString, table);
    QFETCH(const QString, statement);
    QFETCH(const QStringList, allowed);
    const bool byColumn = statement.contains(u"%2"_s);
    const QStringList tried = byColumn ? columnsOf(table) : Whole;
    QStringList done;
    for (const QString &column : tried) {
        const QString sql = QString(statement).replace(u"%1"_s, table).replace(u"%2"_s, column);
        const PlainClient::Answer answer = m_school->as(user).tryOut(sql);
        if (answer.state.isEmpty())
            done += column;
        else
            QVERIFY2(answer.state == RightsSchool::NotAllowed, qPrintable(sql + answer.text));
    }
    QCOMPARE(done, allowed);
}

void TestPostgresGrants::nobodyCallsRoutinesOfTheSchool_data()
{
    addUsers();
}

void TestPostgresGrants::nobodyCallsRoutinesOfTheSchool()
{
    QFETCH(const QString, user);
    QCOMPARE(m_school->as(user)
                 .send(u"SELECT proname FROM pg_proc WHERE pronamespace = 'rollbook'::regnamespace"
                       " AND has_function_privilege(oid, 'EXECUTE')"_s)
                 .text,
        QString());
    QCOMPARE(m_school->as(user).tryOut(u"CALL carry_over(true)"_s).state, RightsSchool::NotAllowed);
}

void TestPostgresGrants::nobodyCountsOn_data()
{
    addUsers();
}

// The keys that the next students, courses and runs get.
void TestPostgresGrants::nobodyCountsOn()
{
    QFETCH(const QString, user);
    const QStringList sequences{u"students_id_seq"_s, u"courses_id_seq"_s, u"runs_number_seq"_s};
    for (const QString &sequence : sequences) {
        QCOMPARE(m_school->as(user).tryOut(u"SELECT setval('%1', 7)"_s.arg(sequence)).state,
            RightsSchool::NotAllowed);
    }
}

void TestPostgresGrants::nobodyAddsToTheSchema_data()
{
    addUsers();
}

void TestPostgresGrants::nobodyAddsToTheSchema()
{
    QFETCH(const QString, user);
    const QStringList statements{u"CREATE TABLE rollbook.mine (x integer)"_s,
        u"CREATE FUNCTION rollbook.lower(text) RETURNS text LANGUAGE sql RETURN $1"_s,
        u"CREATE SCHEMA mine"_s, u"ALTER SCHEMA rollbook RENAME TO mine"_s,
        u"GRANT rollbook_admin TO nora"_s, u"DROP POLICY given ON registrations"_s};
    for (const QString &statement : statements) {
        const PlainClient::Answer answer = m_school->as(user).tryOut(statement);
        QVERIFY2(answer.state == RightsSchool::NotAllowed, qPrintable(statement + answer.text));
    }
}

QTEST_GUILESS_MAIN(TestPostgresGrants)
#include "tst_postgresgrants.moc"
