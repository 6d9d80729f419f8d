// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "registrars/sampleschool.h"

#include "teststore.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Rollbook;

class TestOpenSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void makesTheDefaultSchoolWithItsFolder();
    void namesTheSchoolAfterItsFile();
    void opensASimulatedSchool();
    void leavesASampleSchoolAsPeopleChangedIt();
    void refusesOtherAddresses_data();
    void refusesOtherAddresses();
};

void TestOpenSchool::makesTheDefaultSchoolWithItsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(defaultStoreUrl().startsWith(QStringLiteral("sqlite:") + folder));
    QVERIFY(openSchool(defaultStoreUrl()));
    QVERIFY(QFile::exists(defaultStoreUrl().mid(7)));
    QVERIFY(QDir(folder).removeRecursively());
}

void TestOpenSchool::namesTheSchoolAfterItsFile()
{
    const QTemporaryDir folder;
    // Letters that mean something in an address, or to SQLite.
    const QString name = QStringLiteral("Schule am Öl-Berg 100%20 ?mode=ro#1");
    const QString path = folder.filePath(name + QStringLiteral(".sqlite"));
    const auto school = openSchool(QStringLiteral("sqlite:") + path);
    QVERIFY(school);
    QCOMPARE((*school)->displayName(), name);
    QVERIFY(QFile::exists(path));
}

void TestOpenSchool::opensASimulatedSchool()
{
    const auto school = openSchool(QStringLiteral("simulated:?latency=0ms&capacity=1"));
    QVERIFY(school);
    QVERIFY((*school)->registrar().capabilities().batchSize >= 1);
}

void TestOpenSchool::leavesASampleSchoolAsPeopleChangedIt()
{
    const QTemporaryDir folder;
    const QString url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.sqlite"));
    Course changed;
    {
        const auto school = openSampleSchool(url);
        QVERIFY(school);
        const auto courses = (*school)->courses().courses();
        QVERIFY(courses && courses->size() > 1);
        QVERIFY((*school)->students().students()->size() > 100);
        changed = courses->first().course;
        changed.title = QStringLiteral("Pottery");
        QVERIFY((*school)->courses().save({changed}));
    }
    const auto again = openSampleSchool(url);
    QVERIFY(again);
    QCOMPARE((*again)->courses().courses()->first().course, changed);
}

void TestOpenSchool::refusesOtherAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("code");
    const auto row = [](const char *url, ErrorCode code) {
        QTest::newRow(url) << QString::fromUtf8(url) << static_cast<int>(code);
    };
    row("postgresql://office@no-such-host.invalid/school", ErrorCode::StoreUnavailable);
    row("postgresql://office@[/school", ErrorCode::Usage);
    row("sqlite:", ErrorCode::Usage);
    row("school.sqlite", ErrorCode::Usage);
    row("mysql://server/school", ErrorCode::Usage);
    row("", ErrorCode::Usage);
    row("sqlite:/no/such/folder/school.sqlite", ErrorCode::StoreUnavailable);
}

void TestOpenSchool::refusesOtherAddresses()
{
    QFETCH(const QString, url);
    const auto school = openSchool(url);
    QVERIFY(!school);
    QTEST(static_cast<int>(school.error().code), "code");
    QVERIFY(school.error().sentence.size() > 20);
}

QTEST_GUILESS_MAIN(TestOpenSchool)
#include "tst_openschool.moc"
