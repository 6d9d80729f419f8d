// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/rosterfiles.h"
#include "madezip.h"
#include "ziparchive.h"

#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace Rollbook;

namespace
{

// Of the processor, so that a busy machine does not matter; what is quadratic takes minutes.
constexpr double MostSeconds = 20;

double secondsSince(std::clock_t begin)
{
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

QStringList namesIn(const RosterFiles &files)
{
    QStringList names;
    for (const RosterFile &file : files.files())
        names += file.name;
    return names;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

Expected<std::unique_ptr<RosterFiles>> openZip(const QByteArray &zip)
{
    return openRosterZip(zip, QStringLiteral("fall.zip"));
}

// Sizes as the headers of an archive have them, the least byte first.
QByteArray fourBytes(quint32 number)
{
    QByteArray bytes;
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>(number >> (8 * i));
    return bytes;
}

} // namespace

/// Folders and archives give their own files, whatever they try.
class TestBundleFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zipGivesItsFiles_data();
    void zipGivesItsFiles();
    void zipGivesContent();
    void folderGivesItsFiles();
    void folderOfOneFolderGivesThatOnes();
    void folderThatIsNotThere();
    void refusesZips_data();
    void refusesZips();
    void refusesBombs();
    void refusesManyEntries_data();
    void refusesManyEntries();
    void refusesContentThatIsDamaged_data();
    void refusesContentThatIsDamaged();
    void survivesEveryCut();
};

void TestBundleFiles::zipGivesItsFiles_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("plain") << QStringList{"users.csv", "classes.csv"}
                           << QStringList{"classes.csv", "users.csv"};
    QTest::newRow("one folder") << QStringList{"fall/", "fall/users.csv", "fall/orgs.csv"}
                                << QStringList{"orgs.csv", "users.csv"};
    QTest::newRow("files beside a folder")
        << QStringList{"users.csv", "old/users.csv"} << QStringList{"users.csv"};
    QTest::newRow("two folders") << QStringList{"a/users.csv", "b/users.csv"} << QStringList();
    QTest::newRow("a folder in a folder") << QStringList{"a/b/users.csv"} << QStringList();
    QTest::newRow("path tricks") << QStringList{"../users.csv", "/etc/users.csv",
        "a/../../users.csv", "..\\users.csv", "C:/users.csv", "C:users.csv", "orgs.csv"}
                                 << QStringList{"orgs.csv"};
    QTest::newRow("what macOS adds") << QStringList{"fall/users.csv", "fall/.DS_Store",
        "__MACOSX/fall/._users.csv"} << QStringList{"users.csv"};
    QTest::newRow("twice") << QStringList{"users.csv", "users.csv"} << QStringList{"users.csv"};
    QTest::newRow("not ASCII") << QStringList{"schüler.csv"} << QStringList{"schüler.csv"};
    QTest::newRow("dots in the name") << QStringList{"a..b.csv"} << QStringList{"a..b.csv"};
}

void TestBundleFiles::zipGivesItsFiles()
{
    QFETCH(const QStringList, entries);
    QFETCH(const QStringList, names);
    ZipEntries withContent;
    for (const QString &entry : entries)
        withContent.append({entry, entry.endsWith(u'/') ? QByteArray() : QByteArray("a,b\n")});
    const auto files = openZip(zipArchive(withContent));
    QVERIFY2(files, files ? "" : qPrintable(files.error().sentence));
    QCOMPARE(namesIn(**files), names);
}

void TestBundleFiles::zipGivesContent()
{
    const QByteArray large = QByteArray("0123456789abcdef\n").repeated(100'000);
    const auto files =
        openZip(zipArchive({{"fall/small.csv", "a,b\n"}, {"fall/large.csv", large}}));
    QVERIFY(files);
    QCOMPARE((*files)->files().first().bytes, large.size());
    QCOMPARE((*files)->read("small.csv"), Expected<QByteArray>("a,b\n"));
    QCOMPARE((*files)->read("large.csv"), Expected<QByteArray>(large));
    QCOMPARE((*files)->read("large.csv", 1000), Expected<QByteArray>(large.first(1000)));
    QCOMPARE((*files)->read("small.csv", 1000), Expected<QByteArray>("a,b\n"));
    QVERIFY(!(*files)->read("fall/small.csv"));
    QVERIFY(!(*files)->read("other.csv"));
}

void TestBundleFiles::folderGivesItsFiles()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkpath("inside/fall") && dir.mkpath("inside/deeper"));
    write(dir.filePath("secret.csv"), "secret\n");
    write(dir.filePath("inside/users.csv"), "a,b\n");
    write(dir.filePath("inside/.hidden.csv"), "a,b\n");
    write(dir.filePath("inside/deeper/orgs.csv"), "a,b\n");
    QVERIFY(QFile::link(dir.filePath("secret.csv"), dir.filePath("inside/classes.csv")));
    const auto files = openRosterFolder(dir.filePath("inside"));
    QVERIFY(files);
    QCOMPARE(namesIn(**files), QStringList{"users.csv"});
    QCOMPARE((*files)->read("users.csv"), Expected<QByteArray>("a,b\n"));
    QCOMPARE((*files)->read("users.csv", 2), Expected<QByteArray>("a,"));
    for (const QString name : {"../secret.csv", "classes.csv", "deeper/orgs.csv", "none.csv"})
        QVERIFY2(!(*files)->read(name), qPrintable(name));
}

void TestBundleFiles::folderOfOneFolderGivesThatOnes()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkpath("fall"));
    write(dir.filePath("fall/users.csv"), "a,b\n");
    const auto files = openRosterFolder(folder.path());
    QVERIFY(files);
    QCOMPARE(namesIn(**files), QStringList{"users.csv"});
    QVERIFY(dir.mkpath("spring"));
    const auto ofTwo = openRosterFolder(folder.path());
    QVERIFY(ofTwo);
    QCOMPARE(namesIn(**ofTwo), QStringList());
}

