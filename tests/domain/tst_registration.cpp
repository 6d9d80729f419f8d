// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/run.h"

#include <QSet>
#include <QTest>

using namespace Rollbook;

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusWordsAreTheContract();
    void reasonWordsRoundTrip();
    void aResultIsARegistrationOrAnError();
    void explainsEveryReasonInASentence();
    void explainsPlaces_data();
    void explainsPlaces();
    void assignsCoursesByRow();
    void runIdsSortByTimeAndDiffer();
};

void TestRegistration::statusWordsAreTheContract()
{
    const QStringList words{QStringLiteral("registered"), QStringLiteral("waitlisted"),
        QStringLiteral("already_registered"), QStringLiteral("rejected"), QStringLiteral("failed"),
        QStringLiteral("not_attempted")};
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        QCOMPARE(statusWord(status), words.at(i));
        QCOMPARE(statusFromWord(words.at(i)), status);
        QVERIFY(!statusTitle(status).isEmpty());
    }
    QVERIFY(!statusFromWord(u"Registered"));
}

void TestRegistration::reasonWordsRoundTrip()
{
    QSet<QString> words;
    for (int i = 0; i < ReasonCodeCount; ++i) {
        const auto code = static_cast<ReasonCode>(i);
        words += reasonWord(code);
        QCOMPARE(reasonFromWord(reasonWord(code)), code);
    }
    QCOMPARE(words.size(), ReasonCodeCount);
}

void TestRegistration::aResultIsARegistrationOrAnError()
{
    StudentRegistrationResult result = rejectedRow(4, ReasonCode::Hold, QStringLiteral("fees"));
    QCOMPARE(result.row, 4);
    QCOMPARE(result.status(), RegistrationStatus::Rejected);
    QVERIFY(result.error());
    QVERIFY(!result.registration());
    result.outcome = StudentRegistration{RegistrationStatus::Waitlisted, true, 2, 0};
    QCOMPARE(result.status(), RegistrationStatus::Waitlisted);
    QVERIFY(!result.error());
    QVERIFY(result.registration());
}

void TestRegistration::explainsEveryReasonInASentence()
{
    QSet<QString> sentences;
    for (int i = 0; i < ReasonCodeCount; ++i) {
        const auto code = static_cast<ReasonCode>(i);
        const QString argument = QStringLiteral("ARG");
        const QString sentence = code < ReasonCode::StoreBusy
            ? explain(rejectedRow(0, code, argument))
            : explain(failedRow(0, code, argument));
        QVERIFY2(sentence.size() > 2, qPrintable(reasonWord(code)));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        sentences += sentence;
    }
    QCOMPARE(sentences.size(), ReasonCodeCount);
    QCOMPARE(explain(rejectedRow(0, ReasonCode::MissingPrerequisite, QStringLiteral("GO0"))),
        QStringLiteral("needs GO0 first"));
    QCOMPARE(explain(notAttemptedRow(0, ReasonCode::LeftOut)), QStringLiteral("left out by you"));
}

void TestRegistration::explainsPlaces_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("waiting");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("done");
    QTest::addColumn<QString>("planned");
    QTest::newRow("seat") << 0 << false << 79 << "seat 79"
                          << "will get seat 79";
    QTest::newRow("seat without number") << 0 << false << 0 << "has a seat"
                                         << "will get a seat";
    QTest::newRow("waiting") << 1 << true << 2 << "place 2 on the waiting list"
                             << "will get place 2 on the waiting list";
    QTest::newRow("had a seat") << 2 << false << 5 << "had seat 5 already"
                                << "had seat 5 already";
    QTest::newRow("waited") << 2 << true << 5 << "was on the waiting list already, place 5"
                            << "was on the waiting list already, place 5";
}

void TestRegistration::explainsPlaces()
{
    QFETCH(const int, status);
    QFETCH(const bool, waiting);
    QFETCH(const int, number);
    StudentRegistrationResult result;
    result.outcome =
        StudentRegistration{static_cast<RegistrationStatus>(status), waiting, number, 0};
    QTEST(explain(result), "done");
    QTEST(explainPlanned(result), "planned");
}

void TestRegistration::assignsCoursesByRow()
{
    const CourseRef go{QStringLiteral("GO1"), QStringLiteral("2026 Fall")};
    const CourseRef chess{QStringLiteral("CH"), {}};
    const CourseAssignment one(go);
    QCOMPARE(one.courseOf(1000).code, QStringLiteral("GO1"));
    QCOMPARE(one.displayName(), QStringLiteral("GO1 (2026 Fall)"));
    const CourseAssignment many({go, chess}, {0, 1, -1});
    QCOMPARE(many.courseOf(1).code, QStringLiteral("CH"));
    QVERIFY(many.courseOf(2).isNull());
    QVERIFY(many.courseOf(3).isNull());
    QCOMPARE(CourseAssignment().indexOf(0), -1);
}

void TestRegistration::runIdsSortByTimeAndDiffer()
{
    const Run first = Run::begin(QStringLiteral("a.csv"), CourseAssignment(), {});
    const Run second = Run::begin(QStringLiteral("a.csv"), CourseAssignment(), {});
    QVERIFY(first.id != second.id);
    QVERIFY(first.id.left(18) <= second.id.left(18));
    QVERIFY(!first.startedBy.isEmpty());
    QCOMPARE(first.state, RunState::Running);
    for (int i = 0; i < 4; ++i) {
        const auto state = static_cast<RunState>(i);
        QCOMPARE(runStateFromWord(runStateWord(state)), state);
    }
}

QTEST_APPLESS_MAIN(TestRegistration)
#include "tst_registration.moc"
