// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditchain.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The chain of the audit trail by itself: what it finds when something was changed.
class TestAuditChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void hashIsThatOfItsDescription();
    void writtenIsIntact();
    void anyChangedFieldIsFound_data();
    void anyChangedFieldIsFound();
    void changeWithANewHashIsFoundAtTheNext();
    void removedEntriesAreFound();
    void otherOrderIsFound();
    void cutOffIsFound();
    void emptyTrailIsFound();
    void onlyTheFirstPlaceIsTold();
    void runIsComparedWithItsLastSeal();
    void runsThatAreGoneOrUntoldAreFound();
    void everyActionHasItsWord();

private:
    void append(AuditAction action, const QString &run = {}, const QJsonObject &content = {});
    AuditVerification checked(
        const QStringList &runs = {u"run-1"_s}, const QString &sealNow = u"abc"_s) const;

    QList<AuditEntry> m_entries;
};

void TestAuditChain::init()
{
    m_entries.clear();
    append(AuditAction::TrailBegun);
    append(AuditAction::RunBegun, u"run-1"_s, {{u"rows"_s, 3}, {u"course"_s, u"Español"_s}});
    append(AuditAction::RunEnded, u"run-1"_s, {{u"seal"_s, u"abc"_s}});
    append(AuditAction::CoursesSaved);
    append(AuditAction::StudentsSaved);
}

void TestAuditChain::append(AuditAction action, const QString &run, const QJsonObject &content)
{
    const QString previous = m_entries.isEmpty() ? QString() : m_entries.last().hash;
    m_entries += nextEntry(m_entries.size() + 1, previous, {action, run, u"GO1"_s, content});
}

AuditVerification TestAuditChain::checked(const QStringList &runs, const QString &sealNow) const
{
    AuditChainCheck check;
    for (const AuditEntry &entry : m_entries)
        check.take(entry);
    check.finish(5);
    check.compareRuns(runs, [&sealNow](const QString &) { return sealNow; });
    return check.findings();
}

// As another program would compute it from the words in audittrail.h.
void TestAuditChain::hashIsThatOfItsDescription()
{
    QByteArray previous(64, '0');
    for (const AuditEntry &entry : std::as_const(m_entries)) {
        QByteArray bytes = previous;
        for (const QByteArray &value :
            {QByteArray::number(entry.number), QByteArray::number(entry.at.toMSecsSinceEpoch()),
                entry.who.toUtf8(), auditActionWord(entry.action).toUtf8(), entry.run.toUtf8(),
                entry.subject.toUtf8(), entry.content.toUtf8()})
            bytes += QByteArray::number(value.size()) + ':' + value;
        previous = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(entry.hash, QString::fromLatin1(previous));
    }
    QCOMPARE(m_entries.at(1).content, u"{\"course\":\"Español\",\"rows\":3}"_s);
}

void TestAuditChain::writtenIsIntact()
{
    const AuditVerification found = checked();
    QVERIFY(found.isIntact());
    QCOMPARE(found.entries, 5);
    QCOMPARE(found.sealedRuns, 1);
    QCOMPARE(found.lastHash, m_entries.last().hash);
}

void TestAuditChain::anyChangedFieldIsFound_data()
{
    QTest::addColumn<int>("field");
    const QStringList fields{u"at"_s, u"who"_s, u"action"_s, u"run"_s, u"subject"_s, u"content"_s,
        u"hash"_s, u"from one field to the next"_s};
    for (int field = 0; field < fields.size(); ++field)
        QTest::addRow("%s", qPrintable(fields.at(field))) << field;
}

void TestAuditChain::anyChangedFieldIsFound()
{
    QFETCH(const int, field);
    AuditEntry &entry = m_entries[3];
    const std::array<std::function<void()>, 8> changes{[&] { entry.at = entry.at.addMSecs(1); },
        [&] { entry.who += u'x'; }, [&] { entry.action = AuditAction::CourseRemoved; },
        [&] { entry.run = u"run-2"_s; }, [&] { entry.subject = u"GO2"_s; },
        [&] { entry.content = u"{ }"_s; }, [&] { entry.hash = m_entries.at(2).hash; },
        [&] {
            entry.content.prepend(entry.subject.back());
            entry.subject.chop(1);
        }};
    changes.at(static_cast<std::size_t>(field))();
    const AuditVerification found = checked();
    QVERIFY(found.firstBreak.has_value());
    QCOMPARE(found.firstBreak->kind, AuditBreak::Kind::Changed);
    QCOMPARE(found.firstBreak->number, 4);
    QCOMPARE(found.firstBreak->at, entry.at);
}

