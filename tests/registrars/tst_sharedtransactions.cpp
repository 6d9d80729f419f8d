// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/openschool.h"
#include "sql/registrationqueue.h"
#include "teststore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <memory>
#include <optional>

using namespace Rollbook;

/// How many batches one transaction of a school file takes: all that wait, within what suits the
/// disk; one that comes alone does not wait for others.
class TestSharedTransactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void onlyWhatIsOneListGoesTogether_data();
    void onlyWhatIsOneListGoesTogether();
    void noMoreThanSuitTheDisk();
    void eachBatchHasItsOwnAnswer();
    void waitingBatchesShareATransaction();
    void batchesOneByOneAreCommittedOneByOne();
    void oneBadBatchFailsAlone();

private:
    RegistrationBatch batch(qint32 first, qint32 count) const;
    QList<QFuture<RegistrationResults>> sendAll(int batches, int rows);
    QString path() const { return m_folder->filePath(QStringLiteral("school.sqlite")); }
    int commits() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<School> m_school;
    Run m_run;
};

namespace
{

constexpr int Students = 1000;

const CourseAssignment &forGo1()
{
    static const CourseAssignment courses(course(QStringLiteral("GO1")).ref());
    return courses;
}

const StudentList &students()
{
    static const StudentList list = numberedStudents(Students);
    return list;
}

} // namespace

void TestSharedTransactions::init()
{
    m_school.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_school = std::move(*openSchool(QStringLiteral("sqlite:") + path()));
    QVERIFY(m_school->courses().save({course(QStringLiteral("GO1"), Students / 2, Students)}));
    m_run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QVERIFY(m_school->journal().begin(m_run, {students(), forGo1(), {}}));
}

RegistrationBatch TestSharedTransactions::batch(qint32 first, qint32 count) const
{
    RegistrationBatch batch{m_run, students(), forGo1(), {}};
    for (qint32 row = first; row < first + count; ++row)
        batch.rows += row;
    return batch;
}

QList<QFuture<RegistrationResults>> TestSharedTransactions::sendAll(int batches, int rows)
{
    QList<QFuture<RegistrationResults>> answers;
    for (int i = 0; i < batches; ++i)
        answers += m_school->registrar().registerBatch(batch(i * rows, rows));
    return answers;
}

