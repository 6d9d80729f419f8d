// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "report/filehandle.h"
#include "report/reportbar.h"
#include "report/reportdialog.h"
#include "report/reportkinds.h"
#include "table/rosterproxymodel.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// How a report is asked for, made, and taken out of the window.
class TestReportDialog : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheRowsThatThereAre();
    void reportHasTheRowsThatWereChosen();
    void reportHasWhatIsShown();
    void reportHasWhatIsSelected();
    void correctionsHaveThoseWhoDidNotGetIn();
    void nothingToCorrectIsSaid();
    void endingOfThePathFollowsTheKind();
    void typedEndingChoosesTheKind();
    void fileThatIsThereIsNotReplacedByAccident();
    void choicesAreRemembered();
    void everyKindIsMade_data();
    void everyKindIsMade();
    void letterheadOfTheSchoolIsOnIt();
    void reportIsDraggedOutAsAFile();
    void summaryIsTextForAMail();
    void failureIsSaidAndNothingIsLeft();
    void stoppedReportLeavesNothing();
    void historyMakesTheSameBytes_data();
    void historyMakesTheSameBytes();
    void states_data();
    void states();

private:
    ReportDialog *opened(ShownWindow &window);
    static QStringList rowsOffered(const ReportDialog &dialog);
    static QLabel *labelWith(const QWidget &widget, const QString &text);
    static QByteArray content(const QString &path);
    /// Makes a report there, and its bytes.
    QByteArray report(ShownWindow &window, const QString &path);
};

ReportDialog *TestReportDialog::opened(ShownWindow &window)
{
    window->activateWindow();
    if (!window.isActive())
        return nullptr;
    QTest::keyClick(&*window, Qt::Key_E, Qt::ControlModifier);
    return window->findChild<ReportDialog *>();
}

QStringList TestReportDialog::rowsOffered(const ReportDialog &dialog)
{
    const auto *box = dialog.findChild<QComboBox *>();
    QStringList rows;
    for (int i = 0; i < box->count(); ++i)
        rows += box->itemText(i);
    return rows;
}

QLabel *TestReportDialog::labelWith(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text().contains(text))
            return label;
    }
    return nullptr;
}

QByteArray TestReportDialog::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestReportDialog::report(ShownWindow &window, const QString &path)
{
    QSignalSpy made(window.page()->reportBar(), &ReportBar::made);
    if (!opened(window) || !window.makeReport(path))
        return {};
    return made.wait() ? content(path) : QByteArray();
}

void TestReportDialog::offersTheRowsThatThereAre()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    window.table()->clearSelection();
    const ReportDialog *dialog = opened(window);
    QVERIFY(dialog);
    QCOMPARE(rowsOffered(*dialog),
        QStringList({u"All students (5)"_s, u"Those who did not get in (3)"_s,
            u"Only: Registered (2)"_s, u"Only: Not registered (3)"_s}));
}

void TestReportDialog::reportHasTheRowsThatWereChosen()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReportDialog *dialog = opened(window);
    dialog->setRows({ReportRows::Kind::OneStatus, RegistrationStatus::Registered});
    const QString path = m_sample->path(u"in.csv"_s);
    QVERIFY(window.makeReport(path));
    QTRY_COMPARE(content(path).count('\n'), 3);
    QVERIFY(!content(path).contains("rejected"));
}

void TestReportDialog::reportHasWhatIsShown()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    window.search()->setText(u"poe"_s);
    QTRY_COMPARE(window.table()->proxy()->rowCount(), 1);
    ReportDialog *dialog = opened(window);
    QVERIFY(rowsOffered(*dialog).contains(u"Those shown in the table now (1)"_s));
    dialog->setRows({ReportRows::Kind::Shown});
    const QString path = m_sample->path(u"shown.csv"_s);
    QVERIFY(window.makeReport(path));
    QTRY_COMPARE(content(path).count('\n'), 2);
    QVERIFY(content(path).contains("\n4,0080004,Dan,Poe,"));
}

void TestReportDialog::reportHasWhatIsSelected()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    selectRows(window, {0, 2});
    ReportDialog *dialog = opened(window);
    QVERIFY(rowsOffered(*dialog).contains(u"Those selected in the table (2)"_s));
    dialog->setRows({ReportRows::Kind::Selected});
    const QString path = m_sample->path(u"two.json"_s);
    QVERIFY(window.makeReport(path));
    QTRY_VERIFY(content(path).contains("0080003"));
    QVERIFY(content(path).contains("0080001"));
    QVERIFY(!content(path).contains("0080002"));
}

