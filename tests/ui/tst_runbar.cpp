// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "faultyschool.h"
#include "runbar.h"
#include "sampleschool.h"

#include <QLabel>
#include <QProgressBar>
#include <QProxyStyle>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Rollbook;
using State = ClassList::State;

namespace
{

QPushButton *button(const RunBar &bar, const QString &text)
{
    const auto buttons = bar.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
        [&text](const QPushButton *one) { return one->isVisible() && one->text() == text; });
    return found == buttons.cend() ? nullptr : *found;
}

// A desktop that is set to move nothing, or one that is not.
class MovingStyle : public QProxyStyle
{
public:
    explicit MovingStyle(bool moves)
        : m_moves(moves)
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override
    {
        if (hint == SH_Widget_Animation_Duration)
            return m_moves ? 200 : 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    bool m_moves;
};

} // namespace

/// A school that is gone in the middle of a run, as the foot of its list shows it.
class TestRunBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatTheSchoolIsWaitedFor();
    void tryNowGoesOnWhenItIsBack();
    void stopEndsTheWait();
    void whatIsToBePutRightComesBeforeTryingAgain();
    void movesOnlyWhereTheDesktopDoes_data();
    void movesOnlyWhereTheDesktopDoes();
    void barIsSeenOfWorkThatTakesItsTime();

private:
    QString text() const { return m_bar->findChild<QLabel *>()->text(); }

    std::atomic<bool> m_isGone = false;
    std::atomic<ReasonCode> m_fault = ReasonCode::Throttled;
    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<FaultySchool> m_school;
    std::unique_ptr<ClassList> m_list;
    std::unique_ptr<RunBar> m_bar;
};

void TestRunBar::init()
{
    m_isGone = true;
    m_fault = ReasonCode::Throttled;
    m_sample = std::make_unique<SampleSchool>();
    m_school = std::make_unique<FaultySchool>(
        m_sample->school(), [this](const RegistrationBatch &) -> std::optional<InjectedFault> {
            if (!m_isGone)
                return std::nullopt;
            // Asks for more than the budget, so that it is waited for at once.
            return InjectedFault{{RegistrationStatus::Failed, m_fault, QStringLiteral("3600")}};
        });
    m_list = std::make_unique<ClassList>(*m_school);
    m_list->load(m_sample->write(
        QStringLiteral("choir.csv"), "student_id,given_name\n0070005,Ana\n0070006,Ben\n"));
    m_bar = std::make_unique<RunBar>(*m_list);
    m_bar->show();
    QTRY_COMPARE(m_list->state(), State::NoCourse);
    m_list->chooseCourse({QStringLiteral("CHOIR"), {}});
    QTRY_COMPARE(m_list->state(), State::Planned);
    m_list->registerStudents();
    QTRY_COMPARE(m_list->state(), State::Waiting);
}

void TestRunBar::cleanup()
{
    m_bar.reset();
    m_list.reset();
    m_school.reset();
    m_sample.reset();
}

void TestRunBar::saysThatTheSchoolIsWaitedFor()
{
    QVERIFY(m_list->isBusy());
    QVERIFY2(text().startsWith(QStringLiteral(
                 "0 of 2 · The school asks to be left alone for a while. Waiting for it; trying "
                 "again in 3")),
        qPrintable(text()));
    QVERIFY(button(*m_bar, QStringLiteral("&Try now")));
    QVERIFY(button(*m_bar, QStringLiteral("&Stop")));
    QVERIFY(!button(*m_bar, QStringLiteral("&Pause")));
    // It counts down.
    const QString before = text();
    QTRY_VERIFY(text() != before);
}

void TestRunBar::tryNowGoesOnWhenItIsBack()
{
    m_isGone = false;
    QTest::mouseClick(button(*m_bar, QStringLiteral("&Try now")), Qt::LeftButton);
    QTRY_COMPARE(m_list->state(), State::Finished);
    QCOMPARE(text(), QStringLiteral("Nothing is left to do. Make a report if you need one."));
}

void TestRunBar::stopEndsTheWait()
{
    QTest::mouseClick(button(*m_bar, QStringLiteral("&Stop")), Qt::LeftButton);
    QTRY_COMPARE(m_list->state(), State::Finished);
    QCOMPARE(text(), QStringLiteral("Next: try those again who failed or were not sent."));
    QVERIFY(button(*m_bar, QStringLiteral("&Try 2 again")));
}

// The details of those students say that it has to be.
void TestRunBar::whatIsToBePutRightComesBeforeTryingAgain()
{
    m_fault = ReasonCode::StoreFault;
    QTest::mouseClick(button(*m_bar, QStringLiteral("&Try now")), Qt::LeftButton);
    QTRY_COMPARE(m_list->state(), State::Finished);
    QCOMPARE(text(), QStringLiteral("Next: see the details, then try those again."));
    const QPushButton *again = button(*m_bar, QStringLiteral("&Try 2 again"));
    QVERIFY(again);
    QVERIFY(!again->isDefault());
}

void TestRunBar::movesOnlyWhereTheDesktopDoes_data()
{
    QTest::addColumn<bool>("moves");
    QTest::newRow("moves") << true;
    QTest::newRow("moves nothing") << false;
}

void TestRunBar::movesOnlyWhereTheDesktopDoes()
{
    QFETCH(const bool, moves);
    MovingStyle style(moves);
    ClassList list(*m_school);
    RunBar bar(list);
    bar.setStyle(&style);
    list.load(m_sample->path(QStringLiteral("choir.csv")));
    QTRY_COMPARE(list.state(), State::NoCourse);
    list.chooseCourse({QStringLiteral("CHOIR"), {}});
    QCOMPARE(list.state(), State::Planning);
    // One without an end goes to and fro.
    const auto *progress = bar.findChild<QProgressBar *>();
    QCOMPARE(progress->maximum() == 0, moves);
    QTRY_COMPARE(list.state(), State::Planned);
}

void TestRunBar::barIsSeenOfWorkThatTakesItsTime()
{
    ClassList list(*m_school);
    RunBar bar(list);
    bar.show();
    const auto *progress = bar.findChild<QProgressBar *>();
    list.load(m_sample->path(QStringLiteral("choir.csv")));
    QCOMPARE(list.state(), State::Loading);
    QVERIFY(!progress->isVisible());
    QTRY_COMPARE(list.state(), State::NoCourse);
    QVERIFY(!progress->isVisible());

    QByteArray text("student_id,family_name,given_name\n");
    for (int row = 1; row <= 1'000'000; ++row)
        text += "S" + QByteArray::number(row) + ",Larsen,Sophie\n";
    ClassList longList(*m_school);
    RunBar longBar(longList);
    longBar.setShowProgressAfter(std::chrono::milliseconds(0));
    longBar.show();
    longList.load(m_sample->write(QStringLiteral("long.csv"), text));
    QTRY_VERIFY(longBar.findChild<QProgressBar *>()->isVisible());
    longList.stop();
    QTRY_COMPARE(longList.state(), State::Unreadable);
    QVERIFY(!longBar.findChild<QProgressBar *>()->isVisible());
}

QTEST_MAIN(TestRunBar)
#include "tst_runbar.moc"