void TestBundleFiles::folderThatIsNotThere()
{
    const auto files = openRosterFolder(QStringLiteral("/nowhere/at/all"));
    QVERIFY(!files);
    QVERIFY(files.error().sentence.contains(u"“/nowhere/at/all”"));
}

void TestBundleFiles::refusesZips_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("part");
    const QByteArray good = zipArchive({{"users.csv", "a,b\n1,2\n"}, {"orgs.csv", "a\n"}});
    QTest::newRow("nothing") << QByteArray() << "damaged";
    QTest::newRow("no archive") << QByteArray("student_id,name\n1,Bo\n") << "damaged";
    QTest::newRow("cut off") << good.first(good.size() / 2) << "damaged";
    QTest::newRow("encrypted") << patched(patched(good, "\x03\x04", 6, QByteArray("\x01\x08", 2)),
        "\x01\x02", 8, QByteArray("\x01\x08", 2))
                               << "password";
    QTest::newRow("encrypted in a way that is not told")
        << patched(good, "\x01\x02", 10, QByteArray("\x63\x00", 2)) << "damaged";
    QTest::newRow("claims to be huge")
        << patched(good, "\x01\x02", 24, fourBytes(0xFFFF'FFF0)) << "512 MB";
    QTest::newRow("claims to be large")
        << patched(good, "\x01\x02", 24, fourBytes(100 << 20)) << "200 times";
    QTest::newRow("claims more entries than there are")
        << patched(good, "\x05\x06", 8, QByteArray("\x03\x00\x03\x00", 4)) << "damaged";
}

void TestBundleFiles::refusesZips()
{
    QFETCH(const QByteArray, zip);
    QFETCH(const QString, part);
    const auto files = openZip(zip);
    QVERIFY(!files);
    QVERIFY2(files.error().sentence.contains(u"“fall.zip”"), qPrintable(files.error().sentence));
    QVERIFY2(files.error().sentence.contains(part), qPrintable(files.error().sentence));
}

void TestBundleFiles::refusesBombs()
{
    const QByteArray zip = zipArchive({{"users.csv", QByteArray(70 << 20, 'x')}});
    QVERIFY(zip.size() < 1 << 20);
    const std::clock_t begin = std::clock();
    const auto files = openZip(zip);
    QVERIFY(!files);
    QVERIFY2(files.error().sentence.contains(u"200 times"), qPrintable(files.error().sentence));
    QVERIFY(secondsSince(begin) < MostSeconds);
}

void TestBundleFiles::refusesManyEntries_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("as many as a zip holds") << 20'000;
    QTest::newRow("as many as need a larger one (zip64)") << 70'000;
}

void TestBundleFiles::refusesManyEntries()
{
    QFETCH(const int, count);
    ZipEntries entries;
    for (int i = 0; i < count; ++i)
        entries.append({QString::number(i) + ".csv", QByteArray()});
    const QByteArray zip = zipArchive(entries);
    QCOMPARE(ZipArchive::countIn(zip), static_cast<quint64>(count));
    // Whoever claims less than there is, is found out later.
    QCOMPARE(ZipArchive::countIn(zip.chopped(1)), quint64{0});
    const auto files = openZip(zip);
    QVERIFY(!files);
    QVERIFY2(files.error().sentence.contains(u"10000 files"), qPrintable(files.error().sentence));
}

void TestBundleFiles::refusesContentThatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("zip");
    const QByteArray text = QByteArray("student,name\n").repeated(20);
    const QByteArray good = zipArchive({{"users.csv", text}});
    QTest::newRow("another checksum") << patched(good, "\x01\x02", 16, fourBytes(0x12345678));
    QTest::newRow("says it is longer") << patched(good, "\x01\x02", 24, fourBytes(100'000));
    QTest::newRow("says it is shorter") << patched(good, "\x01\x02", 24, fourBytes(10));
    QTest::newRow("a method that is not known")
        << patched(good, "\x01\x02", 10, QByteArray("\x61\x00", 2));
    QTest::newRow("lies elsewhere") << patched(good, "\x01\x02", 42, fourBytes(7));
    QByteArray garbled = good;
    garbled.replace(45, 8, QByteArray(8, '\xFF'));
    QTest::newRow("garbled") << garbled;
}

void TestBundleFiles::refusesContentThatIsDamaged()
{
    QFETCH(const QByteArray, zip);
    const auto files = openZip(zip);
    QVERIFY2(files, files ? "" : qPrintable(files.error().sentence));
    const auto content = (*files)->read("users.csv");
    QVERIFY(!content);
    QVERIFY2(content.error().sentence.contains(u"damaged"), qPrintable(content.error().sentence));
}

void TestBundleFiles::survivesEveryCut()
{
    const QByteArray good = zipArchive({{"a/users.csv", "a,b\n1,2\n"}, {"a/orgs.csv", "a\n"}});
    for (qsizetype size = 0; size < good.size(); ++size) {
        const auto files = openZip(good.first(size));
        if (!files)
            continue;
        for (const RosterFile &file : (*files)->files())
            QVERIFY(!(*files)->read(file.name) || size > good.size() / 2);
    }
    // And every single byte that is another.
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray other = good;
        other[at] = static_cast<char>(~other.at(at));
        if (const auto files = openZip(other)) {
            for (const RosterFile &file : (*files)->files()) {
                const auto content = (*files)->read(file.name);
                QVERIFY(!content || content->size() <= 16);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestBundleFiles)
#include "tst_bundlefiles.moc"