void TestReportDialog::correctionsHaveThoseWhoDidNotGetIn()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window, "Room,student_id,given_name\n11,0080001,Ana\n12,0080002,Ben\n"));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(ReportFormat::CorrectionsCsv);
    QVERIFY(!dialog->findChild<QComboBox *>()->isEnabled());
    QVERIFY(labelWith(*dialog, u"1 student did not get in."_s));
    const QString path = m_sample->path(u"back.csv"_s);
    dialog->setPath(path);
    dialog->accept();
    QTRY_VERIFY(content(path).startsWith("\xEF\xBB\xBFRoom,student_id,given_name,Why"));
    QCOMPARE(content(path).count('\n'), 2);
    QVERIFY(content(path).contains("\n12,0080002,Ben,has a hold"));
}

void TestReportDialog::nothingToCorrectIsSaid()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window, "student_id\n0080001\n"));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(ReportFormat::CorrectionsXlsx);
    QVERIFY(labelWith(*dialog, u"Everybody got in"_s));
    QSignalSpy wanted(dialog, &ReportDialog::reportWanted);
    dialog->accept();
    QVERIFY(wanted.isEmpty());
    QVERIFY(dialog->isVisible());
}

void TestReportDialog::endingOfThePathFollowsTheKind()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(ReportFormat::Pdf);
    QVERIFY(dialog->path().endsWith(u".pdf"_s));
    dialog->setFormat(ReportFormat::CorrectionsXlsx);
    QVERIFY(dialog->path().endsWith(u" - to correct.xlsx"_s));
    dialog->setPath(m_sample->path(u"mine.xlsx"_s));
    dialog->setFormat(ReportFormat::OneRoster);
    QCOMPARE(dialog->path(), m_sample->path(u"mine.zip"_s));
}

void TestReportDialog::typedEndingChoosesTheKind()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReportDialog *dialog = opened(window);
    auto *path = dialog->findChild<QLineEdit *>();
    path->selectAll();
    QTest::keyClicks(path, m_sample->path(u"typed.html"_s));
    QCOMPARE(dialog->format(), ReportFormat::Html);
    QCOMPARE(dialog->path(), m_sample->path(u"typed.html"_s));
    path->selectAll();
    QTest::keyClicks(path, m_sample->path(u"no ending"_s));
    QCOMPARE(dialog->path(), m_sample->path(u"no ending.html"_s));
}

void TestReportDialog::fileThatIsThereIsNotReplacedByAccident()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QSettings().setValue(u"reportFolder"_s, m_sample->path({}));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(ReportFormat::Csv);
    const QString proposed = dialog->path();
    dialog->reject();
    QTRY_VERIFY(!window->findChild<ReportDialog *>());
    QFile there(proposed);
    QVERIFY(there.open(QIODevice::WriteOnly));
    dialog = opened(window);
    dialog->setFormat(ReportFormat::Csv);
    QVERIFY(dialog->path() != proposed);
    QVERIFY(dialog->path().endsWith(u" (2).csv"_s));
    dialog->setPath(proposed);
    QVERIFY(labelWith(*dialog, u"it will be replaced"_s));
}

void TestReportDialog::choicesAreRemembered()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(ReportFormat::Html);
    dialog->setRows({ReportRows::Kind::OneStatus, RegistrationStatus::Rejected});
    dialog->setPath(m_sample->path(u"first.html"_s));
    dialog->accept();
    QTRY_VERIFY(!window->findChild<ReportDialog *>());
    QTRY_VERIFY(!window.page()->reportBar()->isMaking());
    dialog = opened(window);
    QCOMPARE(dialog->format(), ReportFormat::Html);
    QVERIFY(
        (dialog->rows() == ReportRows{ReportRows::Kind::OneStatus, RegistrationStatus::Rejected}));
    QVERIFY(dialog->path().startsWith(m_sample->path({})));
}

void TestReportDialog::everyKindIsMade_data()
{
    QTest::addColumn<ReportFormat>("format");
    const QList<ReportKind> kinds = reportKinds();
    QCOMPARE(kinds.size(), ReportFormatCount);
    for (const ReportKind &kind : kinds)
        QTest::newRow(qPrintable(kind.word)) << kind.format;
}

void TestReportDialog::everyKindIsMade()
{
    QFETCH(const ReportFormat, format);
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    ReportDialog *dialog = opened(window);
    dialog->setFormat(format);
    dialog->setPath(m_sample->path(u"report"_s));
    const QString path = dialog->path();
    dialog->accept();
    QTRY_VERIFY(window.message().contains(u"is saved"_s));
    QVERIFY(QFileInfo(path).size() > 0);
}

void TestReportDialog::letterheadOfTheSchoolIsOnIt()
{
    QVERIFY(m_sample->school().settings().save(
        {u"Oak Street School"_s, u"1 Oak Street"_s, {}, Paper::A4, {}}));
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QVERIFY(report(window, m_sample->path(u"report.html"_s)).contains("Oak Street School"));
}

