// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "refusal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

/// What is no file that can be read gets a clear answer, and nobody waits for it.
class TestUnreadableRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkToNothingIsRefused();
    void linkToItselfIsRefused();
    void pipeIsRefused();
    void deviceIsRefused();
    void folderWithoutBundleIsRefused();
    void lockedAwayFileIsRefused();
};

void TestUnreadableRosters::linkToNothingIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("gone.csv")), path));
    const QString why = whyNotRefused(path, QStringLiteral("no file|cannot be read"));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestUnreadableRosters::linkToItselfIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QVERIFY(QFile::link(path, path));
    const QString why = whyNotRefused(path, QStringLiteral("no file|cannot be read"));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestUnreadableRosters::pipeIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe.csv"));
    const QByteArray native = QFile::encodeName(path);
    QCOMPARE(::mkfifo(native.constData(), 0600), 0);
    // Whoever opens the pipe for reading would wait for ever if nobody wrote.
    std::thread writer([&native] { ::close(::open(native.constData(), O_WRONLY | O_CLOEXEC)); });
    const QString why = whyNotRefused(path);
    const int released = ::open(native.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    writer.join();
    ::close(released);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestUnreadableRosters::deviceIsRefused()
{
    const QString why = whyNotRefused(QStringLiteral("/dev/zero"));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestUnreadableRosters::folderWithoutBundleIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("export")));
    const QString path = folder.filePath(QStringLiteral("export"));
    QString why = whyNotRefused(path, QStringLiteral("folder"));
    QVERIFY2(why.isEmpty(), qPrintable(why));
    QVERIFY(writeFile(path + QStringLiteral("/picture.png"), "\x89PNG\r\n"));
    QVERIFY(writeFile(path + QStringLiteral("/letter.txt"), "Dear colleague"));
    QVERIFY(QFile::link(path, path + QStringLiteral("/again")));
    why = whyNotRefused(path, QStringLiteral("folder"));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestUnreadableRosters::lockedAwayFileIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QVERIFY(writeFile(path, "student_id\n1\n"));
    QVERIFY(QFile::setPermissions(path, {}));
    QVERIFY(QFile::setPermissions(folder.path(),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther
            | QFile::ReadOther));
    // The superuser may read whatever there is, so be somebody else meanwhile.
    constexpr uid_t nobody = 65'534;
    const uid_t user = ::geteuid();
    QVERIFY(user != 0 || ::seteuid(nobody) == 0);
    const QString why = whyNotRefused(path, QStringLiteral("cannot be read|no file"));
    QCOMPARE(::seteuid(user), 0);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

QTEST_APPLESS_MAIN(TestUnreadableRosters)
#include "tst_unreadablerosters.moc"
