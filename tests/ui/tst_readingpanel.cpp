// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/backgroundthreads.h"
#include "readingpanel.h"
#include "sampleschool.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Rollbook;
using State = ClassList::State;

/// How a file was read is seen and changed above its table.
class TestReadingPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatColumnsHold();
    void choosesWhatAColumnHolds();
    void choiceIsRememberedForTheSameHeader();
    void listWithoutIdentifierAsksWhichColumnItIs();
    void severalColumnsForOneFieldAreAskedAbout();
    void otherEncodingIsReadAtOnce();
    void otherSheetIsReadAtOnce();
    void longListShowsItsFirstRowsAtOnce();
    void readingCanBeStopped();

private:
    void load(const QByteArray &text, const QString &name = QStringLiteral("list.csv"));
    QComboBox *chooser(int column) const;
    void choose(QComboBox *box, const QString &text);

    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<ClassList> m_list;
    std::unique_ptr<ReadingPanel> m_panel;
};

void TestReadingPanel::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_list = std::make_unique<ClassList>(m_sample->school());
    m_panel = std::make_unique<ReadingPanel>(*m_list);
    connect(m_panel.get(), &ReadingPanel::otherReadingWanted, m_list.get(), &ClassList::readAgain);
}

void TestReadingPanel::cleanup()
{
    m_panel.reset();
    m_list.reset();
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void TestReadingPanel::load(const QByteArray &text, const QString &name)
{
    m_list->load(m_sample->write(name, text));
    QTRY_COMPARE(m_list->state(), State::NoCourse);
}

QComboBox *TestReadingPanel::chooser(int column) const
{
    return qobject_cast<QComboBox *>(m_panel->findChild<QTableWidget *>()->cellWidget(0, column));
}

void TestReadingPanel::choose(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    QSignalSpy changed(m_list.get(), &ClassList::rosterChanged);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    QTRY_COMPARE(changed.size(), 1);
}

void TestReadingPanel::showsWhatColumnsHold()
{
    load("Nombre;Apellidos;Matrícula;Talla\nÍñigo;Muñoz;007;M\n");
    auto *columns = m_panel->findChild<QTableWidget *>();
    QCOMPARE(columns->columnCount(), 4);
    QCOMPARE(columns->horizontalHeaderItem(2)->text(), QStringLiteral("Matrícula"));
    QCOMPARE(chooser(0)->currentText(), QStringLiteral("Given name"));
    QCOMPARE(chooser(1)->currentText(), QStringLiteral("Family name"));
    QCOMPARE(chooser(2)->currentText(), QStringLiteral("Student ID"));
    QCOMPARE(chooser(3)->currentText(), QStringLiteral("(only kept)"));
    QCOMPARE(columns->item(1, 2)->text(), QStringLiteral("007"));
}

void TestReadingPanel::choosesWhatAColumnHolds()
{
    load("id,ticket,name\n1,T7,Ben Larsen\n");
    choose(chooser(1), QStringLiteral("Student ID"));
    QCOMPARE(m_list->roster().students.text(0, StudentField::StudentId), QStringLiteral("T7"));
    QCOMPARE(chooser(0)->currentText(), QStringLiteral("(only kept)"));
    QCOMPARE(chooser(1)->currentText(), QStringLiteral("Student ID"));
    QCOMPARE(m_list->state(), State::NoCourse);
}

void TestReadingPanel::choiceIsRememberedForTheSameHeader()
{
    load("id,ticket,name\n1,T7,Ben Larsen\n");
    choose(chooser(1), QStringLiteral("Student ID"));
    ClassList next(m_sample->school());
    next.load(m_sample->write(QStringLiteral("next.csv"), "id,ticket,name\n2,T8,Ann Larsen\n"));
    QTRY_COMPARE(next.state(), State::NoCourse);
    QCOMPARE(next.roster().students.text(0, StudentField::StudentId), QStringLiteral("T8"));
    ClassList other(m_sample->school());
    other.load(m_sample->write(QStringLiteral("other.csv"), "id,name\n2,Ann Larsen\n"));
    QTRY_COMPARE(other.state(), State::NoCourse);
    QCOMPARE(other.roster().students.text(0, StudentField::StudentId), QStringLiteral("2"));
}

void TestReadingPanel::listWithoutIdentifierAsksWhichColumnItIs()
{
    load("First name,Last name,Locker\nBen,Larsen,L7\nAnn,Smith,L8\n");
    QCOMPARE(m_list->model()->count(RowState::Problem), 2);
    const auto labels = m_panel->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("Which column tells who a student is?"));
    }));
    choose(chooser(2), QStringLiteral("Student ID"));
    QCOMPARE(m_list->model()->count(RowState::Problem), 0);
    QCOMPARE(m_list->roster().students.text(1, StudentField::StudentId), QStringLiteral("L8"));
}

