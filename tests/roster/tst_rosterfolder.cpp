// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Which class lists a folder stands for.
class TestRosterFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void listsComeAsPeopleCount();
    void bundleIsOneList_data();
    void bundleIsOneList();
    void bundlesMayLieBesideLists();
    void whatIsNoListIsCounted();
    void emptyFolderSaysSo_data();
    void emptyFolderSaysSo();
    void wholeDiskIsRefused();
    void missingFolderSaysSo();

private:
    void write(const QString &name, const QByteArray &content = "student_id\n1\n") const;
    QStringList namesIn(const Expected<RosterFolder> &found) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRosterFolder::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QStringList TestRosterFolder::namesIn(const Expected<RosterFolder> &found) const
{
    if (!found)
        return {found.error().sentence};
    QStringList names;
    for (const QString &path : found->lists)
        names += QDir(m_folder->path()).relativeFilePath(path);
    return names;
}

void TestRosterFolder::listsComeAsPeopleCount()
{
    for (const QString &name : {u"10a.csv"_s, u"9b.csv"_s, u"9A.xlsx"_s, u"no ending"_s,
             u"term 2/GO1.csv"_s, u"term 10/GO2.csv"_s, u"term 2/deeper/GO3.csv"_s})
        write(name);
    const auto found = lookIntoFolder(m_folder->path());
    QCOMPARE(namesIn(found),
        QStringList({u"9A.xlsx"_s, u"9b.csv"_s, u"10a.csv"_s, u"no ending"_s, u"term 2/GO1.csv"_s,
            u"term 10/GO2.csv"_s}));
    QCOMPARE(found->skipped, 0);
}

void TestRosterFolder::bundleIsOneList_data()
{
    QTest::addColumn<QString>("name");
    const QDir bundles(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real"));
    QTest::newRow("Canvas") << bundles.filePath(u"canvas"_s);
    QTest::newRow("School Data Sync") << bundles.filePath(u"school-data-sync-v1"_s);
}

void TestRosterFolder::bundleIsOneList()
{
    QFETCH(const QString, name);
    const auto found = lookIntoFolder(name);
    QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
    QCOMPARE(found->lists, QStringList{name});
}

void TestRosterFolder::bundlesMayLieBesideLists()
{
    write(u"GO1.csv"_s);
    const QDir bundle(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real/canvas"));
    const QStringList files = bundle.entryList(QDir::Files);
    for (const QString &name : files) {
        QFile file(bundle.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        write(u"export/"_s + name, file.readAll());
    }
    QCOMPARE(namesIn(lookIntoFolder(m_folder->path())), QStringList({u"GO1.csv"_s, u"export"_s}));
}

void TestRosterFolder::whatIsNoListIsCounted()
{
    write(u"GO1.csv"_s);
    write(u".~lock.GO1.csv#"_s);
    write(u"~$GO1.xlsx"_s);
    write(u"photo.jpg"_s, "\xFF\xD8\xFF\xE0 picture");
    write(u"letter.csv"_s, "%PDF-1.7");
    write(u"scans/1.png"_s, "\x89PNG");
    write(u"book.xls"_s, QByteArray::fromHex("D0CF11E0A1B11AE1"));
    const auto found = lookIntoFolder(m_folder->path());
    QCOMPARE(namesIn(found), QStringList({u"book.xls"_s, u"GO1.csv"_s}));
    QCOMPARE(found->skipped, 5);
}

void TestRosterFolder::emptyFolderSaysSo_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("nothing") << QString();
    QTest::newRow("only a picture") << u"photo.jpg"_s;
    QTest::newRow("too deep") << u"one/two/GO1.csv"_s;
}

void TestRosterFolder::emptyFolderSaysSo()
{
    QFETCH(const QString, file);
    if (!file.isEmpty())
        write(file, file.endsWith(u"jpg") ? "\xFF\xD8\xFF" : "student_id\n1\n");
    const auto found = lookIntoFolder(m_folder->path());
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::NotARoster);
    QVERIFY(found.error().sentence.contains(QDir(m_folder->path()).dirName()));
}

void TestRosterFolder::wholeDiskIsRefused()
{
    for (int number = 0; number < MostListsOfFolder; ++number)
        write(u"%1/%2.csv"_s.arg(number % 7).arg(number));
    QCOMPARE(namesIn(lookIntoFolder(m_folder->path())).size(), MostListsOfFolder);
    write(u"one more.csv"_s);
    const auto found = lookIntoFolder(m_folder->path());
    QVERIFY(!found);
    QVERIFY(found.error().sentence.contains(QString::number(MostListsOfFolder)));
}

void TestRosterFolder::missingFolderSaysSo()
{
    const auto found = lookIntoFolder(m_folder->filePath(u"none"_s));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(TestRosterFolder)
#include "tst_rosterfolder.moc"