void TestAuditChain::changeWithANewHashIsFoundAtTheNext()
{
    m_entries[2].who = u"somebody"_s;
    m_entries[2].hash = hashOf(m_entries.at(1).hash, m_entries.at(2));
    QCOMPARE(checked().firstBreak->number, 4);
}

void TestAuditChain::removedEntriesAreFound()
{
    m_entries.remove(1, 2);
    const AuditVerification found = checked({});
    QCOMPARE(
        *found.firstBreak, (AuditBreak{AuditBreak::Kind::Missing, 4, m_entries.at(1).at, {}, 2}));
    QVERIFY(explain(*found.firstBreak).contains(u"entry 4"_s));
}

void TestAuditChain::otherOrderIsFound()
{
    std::swap(m_entries[2], m_entries[3]);
    std::swap(m_entries[2].number, m_entries[3].number);
    const AuditVerification found = checked();
    QCOMPARE(found.firstBreak->kind, AuditBreak::Kind::Changed);
    QCOMPARE(found.firstBreak->number, 3);
}

void TestAuditChain::cutOffIsFound()
{
    m_entries.removeLast();
    m_entries.removeLast();
    const AuditVerification found = checked();
    QCOMPARE(
        *found.firstBreak, (AuditBreak{AuditBreak::Kind::CutOff, 4, m_entries.last().at, {}, 2}));
}

void TestAuditChain::emptyTrailIsFound()
{
    m_entries.clear();
    const AuditVerification found = checked({});
    QCOMPARE(found.firstBreak->kind, AuditBreak::Kind::CutOff);
    QCOMPARE(found.firstBreak->number, 1);
    QCOMPARE(explain(*found.firstBreak), u"All entries are missing."_s);
}

void TestAuditChain::onlyTheFirstPlaceIsTold()
{
    m_entries[1].who = u"somebody"_s;
    m_entries.removeAt(3);
    QCOMPARE(checked().firstBreak->number, 2);
}

void TestAuditChain::runIsComparedWithItsLastSeal()
{
    const AuditVerification changed = checked({u"run-1"_s}, u"other"_s);
    QVERIFY(!changed.firstBreak);
    QCOMPARE(changed.changedRuns,
        (QList<ChangedRun>{
            {ChangedRun::Kind::OutcomesChanged, u"run-1"_s, 3, m_entries.at(2).at}}));
    QVERIFY(explain(changed.changedRuns.first()).contains(u"“run-1”"_s));
    m_entries.remove(3, 2);
    append(AuditAction::RunContinued, u"run-1"_s);
    // As long as it goes on it is sealed by nothing.
    QVERIFY(checked({u"run-1"_s}, u"other"_s).changedRuns.isEmpty());
    append(AuditAction::RunEnded, u"run-1"_s, {{u"seal"_s, u"def"_s}});
    QVERIFY(checked({u"run-1"_s}, u"def"_s).isIntact());
    QVERIFY(!checked({u"run-1"_s}, u"abc"_s).isIntact());
}

void TestAuditChain::runsThatAreGoneOrUntoldAreFound()
{
    const AuditVerification found = checked({u"run-0"_s});
    QCOMPARE(found.changedRuns,
        (QList<ChangedRun>{{ChangedRun::Kind::NotInTrail, u"run-0"_s, 0, {}},
            {ChangedRun::Kind::Gone, u"run-1"_s, 3, m_entries.at(2).at}}));
}

void TestAuditChain::everyActionHasItsWord()
{
    for (int i = 0; i <= static_cast<int>(AuditAction::Unknown); ++i) {
        const auto action = static_cast<AuditAction>(i);
        QCOMPARE(auditActionFromWord(auditActionWord(action)), action);
    }
    QCOMPARE(auditActionFromWord(u"nonsense"), AuditAction::Unknown);
    // They stand in files.
    QCOMPARE(auditActionWord(AuditAction::RunEnded), u"run_ended"_s);
    QCOMPARE(auditActionWord(AuditAction::StudentRemoved), u"student_removed"_s);
    QCOMPARE(auditActionWord(AuditAction::LetterheadSaved), u"letterhead_saved"_s);
}

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_auditchain.moc"
