// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finishedrun.h"
#include "reports/report.h"
#include "smalldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;

/// A workbook is made on the disk for temporary files, which may be smaller than it.
class TestWorkbookDisk : public QObject
{
    Q_OBJECT

public:
    static void initMain() { SmallDisk::allowMounting(); }

private Q_SLOTS:
    void isWholeOrNotThereWhateverRoomThereIs();

private:
    QByteArray content(const QString &path);

    QTemporaryDir m_folder;
};

QByteArray TestWorkbookDisk::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestWorkbookDisk::isWholeOrNotThereWhateverRoomThereIs()
{
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkdir(QStringLiteral("disk")));
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    const RegisterStudentsResults run = finishedRun(1'500);
    QVERIFY(writeReport(run, path));
    const qsizetype whole = content(path).size();

    const QByteArray usual = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(folder.filePath(QStringLiteral("disk"))));
    constexpr int Step = 64 << 10;
    int refused = 0;
    bool isWritten = false;
    for (int room = Step; !isWritten && room < (8 << 20); room += Step) {
        SmallDisk disk;
        QVERIFY(disk.mount(folder.filePath(QStringLiteral("disk")), room));
        QFile::remove(path);
        isWritten = writeReport(run, path).has_value();
        refused += isWritten ? 0 : 1;
        QCOMPARE(QFile::exists(path), isWritten);
    }
    qputenv("TMPDIR", usual);
    QVERIFY(isWritten);
    // Its rows take this much more than one step before they are packed.
    QVERIFY(refused > 4);
    // Times differ by a few bytes.
    QVERIFY(qAbs(content(path).size() - whole) < 100);
    if (usual.isEmpty())
        qunsetenv("TMPDIR");
}

QTEST_GUILESS_MAIN(TestWorkbookDisk)
#include "tst_workbookdisk.moc"
