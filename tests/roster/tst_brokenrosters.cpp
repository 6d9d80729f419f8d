// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "refusal.h"
#include "roster/roster.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

/// Rosters that broke on their way give what is left of them, or a clear answer.
class TestBrokenRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutOffAnywhereGivesAnAnswer_data();
    void cutOffAnywhereGivesAnAnswer();
    void changedBytesGiveAnAnswer();
    void changedBytesGiveAnAnswer_data() { cutOffAnywhereGivesAnAnswer_data(); }
};

void TestBrokenRosters::cutOffAnywhereGivesAnAnswer_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(dataPath(QStringLiteral("real")));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        if (!name.endsWith(QStringLiteral(".expected")))
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestBrokenRosters::cutOffAnywhereGivesAnAnswer()
{
    QFETCH(const QString, name);
    const QByteArray whole = contentOf(dataPath(QStringLiteral("real/") + name));
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    constexpr qsizetype cuts = 23;
    for (qsizetype cut = 1; cut <= cuts; ++cut) {
        QVERIFY(writeFile(path, whole.first(whole.size() * cut / (cuts + 1))));
        const auto roster = readRoster(path);
        QVERIFY(roster ? roster->size() > 0 : roster.error().sentence.contains(name));
    }
}

void TestBrokenRosters::changedBytesGiveAnAnswer()
{
    QFETCH(const QString, name);
    const QByteArray whole = contentOf(dataPath(QStringLiteral("real/") + name));
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QRandomGenerator random(qChecksum(name.toUtf8()));
    for (int time = 0; time < 20; ++time) {
        QByteArray changed = whole;
        for (int byte = 0; byte <= time; ++byte)
            changed[random.bounded(changed.size())] = static_cast<char>(random.bounded(256));
        QVERIFY(writeFile(path, changed));
        const auto roster = readRoster(path);
        QVERIFY(roster ? roster->size() > 0 : roster.error().sentence.contains(name));
    }
}

QTEST_APPLESS_MAIN(TestBrokenRosters)
#include "tst_brokenrosters.moc"
