// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/backgroundthreads.h"
#include "listsinwork.h"
#include "overviewmodel.h"
#include "sampleschool.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// The table of all lists: a row each, which follows its list from the file to the outcomes.
class TestOverviewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rowFollowsItsList();
    void courseIsAskedFor();
    void rowsComeAndGo();
    void countsOfListsAddUp();

private:
    ClassList *open(const QString &name, const QByteArray &content);
    QStringList cells(int row) const;

    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<ListsInWork> m_lists;
    std::unique_ptr<OverviewModel> m_model;
};

void TestOverviewModel::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_lists = std::make_unique<ListsInWork>();
    m_model = std::make_unique<OverviewModel>(*m_lists);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestOverviewModel::cleanup()
{
    backgroundThreads().waitForDone();
    m_model.reset();
    m_lists.reset();
    m_sample.reset();
}

ClassList *TestOverviewModel::open(const QString &name, const QByteArray &content)
{
    auto *list = new ClassList(m_sample->school(), m_lists.get());
    list->load(m_sample->write(name, content));
    m_lists->add(*list);
    return list;
}

QStringList TestOverviewModel::cells(int row) const
{
    QStringList cells;
    for (int column = 0; column < OverviewModel::ColumnCount; ++column)
        cells += m_model->index(row, column).data().toString();
    return cells;
}

void TestOverviewModel::rowFollowsItsList()
{
    // BIO has 12 seats and 4 places to wait.
    QByteArray text("student_id\n");
    for (int number = 1; number <= 18; ++number)
        text += QByteArray::number(99'000 + number) + '\n';
    ClassList *list = open(u"biology.csv"_s, text + "99001\n");
    QCOMPARE(cells(0),
        QStringList({u"biology.csv"_s, {}, u"reading…"_s, {}, u"–"_s, u"–"_s, u"–"_s, u"–"_s}));
    QTRY_COMPARE(list->state(), State::NoCourse);
    list->chooseCourse({u"BIO"_s, {}});
    QTRY_COMPARE(list->state(), State::Planned);
    QCOMPARE(cells(0),
        QStringList({u"biology.csv"_s, u"BIO (2026 Fall)"_s, u"16 to register"_s, u"19"_s,
            u"12 will be"_s, u"4 will be"_s, u"2 will be"_s, u"1"_s}));
    const QVariant planned =
        m_model->index(0, OverviewModel::RegisteredColumn).data(Qt::ForegroundRole);
    QVERIFY(planned.isValid());
    list->registerStudents();
    QTRY_COMPARE(list->state(), State::Finished);
    QTRY_COMPARE(cells(0),
        QStringList({u"biology.csv"_s, u"BIO (2026 Fall)"_s, u"finished"_s, u"19"_s, u"12"_s,
            u"4"_s, u"3"_s, u"–"_s}));
    QVERIFY(!m_model->index(0, OverviewModel::RegisteredColumn).data(Qt::ForegroundRole).isValid());
}

void TestOverviewModel::courseIsAskedFor()
{
    ClassList *list = open(u"monday.csv"_s, "student_id\n1\n2\n");
    QTRY_COMPARE(list->state(), State::NoCourse);
    QCOMPARE(cells(0).mid(1),
        QStringList({{}, u"choose the course"_s, u"2"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s}));
}

void TestOverviewModel::rowsComeAndGo()
{
    QList<ClassList *> lists;
    for (const QString &name : {u"a.csv"_s, u"b.csv"_s, u"c.csv"_s})
        lists += open(name, "student_id\n1\n");
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->list(1), lists[1]);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_lists->remove(*lists[1]);
    m_lists->remove(*lists[1]);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->list(1), lists[2]);
    QCOMPARE(m_model->list(2), nullptr);
    // What is gone says nothing any more.
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(lists[1]->state(), State::NoCourse);
    QTRY_COMPARE(lists[2]->state(), State::NoCourse);
    QVERIFY(std::all_of(changed.cbegin(), changed.cend(),
        [](const QVariantList &signal) { return signal[0].toModelIndex().row() < 2; }));
    QCOMPARE(cells(1).first(), u"c.csv"_s);
}

void TestOverviewModel::countsOfListsAddUp()
{
    const ListCounts one{10, 5, 3, 1, 1, false};
    ListCounts sum{1, 1, 0, 0, 0, true};
    sum += one;
    QCOMPARE(sum.students, 11);
    QCOMPARE(sum.registered, 6);
    QCOMPARE(sum.waiting, 3);
    QCOMPARE(sum.notRegistered, 1);
    QCOMPARE(sum.problems, 1);
}

QTEST_MAIN(TestOverviewModel)
#include "tst_overviewmodel.moc"
