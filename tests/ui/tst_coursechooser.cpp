// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coursechooser.h"
#include "domain/backgroundthreads.h"
#include "sampleschool.h"
#include "shownwindow.h"

#include <QTest>

#include <memory>

using namespace Rollbook;
using State = ClassList::State;

/// How people say which course a list is for.
class TestCourseChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listWithoutGuessAsksForCourse();
    void typedWordChoosesCourse_data();
    void typedWordChoosesCourse();

private:
    std::unique_ptr<SampleSchool> m_sample;
};

void TestCourseChooser::init()
{
    m_sample = std::make_unique<SampleSchool>();
}

void TestCourseChooser::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void TestCourseChooser::listWithoutGuessAsksForCourse()
{
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("monday.csv"), "student_id\n0070001\n")});
    QTRY_VERIFY(window.page());
    QTRY_VERIFY(window.page()->findChild<CourseChooser *>()->hasFocus()
        || window.page()->findChild<CourseChooser *>()->lineEdit()->hasFocus());
    QAbstractButton *button = window.button(QStringLiteral("Register"));
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("Choose the course")));
}

void TestCourseChooser::typedWordChoosesCourse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("a part of the title") << QStringLiteral("golang") << QStringLiteral("GO1");
    QTest::newRow("the code") << QStringLiteral("chess") << QStringLiteral("CHESS");
    QTest::newRow("several courses") << QStringLiteral("2026") << QString();
    QTest::newRow("no course") << QStringLiteral("latin") << QString();
}

void TestCourseChooser::typedWordChoosesCourse()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, code);
    ShownWindow window(m_sample->school());
    QVERIFY(window.isActive());
    window->openRosters({m_sample->write(QStringLiteral("monday.csv"), "student_id\n0070001\n")});
    QTRY_VERIFY(window.page());
    auto *chooser = window.page()->findChild<CourseChooser *>();
    QTRY_VERIFY(chooser->count() > 0);
    QTest::keyClick(&*window, Qt::Key_L, Qt::ControlModifier);
    chooser->hidePopup();
    QTest::keyClicks(chooser->lineEdit(), typed);
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    if (code.isEmpty()) {
        QVERIFY(!window.page()->list().hasChosenCourse());
    } else {
        QTRY_COMPARE(window.page()->list().state(), State::Planned);
        QCOMPARE(window.page()->list().course().code, code);
    }
}

QTEST_MAIN(TestCourseChooser)
#include "tst_coursechooser.moc"
