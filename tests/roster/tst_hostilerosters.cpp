// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "maderosters.h"
#include "readingalone.h"
#include "refusal.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// Files that mean harm get a clear answer and do no harm: each within 2 seconds and 300 MB.
class TestHostileRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreMany();
    void keptFileIsRefused_data();
    void keptFileIsRefused();
    void madeFileIsRefused_data();
    void madeFileIsRefused();
    void nameIsShownAsItIs_data();
    void nameIsShownAsItIs();
};

void TestHostileRosters::thereAreMany()
{
    const QDir folder(dataPath(QStringLiteral("hostile")));
    const auto files = folder.entryList(QDir::Files);
    const auto lines = contentOf(folder.filePath(QStringLiteral("EXPECTED"))).count('\n');
    QCOMPARE(files.size() - 1, lines);
    QVERIFY(lines >= 40);
}

void TestHostileRosters::keptFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    const QString table =
        QString::fromUtf8(contentOf(dataPath(QStringLiteral("hostile/EXPECTED"))));
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'\t', 0, 0);
        QTest::newRow(qPrintable(name)) << name << line.section(u'\t', 1);
    }
}

void TestHostileRosters::keptFileIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QString path = dataPath(QStringLiteral("hostile/") + name);
    const QString why = whyNotRefused(answerAlone(path), path, says);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestHostileRosters::madeFileIsRefused_data()
{
    QTest::addColumn<std::size_t>("index");
    std::size_t index = 0;
    for (const MadeRoster &made : madeRosters())
        QTest::newRow(made.name) << index++;
}

void TestHostileRosters::madeFileIsRefused()
{
    QFETCH(const std::size_t, index);
    const MadeRoster &made = madeRosters()[index];
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromLatin1(made.name));
    QVERIFY(writeFile(path, made.content()));
    const QString why = whyNotRefused(answerAlone(path), path, QString::fromLatin1(made.says));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestHostileRosters::nameIsShownAsItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("place markers") << QStringLiteral("100%1 %2 %3 %L1 %n.csv");
    QTest::newRow("tags") << QStringLiteral("<b>list<b> &amp; more.csv");
    QTest::newRow("quotes") << QStringLiteral("“my” 'list' \"new\".csv");
    QTest::newRow("long") << QString(250, u'x');
    QTest::newRow("far letters") << QStringLiteral("名簿 قائمة 🎓.csv");
}

void TestHostileRosters::nameIsShownAsItIs()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    for (const QByteArray &content : {QByteArray(), QByteArray("name,size %1 %2\nBen,42\n"),
             QByteArray("student_id,name\n"), QByteArray("PK\x03\x04 no archive"),
             QByteArray("\xD0\xCF\x11\xE0 no workbook"), QByteArray("[{")}) {
        QVERIFY(writeFile(path, content));
        const QString why = whyNotRefused(path);
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }
}

int main(int argc, char **argv)
{
    if (isAskedToRead(argc, argv))
        return readAsAsked(argv);
    const QCoreApplication application(argc, argv);
    TestHostileRosters test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hostilerosters.moc"
