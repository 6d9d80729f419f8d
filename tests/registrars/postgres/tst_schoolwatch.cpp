// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrescluster.h"
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
    void init();

    void tellsWhatAColleagueDoes_data();
    void tellsWhatAColleagueDoes();
    void isThereAgainAfterAnOutage();
    void isNotThereWhereNobodyElseIs();

private:
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

void TestSchoolWatch::init()
{
    m_colleagues.reset();
    m_mine.reset();
    m_store = std::make_unique<TestStore>(u"postgresql"_s);
    m_mine = m_store->open();
    m_colleagues = m_store->open();
    QVERIFY(m_mine->courses().save({course(u"GO1"_s, 2, 2)}));
}

void TestSchoolWatch::tellsWhatAColleagueDoes_data()
{
    using Deed = std::function<void(School &)>;
    QTest::addColumn<Deed>("deed");
    QTest::newRow("registers") << Deed([](School &school) {
        QVERIFY(registerAll(school, numberedStudents(1, 4), forGo1()).first().registration());
    });
    QTest::newRow("withdraws") << Deed([](School &school) {
        QCOMPARE(school.places()
                     .withdraw(*school.places().ofCourse(course(u"GO1"_s).ref()))
                     ->withdrawn.size(),
            3);
    });
    QTest::newRow("changes a course")
        << Deed([](School &school) { QVERIFY(school.courses().save({course(u"GO1"_s, 9, 2)})); });
    QTest::newRow("adds a course")
        << Deed([](School &school) { QVERIFY(school.courses().save({course(u"ART"_s)})); });
}

void TestSchoolWatch::tellsWhatAColleagueDoes()
{
    QFETCH(const std::function<void(School &)>, deed);
    QCOMPARE(registerAll(*m_colleagues, numberedStudents(3), forGo1()).size(), 3);
    QSignalSpy heard(m_mine->watch(), &SchoolWatch::coursesChanged);
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
    const QString database = m_store->url().section(u'?', 0, 0).section(u'/', -1);
    QVERIFY(PostgresCluster::shared().terminateConnections(database) > 0);
    // It tells that it is back.
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), 30'000);
    heard.clear();
    QVERIFY(m_colleagues->courses().save({course(u"ART"_s)}));
    QTRY_VERIFY(!heard.isEmpty());
}

void TestSchoolWatch::isNotThereWhereNobodyElseIs()
{
    const TestStore file(u"sqlite"_s);
    QVERIFY(!file.open()->watch());
}

QTEST_GUILESS_MAIN(TestSchoolWatch)
#include "tst_schoolwatch.moc"