void TestReadingPanel::severalColumnsForOneFieldAreAskedAbout()
{
    load("ID,Name,E-mail,Email\n1,Ben Larsen,a@example.org,b@example.org\n");
    QVERIFY(m_list->roster().disputed.contains(StudentField::Email));
    choose(chooser(3), QStringLiteral("E-mail"));
    QCOMPARE(
        m_list->roster().students.text(0, StudentField::Email), QStringLiteral("b@example.org"));
    QVERIFY(m_list->roster().disputed.isEmpty());
}

void TestReadingPanel::otherEncodingIsReadAtOnce()
{
    load(QStringLiteral("ID;Nom;Prénom\n1;Lefèvre;Noémie\n2;Hébrard;Loïc\n").toLatin1());
    QCOMPARE(m_list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Noémie"));
    auto *encodings = m_panel->findChildren<QComboBox *>().at(1);
    QVERIFY(encodings->findText(QStringLiteral("Windows-1250")) >= 0);
    choose(encodings, QStringLiteral("Windows-1251"));
    QCOMPARE(m_list->roster().students.text(0, StudentField::GivenName), QStringLiteral("Noйmie"));
    QCOMPARE(m_list->roster().source.encoding, QStringLiteral("Windows-1251"));
}

void TestReadingPanel::otherSheetIsReadAtOnce()
{
    m_list->load(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real/sheets-hidden.xlsx"));
    QTRY_COMPARE(m_list->state(), State::NoCourse);
    QVERIFY(m_list->roster().source.sheets.size() > 1);
    const QString before = m_list->roster().source.sheet;
    auto *sheets = m_panel->findChildren<QComboBox *>().at(0);
    QCOMPARE(sheets->currentData().toString(), before);
    for (const RosterSheet &sheet : m_list->roster().source.sheets)
        QVERIFY(sheets->findData(sheet.name) >= 0);
}

void TestReadingPanel::longListShowsItsFirstRowsAtOnce()
{
    QByteArray text("student_id,family_name,given_name\n");
    for (int row = 1; row <= 300'000; ++row)
        text += "S" + QByteArray::number(row) + ",Larsen,Sophie\n";
    QList<int> sizes;
    connect(m_list->model(), &RosterModel::modelReset, m_list.get(),
        [&] { sizes += m_list->model()->rowCount(); });
    m_list->load(m_sample->write(QStringLiteral("long.csv"), text));
    QTRY_COMPARE(m_list->state(), State::NoCourse);
    QCOMPARE(sizes.last(), 300'000);
    QVERIFY(sizes.first() > 10);
    QVERIFY(sizes.first() < 100);
}

void TestReadingPanel::readingCanBeStopped()
{
    QByteArray text("student_id,family_name,given_name\n");
    for (int row = 1; row <= 1'000'000; ++row)
        text += "S" + QByteArray::number(row) + ",Larsen,Sophie\n";
    m_list->load(m_sample->write(QStringLiteral("long.csv"), text));
    QTRY_VERIFY(m_list->model()->rowCount() > 0);
    QCOMPARE(m_list->state(), State::Loading);
    m_list->stop();
    QTRY_COMPARE(m_list->state(), State::Unreadable);
    QVERIFY(m_list->problem()->sentence.contains(QStringLiteral("long.csv")));
}

QTEST_MAIN(TestReadingPanel)
#include "tst_readingpanel.moc"
