// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "report/pageview.h"
#include "report/printpreview.h"
#include "reports/printing.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The pages of a report as they are seen before they are printed, and printed.
class TestPrintPreview : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreSeen();
    void pagesAreTurned();
    void pagesArePrinted();
    void onlyTheFirstPagesOfManyAreSeen();
    void states_data();
    void states();

private:
    static QList<RegisterStudentsResults> longRun(int rows);
    static QPushButton *button(const PrintPreview &preview, const QString &text);
    static bool says(const PrintPreview &preview, const QString &text);
};

QList<RegisterStudentsResults> TestPrintPreview::longRun(int rows)
{
    QList<Student> students;
    for (int row = 0; row < rows; ++row) {
        Student student;
        student.studentId = QString::number(10'000 + row);
        student.givenName = u"Ana"_s;
        student.familyName = u"Muñoz"_s;
        students += student;
    }
    RegisterStudentsResults run;
    run.students = StudentList::fromStudents(students);
    run.courses = CourseAssignment(club().ref());
    run.run = Run::begin(u"club.csv"_s, run.courses, {});
    for (qint32 row = 0; row < rows; ++row) {
        run.results += rejectedRow(row, ReasonCode::CourseFull);
        run.run.counts.add(RegistrationStatus::Rejected);
    }
    return {run};
}

QPushButton *TestPrintPreview::button(const PrintPreview &preview, const QString &text)
{
    const auto buttons = preview.findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text().remove(u'&').startsWith(text))
            return one;
    }
    return nullptr;
}

bool TestPrintPreview::says(const PrintPreview &preview, const QString &text)
{
    const auto labels = preview.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&text](const QLabel *label) { return label->text() == text; });
}

void TestPrintPreview::pagesAreSeen()
{
    ShownWindow window(m_sample->school());
    QVERIFY(registered(window));
    QTest::keyClick(&*window, Qt::Key_P, Qt::ControlModifier);
    const auto *preview = window->findChild<PrintPreview *>();
    QVERIFY(preview);
    QTRY_VERIFY(says(*preview, u"Page 1 of 1"_s));
    QVERIFY(button(*preview, u"Print"_s)->isEnabled());
    QVERIFY(!button(*preview, u"Next page"_s)->isEnabled());
    // Ink on white paper.
    const QImage seen = preview->findChild<PageView *>()->grab().toImage();
    const QRgb middle = seen.pixel(seen.width() / 2, seen.height() / 10);
    QVERIFY(qGray(middle) > 200);
    bool hasInk = false;
    for (int x = 0; x < seen.width() && !hasInk; ++x) {
        for (int y = seen.height() / 20; y < seen.height() / 2 && !hasInk; ++y)
            hasInk = qGray(seen.pixel(x, y)) < 90;
    }
    QVERIFY(hasInk);
}

void TestPrintPreview::pagesAreTurned()
{
    PrintPreview preview(m_sample->school(), longRun(60));
    preview.show();
    QTRY_VERIFY(button(preview, u"Next page"_s)->isEnabled());
    QVERIFY(!button(preview, u"Page before"_s)->isEnabled());
    const QImage first = preview.findChild<PageView *>()->grab().toImage();
    button(preview, u"Next page"_s)->click();
    QVERIFY(preview.findChild<PageView *>()->grab().toImage() != first);
    QVERIFY(button(preview, u"Page before"_s)->isEnabled());
    button(preview, u"Page before"_s)->click();
    QCOMPARE(preview.findChild<PageView *>()->grab().toImage(), first);
}

void TestPrintPreview::pagesArePrinted()
{
    PrintPreview preview(m_sample->school(), longRun(60));
    preview.show();
    QTRY_VERIFY(button(preview, u"Print"_s)->isEnabled());
    const QString path = m_sample->path(u"printed.pdf"_s);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(path);
    printer->setPageLayout(reportPageLayout(Paper::A4));
    QSignalSpy printed(&preview, &PrintPreview::printed);
    preview.printOn(printer);
    QVERIFY(printed.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    // As many as are seen.
    QVERIFY(
        pdf.contains("/Count " + QByteArray::number(reportPages(longRun(60), {}, 72, 100).all)));
}

void TestPrintPreview::onlyTheFirstPagesOfManyAreSeen()
{
    PrintPreview preview(m_sample->school(), longRun(3000));
    preview.show();
    QTRY_VERIFY(says(preview, u"You see the first 20 pages. All of them are printed."_s));
    QVERIFY(reportPages(longRun(3000), {}, 36, 3).pictures.size() == 3);
}

void TestPrintPreview::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

// Made to be looked at.
void TestPrintPreview::states()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    QVERIFY(m_sample->school().settings().save(
        {u"Oak Street School"_s, u"1 Oak Street\nSpringfield"_s, {}, Paper::A4, {}}));
    PrintPreview preview(m_sample->school(), longRun(60));
    preview.show();
    QTRY_VERIFY(button(preview, u"Next page"_s)->isEnabled());
    QVERIFY(!keepPictureOf(preview, u"16-print"_s, QString::fromLatin1(QTest::currentDataTag()))
                 .isNull());
    applyTheme(Theme::System);
}

QTEST_MAIN(TestPrintPreview)
#include "tst_printpreview.moc"