// Frames that end a transaction have a size of the file, see "WAL-Index and Checkpoint Format" in
// SQLite's documentation. Those of an earlier round of the log have another salt than its header.
int TestSharedTransactions::commits() const
{
    constexpr qsizetype HeaderSize = 32;
    constexpr qsizetype FrameHeaderSize = 24;
    QFile file(path() + QStringLiteral("-wal"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray log = file.readAll();
    const auto number = [&log](
                            qsizetype at) { return qFromBigEndian<quint32>(log.constData() + at); };
    const auto pageSize = static_cast<qsizetype>(number(8));
    int commits = 0;
    for (qsizetype at = HeaderSize; at + FrameHeaderSize + pageSize <= log.size();
         at += FrameHeaderSize + pageSize) {
        if (number(at + 8) == number(16) && number(at + 4) != 0)
            ++commits;
    }
    return commits;
}

void TestSharedTransactions::onlyWhatIsOneListGoesTogether_data()
{
    QTest::addColumn<RegistrationBatch>("next");
    QTest::addColumn<bool>("together");
    m_run = Run::begin(QStringLiteral("list.csv"), forGo1(), {});
    QTest::newRow("the rows behind") << batch(10, 10) << true;
    QTest::newRow("rows further behind") << batch(500, 10) << true;
    QTest::newRow("rows before") << batch(0, 5) << false;
    QTest::newRow("no rows") << batch(10, 0) << false;
    RegistrationBatch other = batch(10, 10);
    other.run = Run::begin(QStringLiteral("other.csv"), forGo1(), {});
    QTest::newRow("another run") << other << false;
    other = batch(10, 10);
    other.attempt = 2;
    QTest::newRow("a second attempt") << other << false;
    other = batch(10, 10);
    other.round = 1;
    QTest::newRow("a later round") << other << false;
}

void TestSharedTransactions::onlyWhatIsOneListGoesTogether()
{
    QFETCH(RegistrationBatch, next);
    QFETCH(bool, together);
    RegistrationBatch first = next;
    first.run = m_run;
    first.attempt = 1;
    first.round = 0;
    first.rows = {6, 7, 8};
    if (next.run.rosterName == m_run.rosterName)
        first.run = next.run;
    RegistrationQueue queue;
    queue.add(first);
    queue.add(next);
    RegistrationGroup group = queue.takeGroup();
    QCOMPARE(group.parts.size(), together ? 2U : 1U);
    QCOMPARE(group.batch.rows, together ? first.rows + next.rows : first.rows);
    if (!together)
        QCOMPARE(queue.takeGroup().batch.rows, next.rows);
    QVERIFY(queue.takeGroup().parts.empty());
}

void TestSharedTransactions::noMoreThanSuitTheDisk()
{
    RegistrationQueue queue;
    const auto addAll = [&] {
        for (int i = 0; i < 10; ++i)
            queue.add(batch(i * 100, 100));
    };
    addAll();
    const RegistrationGroup all = queue.takeGroup();
    QCOMPARE(all.batch.rows.size(), Students);
    // 4 ms a row.
    for (int i = 0; i < 4; ++i)
        queue.learn(all, 4'000'000, 1'000);
    addAll();
    QCOMPARE(queue.takeGroup().batch.rows.size(), 100);
}

void TestSharedTransactions::eachBatchHasItsOwnAnswer()
{
    const auto answers = sendAll(Students / 10, 10);
    for (int i = 0; i < answers.size(); ++i) {
        const RegistrationResults results = answers.at(i).result();
        QCOMPARE(results.size(), 10);
        for (int row = 0; row < 10; ++row) {
            const int seat = i * 10 + row + 1;
            QCOMPARE(results.at(row).row, seat - 1);
            QCOMPARE(outcome(results.at(row)),
                seat <= Students / 2 ? QStringLiteral("registered %1").arg(seat)
                                     : QStringLiteral("waitlisted %1").arg(seat - Students / 2));
        }
    }
}

void TestSharedTransactions::waitingBatchesShareATransaction()
{
    SQLite::Database colleague(path().toStdString(), SQLite::OPEN_READWRITE, 10'000);
    std::optional<SQLite::Transaction> writing(
        std::in_place, colleague, SQLite::TransactionBehavior::IMMEDIATE);
    const int before = commits();
    const auto answers = sendAll(Students / 10, 10);
    writing.reset();
    for (QFuture<RegistrationResults> answer : answers)
        answer.waitForFinished();
    // What came before the writer looked, and all the others.
    QVERIFY(commits() > before);
    QVERIFY2(commits() <= before + 2, qPrintable(QString::number(commits() - before)));
}

void TestSharedTransactions::batchesOneByOneAreCommittedOneByOne()
{
    const int before = commits();
    for (int i = 0; i < 5; ++i)
        m_school->registrar().registerBatch(batch(i, 1)).waitForFinished();
    QCOMPARE(commits(), before + 5);
}

void TestSharedTransactions::oneBadBatchFailsAlone()
{
    SQLite::Database colleague(path().toStdString(), SQLite::OPEN_READWRITE, 10'000);
    colleague.exec("CREATE TRIGGER bad BEFORE INSERT ON students WHEN new.student_id = 'S025'"
                   " BEGIN SELECT raise(ABORT, 'a bad day'); END");
    std::optional<SQLite::Transaction> writing(
        std::in_place, colleague, SQLite::TransactionBehavior::IMMEDIATE);
    const auto answers = sendAll(6, 10);
    writing.reset();
    QStringList all;
    for (const QFuture<RegistrationResults> &answer : answers)
        all += outcomes(answer.result());
    QCOMPARE(all.size(), 60);
    for (int row = 0; row < 60; ++row) {
        if (row / 10 == 2)
            QVERIFY2(all.at(row).startsWith(QStringLiteral("failed")), qPrintable(all.at(row)));
        else
            QCOMPARE(
                all.at(row), QStringLiteral("registered %1").arg(row < 20 ? row + 1 : row - 9));
    }
}

QTEST_GUILESS_MAIN(TestSharedTransactions)

#include "tst_sharedtransactions.moc"
