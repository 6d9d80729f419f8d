// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coursechooser.h"
#include "domain/backgroundthreads.h"
#include "sampleschool.h"
#include "shownwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Rollbook;
using State = ClassList::State;

/// Somebody's first list: from the drop to everybody registered, with nothing but keys and clicks.
class TestNewUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void registersSpanishListWithThreeMistakes_data();
    void registersSpanishListWithThreeMistakes();

private:
    void drop(ShownWindow &window, const QString &path);
    void goToProblem(ShownWindow &window, int row, RosterModel::Column column);
    void typeIntoCell(ShownWindow &window, const QString &text);
    void checkRegistered(const RunJournal &journal);
    void shoot(ShownWindow &window, const QString &step);

    QString m_theme;
};

void TestNewUser::cleanup()
{
    backgroundThreads().waitForDone();
}

void TestNewUser::drop(ShownWindow &window, const QString &path)
{
    QMimeData content;
    content.setUrls({QUrl::fromLocalFile(path)});
    const QPoint place = window->rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&*window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(place, Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&*window, &dropped);
    QVERIFY(dropped.isAccepted());
}

void TestNewUser::goToProblem(ShownWindow &window, int row, RosterModel::Column column)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    const QModelIndex current = window.table()->currentIndex();
    QCOMPARE(current.row(), row);
    QCOMPARE(current.column(), static_cast<int>(column));
    const QString problem = current.data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY(!problem.isEmpty());
    QVERIFY(current.siblingAtColumn(RosterModel::ReasonColumn).data().toString().contains(problem));
}

// Over what stands in the current cell, which becomes the one below.
void TestNewUser::typeIntoCell(ShownWindow &window, const QString &text)
{
    const QPersistentModelIndex cell = window.table()->currentIndex();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cell.data().toString(), text);
    QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    QTRY_COMPARE(window.lists().first()->state(), State::Planned);
}

void TestNewUser::checkRegistered(const RunJournal &journal)
{
    const auto runs = journal.runs();
    QVERIFY(runs && runs->size() == 1);
    const auto run = journal.run(runs->first().id);
    QVERIFY(run);
    QCOMPARE(run->students.size(), 18);
    for (const StudentRegistrationResult &result : run->results)
        QCOMPARE(result.status(), RegistrationStatus::Registered);
    struct Row {
        int row;
        const char *id;
        const char *given;
        const char *family;
        const char *email;
    };
    static constexpr Row Rows[] = {
        {0, "0001042", "Verónica", "Yáñez", "veronica.yanez1@example.org"},
        {4, "0001190", "Lucía", "Peñalba", "lucia.penalba5@example.org"},
        {9, "0001375", "Íñigo", "Yáñez", ""},
        {13, "0001523", "Lucía", "Ordóñez", "lucia.ordonez14@example.com"},
        {15, "0001597", "Íñigo", "Güell", "inigo.guell16@example.org"},
    };
    for (const Row &row : Rows) {
        const auto text = [&](StudentField field) { return run->students.text(row.row, field); };
        QCOMPARE(text(StudentField::StudentId), QString::fromUtf8(row.id));
        QCOMPARE(text(StudentField::GivenName), QString::fromUtf8(row.given));
        QCOMPARE(text(StudentField::FamilyName), QString::fromUtf8(row.family));
        QCOMPARE(text(StudentField::Email), QString::fromUtf8(row.email));
    }
}

// To be looked at, where somebody wants to: ROLLBOOK_SCREENSHOTS is a folder.
void TestNewUser::shoot(ShownWindow &window, const QString &step)
{
    if (!qEnvironmentVariableIsSet("ROLLBOOK_SCREENSHOTS"))
        return;
    const qreal scale = window->devicePixelRatioF();
    const QString name = scale == 1
        ? QStringLiteral("newuser-%1-%2.png").arg(step, m_theme)
        : QStringLiteral("newuser-%1-%2-%3x.png").arg(step, m_theme).arg(scale);
    const QDir folder(qEnvironmentVariable("ROLLBOOK_SCREENSHOTS"));
    QVERIFY(window->grab().toImage().save(folder.filePath(name)));
}

void TestNewUser::registersSpanishListWithThreeMistakes_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestNewUser::registersSpanishListWithThreeMistakes()
{
    QFETCH(const Theme, theme);
    m_theme = QString::fromLatin1(QTest::currentDataTag());
    applyTheme(theme);
    SampleSchool sample;
    ShownWindow window(sample.school());
    window->resize(1280, 800);
    QVERIFY(window.isActive());
    shoot(window, QStringLiteral("0-empty"));

    drop(window, QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real/spanish-three-mistakes.csv"));
    QTRY_COMPARE(window.lists().size(), 1);
    const ClassList *list = window.lists().first();
    QTRY_COMPARE(list->state(), State::NoCourse);
    // The window asks for the course by itself.
    QTRY_VERIFY(window.page()->findChild<CourseChooser *>()->hasFocus());
    QVERIFY(!window.button(QStringLiteral("Register"))->isEnabled());
    shoot(window, QStringLiteral("1-dropped"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("golang"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(list->course().code, QStringLiteral("GO1"));
    QCOMPARE(
        window.button(QStringLiteral("Problem"))->text().simplified(), QStringLiteral("Problem 2"));
    QVERIFY(window.button(QStringLiteral("Register 16 students")));
    shoot(window, QStringLiteral("2-planned"));

    goToProblem(window, 4, RosterModel::EmailColumn);
    shoot(window, QStringLiteral("3-first-problem"));
    typeIntoCell(window, QStringLiteral("lucia.penalba5@example.org"));
    goToProblem(window, 9, RosterModel::StudentIdColumn);
    shoot(window, QStringLiteral("4-second-problem"));
    typeIntoCell(window, QStringLiteral("0001375"));
    goToProblem(window, 13, RosterModel::StudentIdColumn);
    typeIntoCell(window, QStringLiteral("0001523"));
    QVERIFY(!window.button(QStringLiteral("Problem")));

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(window.button(QStringLiteral("Problem")));
    QTRY_VERIFY(window.button(QStringLiteral("Register 17 students")));
    shoot(window, QStringLiteral("5-undone"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::ControlModifier);
    QTRY_VERIFY(window.button(QStringLiteral("Register 18 students")));
    QVERIFY(!window.button(QStringLiteral("Problem")));
    QVERIFY(list->roster().problems.isEmpty());
    shoot(window, QStringLiteral("6-clean"));

    QTest::mouseClick(window.button(QStringLiteral("Register 18 students")), Qt::LeftButton);
    QTRY_COMPARE(list->state(), State::Finished);
    QCOMPARE(window.button(QStringLiteral("Registered"))->text().simplified(),
        QStringLiteral("Registered 18"));
    shoot(window, QStringLiteral("7-registered"));
    checkRegistered(sample.school().journal());
}

QTEST_MAIN(TestNewUser)
#include "tst_newuser.moc"
