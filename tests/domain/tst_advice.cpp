// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What people are told to do about a reason.
class TestAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasAWayOut_data();
    void everyReasonHasAWayOut();
    void rulesNameWhatTheyAreAbout();
    void daysAreSaidAsPeopleSayThem();
    void onlySlipsAreMendedInTheList();
    void noFaultForbidsWhatTheListOffers_data();
    void noFaultForbidsWhatTheListOffers();
};

void TestAdvice::everyReasonHasAWayOut_data()
{
    QTest::addColumn<ReasonCode>("code");
    for (int i = 0; i < ReasonCodeCount; ++i) {
        const auto code = static_cast<ReasonCode>(i);
        QTest::addRow("%s", qPrintable(reasonWord(code))) << code;
    }
}

void TestAdvice::everyReasonHasAWayOut()
{
    QFETCH(const ReasonCode, code);
    const bool isRule = code <= ReasonCode::UnknownCourse;
    const RegistrationError error{
        isRule ? RegistrationStatus::Rejected : RegistrationStatus::Failed, code, u"ARG"_s};
    QVERIFY(whatToDo(error).endsWith(u'.'));
    QVERIFY(!whatToDo(error).contains(u"%1"_s));
    QCOMPARE(!ruleBehind(error).isEmpty(), isRule);
    QVERIFY(!ruleBehind(error).contains(u"%1"_s));
}

void TestAdvice::rulesNameWhatTheyAreAbout()
{
    const auto rule = [](ReasonCode code, const QString &argument) {
        return ruleBehind({RegistrationStatus::Rejected, code, argument});
    };
    QVERIFY(rule(ReasonCode::MissingPrerequisite, u"GO0"_s).contains(u"GO0"_s));
    QVERIFY(rule(ReasonCode::TimeConflict, u"MATH1"_s).contains(u"MATH1"_s));
    QVERIFY(rule(ReasonCode::DuplicateRow, u"12"_s).contains(u"row 12"_s));
}

void TestAdvice::daysAreSaidAsPeopleSayThem()
{
    const QString rule =
        ruleBehind({RegistrationStatus::Rejected, ReasonCode::NotOpenYet, u"2026-09-01"_s});
    QVERIFY2(!rule.contains(u"2026-09-01"_s), qPrintable(rule));
    QVERIFY2(rule.contains(u"2026"_s), qPrintable(rule));
}

void TestAdvice::onlySlipsAreMendedInTheList()
{
    QVERIFY(isMendedInTheList(ReasonCode::InvalidData));
    QVERIFY(isMendedInTheList(ReasonCode::UnknownStudent));
    QVERIFY(!isMendedInTheList(ReasonCode::CourseFull));
    QVERIFY(!isMendedInTheList(ReasonCode::StoreBusy));
}

void TestAdvice::noFaultForbidsWhatTheListOffers_data()
{
    everyReasonHasAWayOut_data();
}

// A button offers to try all of them again.
void TestAdvice::noFaultForbidsWhatTheListOffers()
{
    QFETCH(const ReasonCode, code);
    const QString advice = whatToDo({RegistrationStatus::Failed, code, {}});
    QVERIFY2(!advice.contains(u"will not help"_s), qPrintable(advice));
    if (isPutRightFirst(code))
        QVERIFY2(advice.contains(u"try again"_s), qPrintable(advice));
}

QTEST_MAIN(TestAdvice)
#include "tst_advice.moc"
