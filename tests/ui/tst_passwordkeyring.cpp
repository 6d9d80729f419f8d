// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/passwordkeyring.h"
#include "desktopkeyring.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Passwords of servers in the keyring of a desktop that is real, on a bus of this test's own.
class TestPasswordKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desktop.reset(); }

    // In this order: a desktop has no keyring until one is started.
    void saysThatThereIsNoKeyring();
    void startsTheKeyring();
    void givesBackWhatItKeeps_data();
    void givesBackWhatItKeeps();
    void keepsOnePasswordForEachUserOfAServer();
    void keepsTheNewOneInsteadOfTheOld();
    void forgets();
    void tellsNobodyWhoIsGone();
    void writesItIntoNoFileThatCanBeRead();

private:
    std::unique_ptr<DesktopKeyring> m_desktop;
};

namespace
{

ServerAddress school(const QString &user, const QString &server = u"db.example.org"_s)
{
    ServerAddress address;
    address.user = user;
    address.hosts = {{server}};
    address.database = u"school"_s;
    return address;
}

std::optional<QString> read(const ServerAddress &address)
{
    QObject context;
    std::optional<std::optional<QString>> answer;
    readPassword(&context, address,
        [&answer](const std::optional<QString> &password) { answer = password; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer
                                                                     : u"no answer came"_s;
}

Expected<void> keep(const ServerAddress &address, const QString &password)
{
    QObject context;
    std::optional<Expected<void>> answer;
    keepPassword(
        &context, address, password, [&answer](const Expected<void> &kept) { answer = kept; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); })
        ? *answer
        : fail(ErrorCode::Internal, u"no answer came"_s);
}

bool isThere()
{
    QObject context;
    std::optional<bool> answer;
    withKeyring(&context, [&answer](bool there) { answer = there; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }) && *answer;
}

} // namespace

void TestPasswordKeyring::initTestCase()
{
    m_desktop = std::make_unique<DesktopKeyring>();
    QVERIFY(m_desktop->isOnItsBus());
}

void TestPasswordKeyring::saysThatThereIsNoKeyring()
{
    QVERIFY(!isThere());
    QVERIFY(!read(school(u"ines"_s)));
    const auto kept = keep(school(u"ines"_s), u"s3cret"_s);
    QVERIFY(!kept);
    QVERIFY2(kept.error().sentence.contains(u"no keyring"_s), qPrintable(kept.error().sentence));
}

void TestPasswordKeyring::startsTheKeyring()
{
    QVERIFY(m_desktop->start());
    QVERIFY(isThere());
    QVERIFY(!read(school(u"ines"_s)));
}

void TestPasswordKeyring::givesBackWhatItKeeps_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("plain") << u"s3cret"_s;
    QTest::newRow("letters of everywhere") << u" schlüssel=\"🎓\" "_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("long") << QString(1000, u'x');
}

void TestPasswordKeyring::givesBackWhatItKeeps()
{
    QFETCH(const QString, password);
    const auto kept = keep(school(u"ines"_s), password);
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().sentence));
    QCOMPARE(read(school(u"ines"_s)), std::optional(password));
}

void TestPasswordKeyring::keepsOnePasswordForEachUserOfAServer()
{
    QVERIFY(keep(school(u"ines"_s), u"of ines"_s));
    QVERIFY(keep(school(u"otto"_s), u"of otto"_s));
    QVERIFY(keep(school(u"ines"_s, u"db.example.com"_s), u"of ines elsewhere"_s));
    QCOMPARE(read(school(u"ines"_s)), std::optional(u"of ines"_s));
    QCOMPARE(read(school(u"otto"_s)), std::optional(u"of otto"_s));
    // The same one for each of its schools, and when it says what is usual.
    ServerAddress other = school(u"ines"_s);
    other.database = u"evening_school"_s;
    other.hosts.first().port = ServerAddress::UsualPort;
    QCOMPARE(read(other), std::optional(u"of ines"_s));
    other.hosts.first().port = 6432;
    QVERIFY(!read(other));
}

void TestPasswordKeyring::keepsTheNewOneInsteadOfTheOld()
{
    QVERIFY(keep(school(u"ines"_s), u"old"_s));
    QVERIFY(keep(school(u"ines"_s), u"new"_s));
    QCOMPARE(read(school(u"ines"_s)), std::optional(u"new"_s));
}

void TestPasswordKeyring::forgets()
{
    QVERIFY(keep(school(u"ines"_s), u"s3cret"_s));
    forgetPassword(school(u"ines"_s));
    QVERIFY(!read(school(u"ines"_s)));
    forgetPassword(school(u"nobody"_s));
}

void TestPasswordKeyring::tellsNobodyWhoIsGone()
{
    bool isTold = false;
    {
        QObject context;
        readPassword(&context, school(u"ines"_s), [&isTold](const auto &) { isTold = true; });
        keepPassword(
            &context, school(u"ines"_s), u"s3cret"_s, [&isTold](const auto &) { isTold = true; });
    }
    // What is asked later is answered later.
    read(school(u"ines"_s));
    QVERIFY(!isTold);
}

void TestPasswordKeyring::writesItIntoNoFileThatCanBeRead()
{
    QVERIFY(keep(school(u"ines"_s), u"s3cret-that-is-looked-for"_s));
    QVERIFY(m_desktop->files().size() > 100);
    QVERIFY(!m_desktop->files().contains("s3cret-that-is-looked-for"));
}

QTEST_GUILESS_MAIN(TestPasswordKeyring)
#include "tst_passwordkeyring.moc"
