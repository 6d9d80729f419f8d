// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgbouncer.h"
#include "postgres/pgwatch.h"
#include "registrars/openschool.h"
#include "teststore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Qt::StringLiterals;

/// Who has the school open hears what colleagues do in it.
class TestSchoolWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void tellsWhatAColleagueDoes_data();
    void tellsWhatAColleagueDoes();
    void isThereAgainAfterAnOutage();
    void asksOnlyThroughAPooler();
    void nothingIsToldThroughAPoolerWhileNothingHappens();
    void isNotThereWhereNobodyElseIs();

private:
    QString database() const;
    /// Of someone who may only look, through the pooler.
    std::unique_ptr<SchoolWatch> pooledWatch() const;

    std::unique_ptr<PgBouncer> m_pooler;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_mine;
    std::unique_ptr<School> m_colleagues;
};

namespace
{

CourseAssignment forGo1()
{
    return CourseAssignment(course(u"GO1"_s).ref());
}

// Until it listens nothing is heard, and nothing says that it does: somebody changes something
// again and again.
bool listens(School &colleagues, QSignalSpy &heard)
{
    return QTest::qWaitFor([&] {
        if (heard.isEmpty())
            static_cast<void>(colleagues.courses().save({course(u"GO1"_s, 2, 2)}));
        return !heard.isEmpty();
    });
}

} // namespace

void TestSchoolWatch::initTestCase()
{
    const TestStore first(u"postgresql"_s); // makes the roles
    QCOMPARE(PostgresCluster::shared().execute(u"CREATE USER vera IN ROLE rollbook_viewer"_s),
        QString());
    m_pooler = std::make_unique<PgBouncer>(PostgresCluster::shared());
    QVERIFY(m_pooler->start());
}

QString TestSchoolWatch::database() const
{
    return m_store->url().section(u'?', 0, 0).section(u'/', -1);
}

std::unique_ptr<SchoolWatch> TestSchoolWatch::pooledWatch() const
{
    using namespace std::chrono_literals;
    return std::make_unique<PgWatch>(
        PgAddress{m_pooler->url(database(), u"vera"_s).toStdString()}, 20ms);
}

void TestSchoolWatch::init()
{
    m_colleagues.reset();
    m_mine.reset();
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_mine = m_store->open();
    m_colleagues = m_store->open();
    QVERIFY(m_mine->courses().save({course(u"GO1"_s, 2, 2)}));
    // A copy of a database does not have its settings.
    PostgresCluster::shared().execute(
        u"ALTER DATABASE %1 SET search_path = rollbook, pg_temp"_s.arg(database()));
}

void TestSchoolWatch::tellsWhatAColleagueDoes_data()
{
    using Deed = std::function<void(School &)>;
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("isPooled");
    const auto add = [](const char *name, const Deed &deed) {
        QTest::addRow("%s", name) << deed << false;
        QTest::addRow("%s, heard of through a pooler", name) << deed << true;
    };
    add("registers", [](School &school) {
        QVERIFY(registerAll(school, numberedStudents(1, 4), forGo1()).first().registration());
    });
    add("withdraws", [](School &school) {
        QCOMPARE(school.places()
                     .withdraw(*school.places().ofCourse(course(u"GO1"_s).ref()))
                     ->withdrawn.size(),
            3);
    });
    add("changes a course",
        [](School &school) { QVERIFY(school.courses().save({course(u"GO1"_s, 9, 2)})); });
    add("moves a meeting", [](School &school) {
        Course moved = course(u"GO1"_s, 2, 2);
        moved.meets = {{3, QTime(9, 0), QTime(10, 30)}};
        QVERIFY(school.courses().save({moved}));
    });
    add("adds a course",
        [](School &school) { QVERIFY(school.courses().save({course(u"ART"_s)})); });
    add("removes a course",
        [](School &school) { QVERIFY(school.courses().remove(course(u"OLD"_s).ref())); });
}

void TestSchoolWatch::tellsWhatAColleagueDoes()
{
    QFETCH(const std::function<void(School &)>, deed);
    QFETCH(const bool, isPooled);
    QCOMPARE(registerAll(*m_colleagues, numberedStudents(3), forGo1()).size(), 3);
    QVERIFY(m_colleagues->courses().save({course(u"OLD"_s)}));
    const auto pooled = isPooled ? pooledWatch() : nullptr;
    QSignalSpy heard(isPooled ? pooled.get() : m_mine->watch(), &SchoolWatch::coursesChanged);
    QVERIFY(listens(*m_colleagues, heard));
    heard.clear();
    deed(*m_colleagues);
    QTRY_VERIFY(!heard.isEmpty());
}

void TestSchoolWatch::isThereAgainAfterAnOutage()
{
    QSignalSpy heard(m_mine->watch(), &SchoolWatch::coursesChanged);
    QVERIFY(listens(*m_colleagues, heard));
    heard.clear();
    QVERIFY(PostgresCluster::shared().terminateConnections(database()) > 0);
    // It tells that it is back.
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), 30'000);
    heard.clear();
    QVERIFY(m_colleagues->courses().save({course(u"ART"_s)}));
    QTRY_VERIFY(!heard.isEmpty());
}

// What a connection said last is seen on the server.
void TestSchoolWatch::asksOnlyThroughAPooler()
{
    using namespace std::chrono_literals;
    PgWatch direct({m_store->url().toStdString()}, 1ms);
    QSignalSpy heard(&direct, &SchoolWatch::coursesChanged);
    QVERIFY(listens(*m_colleagues, heard));
    const QString listening =
        u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND query LIKE 'LISTEN%'"_s
            .arg(database());
    QCOMPARE(PostgresCluster::shared().execute(listening), u"1"_s);
    const auto pooled = pooledWatch();
    QSignalSpy asked(pooled.get(), &SchoolWatch::coursesChanged);
    QVERIFY(listens(*m_colleagues, asked));
    // Through the pooler nobody listens, so no stray word comes to whoever has a connection next.
    QCOMPARE(PostgresCluster::shared().execute(listening), u"1"_s);
    QCOMPARE(
        PostgresCluster::shared().execute(
            u"SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = '%1' AND usename = 'vera'"
            " AND query LIKE '%xmin%'"_s.arg(database())),
        u"t"_s);
}

void TestSchoolWatch::nothingIsToldThroughAPoolerWhileNothingHappens()
{
    const auto pooled = pooledWatch();
    QSignalSpy heard(pooled.get(), &SchoolWatch::coursesChanged);
    QVERIFY(listens(*m_colleagues, heard));
    const auto asked = [this] {
        return PostgresCluster::shared()
            .execute(u"SELECT extract(epoch FROM max(query_start)) FROM pg_stat_activity"
                     " WHERE datname = '%1' AND usename = 'vera'"_s.arg(database()))
            .toDouble();
    };
    const auto hasAskedSince = [&asked](double before) { return asked() > before; };
    // What was changed last to find out that it listens may not have been told yet.
    double last = asked();
    QTRY_VERIFY(hasAskedSince(last));
    last = asked();
    QTRY_VERIFY(hasAskedSince(last));
    heard.clear();
    for (int time = 0; time < 3; ++time) {
        last = asked();
        QTRY_VERIFY(hasAskedSince(last));
    }
    QCOMPARE(heard.size(), 0);
}

void TestSchoolWatch::isNotThereWhereNobodyElseIs()
{
    const TestStore file(u"sqlite"_s);
    QVERIFY(!file.open()->watch());
}

QTEST_GUILESS_MAIN(TestSchoolWatch)
#include "tst_schoolwatch.moc"