void TestReportDialog::reportIsDraggedOutAsAFile()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    const QString path = m_sample->path(u"report.csv"_s);
    QVERIFY(!report(window, path).isEmpty());
    const auto *handle = window.page()->findChild<FileHandle *>();
    QVERIFY(handle->isVisible());
    QCOMPARE(handle->content()->urls(), QList<QUrl>{QUrl::fromLocalFile(path)});
    QVERIFY(window.button(u"Open"_s));
    QVERIFY(window.button(u"Show in folder"_s));
    QVERIFY(!window.button(u"Stop making it"_s));
}

void TestReportDialog::summaryIsTextForAMail()
{
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    QTest::keyClick(&*window, Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"CLUB (2026 Fall)\n“club.csv”, registered on "_s));
    QVERIFY(text.contains(u"\n5 students. Registered: 2, Not registered: 3\n"_s));
    QVERIFY(text.contains(u"\nNot registered:\n- Ben Roy 0080002: has a hold: library book\n"_s));
    QVERIFY(!text.contains(u"Cleo"_s));
    QVERIFY(window.message().contains(u"copied"_s));
}

void TestReportDialog::failureIsSaidAndNothingIsLeft()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QVERIFY(opened(window));
    QVERIFY(window.makeReport(m_sample->path(u"gone/report.csv"_s)));
    QTRY_VERIFY(window.message().contains(u"could not be written"_s));
    QVERIFY(!window.button(u"Open"_s));
}

void TestReportDialog::stoppedReportLeavesNothing()
{
    // Long enough to be stopped.
    constexpr int rows = 200'000;
    QList<Student> students;
    students.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        Student student;
        student.studentId = QString::number(row);
        students += student;
    }
    RegisterStudentsResults run;
    run.students = StudentList::fromStudents(students);
    run.courses = CourseAssignment(club().ref());
    run.run = Run::begin(u"club.csv"_s, run.courses, {});
    for (qint32 row = 0; row < rows; ++row)
        run.results += failedRow(row, ReasonCode::TimedOut);
    ReportBar bar(m_sample->school());
    QSignalSpy failed(&bar, &ReportBar::failed);
    const QString path = m_sample->path(u"long.pdf"_s);
    bar.make({.subject = {.runs = {run}}, .format = ReportFormat::Pdf, .path = path});
    QVERIFY(bar.isMaking());
    QTRY_VERIFY(bar.findChild<QProgressBar *>()->value() >= 0);
    const auto buttons = bar.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == u"Stop making it"_s)
            button->click();
    }
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
    QVERIFY(!bar.isMaking());
}

void TestReportDialog::historyMakesTheSameBytes_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << u"report.csv"_s;
    QTest::newRow("JSON") << u"report.json"_s;
}

void TestReportDialog::historyMakesTheSameBytes()
{
    QFETCH(const QString, name);
    ShownWindow window(m_sample->school());
    ClassList *list = registered(window);
    QVERIFY(list);
    const QByteArray now = report(window, m_sample->path(name));
    QVERIFY(!now.isEmpty());
    const Run run = list->results().run;
    ClassList earlier(m_sample->school());
    earlier.loadEarlier(run);
    QTRY_COMPARE(earlier.state(), State::Earlier);
    ReportBar bar(m_sample->school());
    QSignalSpy made(&bar, &ReportBar::made);
    const QString again = m_sample->path(u"again "_s + name);
    bar.make(
        {.subject = {.runs = {earlier.results()}}, .format = *reportFormatOf(name), .path = again});
    QVERIFY(made.wait());
    QCOMPARE(content(again), now);
}

void TestReportDialog::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// Made to be looked at.
void TestReportDialog::states()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    ShownWindow window(m_sample->school());
    window->resize(1280, 800);
    QVERIFY(registered(window));
    QSettings().setValue(u"reportFolder"_s, u"/home/ines/Documents"_s);
    ReportDialog *dialog = opened(window);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY(!keepPictureOf(*dialog, u"15-report"_s, name).isNull());
    dialog->setFormat(ReportFormat::CorrectionsXlsx);
    QVERIFY(!keepPictureOf(*dialog, u"15-report-corrections"_s, name).isNull());
    QVERIFY(window.makeReport(m_sample->path(u"report.csv"_s)));
    QTRY_VERIFY(window.message().contains(u"is saved"_s));
    QTRY_VERIFY(!window->findChild<ReportDialog *>());
    QVERIFY(!keepPicture(*window, u"15-report-saved"_s, name).isNull());
    applyTheme(Theme::System);
}

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
