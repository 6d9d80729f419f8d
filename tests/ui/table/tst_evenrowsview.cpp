// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// It has to look and behave as the QTableView that it stands for: each is asked the same.

#include "table/evenrowsview.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <array>
#include <memory>

using namespace Rollbook;

namespace
{

constexpr int Columns = 4;

void fill(QStandardItemModel &model, int rows)
{
    model.setHorizontalHeaderLabels({QStringLiteral("Student ID"), QStringLiteral("Family name"),
        QStringLiteral("Given name"), QStringLiteral("E-mail")});
    for (int row = 0; row < rows; ++row) {
        QList<QStandardItem *> items;
        for (int column = 0; column < Columns; ++column)
            items += new QStandardItem(QStringLiteral("%1 of %2").arg(column).arg(row));
        model.appendRow(items);
    }
}

void setUp(QTableView &view, QStandardItemModel &model)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setAlternatingRowColors(true);
    view.setTabKeyNavigation(false);
    view.verticalHeader()->hide();
    view.horizontalHeader()->setSectionsMovable(true);
    view.setModel(&model);
    view.setColumnHidden(2, true);
    view.horizontalHeader()->moveSection(3, 1);
    view.resize(260, 233); // the last row does not fit whole
}

using Keys = QList<QKeyCombination>;

} // namespace

class TestEvenRowsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksAlike_data();
    void looksAlike();
    void keysLeadToTheSame_data();
    void keysLeadToTheSame();
    void scrollsToTheSame_data();
    void scrollsToTheSame();
    void clicksChooseTheSame_data();
    void clicksChooseTheSame();
    void followsRowsThatComeAndGo();
    void editorsGoAlong();
    void rowsGetAnotherHeight();
    void screenReadersHearTheSame();
    void aMillionRowsStandWhereTheyShould();

private:
    /// What a person sees and has chosen.
    void compare();
    void shown();
    std::array<QTableView *, 2> both() { return {m_table, m_view}; }

    std::unique_ptr<QStandardItemModel> m_model;
    // One window, so that both are active, and neither has the focus alone.
    std::unique_ptr<QWidget> m_window;
    QTableView *m_table = nullptr;
    EvenRowsView *m_view = nullptr;
};

void TestEvenRowsView::init()
{
    m_window.reset();
    m_model = std::make_unique<QStandardItemModel>();
    fill(*m_model, 40);
    m_window = std::make_unique<QWidget>();
    m_table = new QTableView(m_window.get());
    m_view = new EvenRowsView(m_window.get());
    for (QTableView *view : both()) {
        setUp(*view, *m_model);
        view->setCurrentIndex(m_model->index(0, 0));
    }
    // Neither is under the mouse.
    m_table->move(20, 20);
    m_view->move(m_table->geometry().right() + 20, 20);
    m_window->resize(m_view->geometry().right(), m_view->geometry().bottom());
}

void TestEvenRowsView::shown()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestEvenRowsView::compare()
{
    QCOMPARE(m_view->currentIndex(), m_table->currentIndex());
    QCOMPARE(m_view->selectionModel()->selectedRows(), m_table->selectionModel()->selectedRows());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_table->verticalScrollBar()->value());
    QCOMPARE(m_view->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->maximum());
    if (m_table->verticalScrollBar()->maximum() > 0)
        QCOMPARE(m_view->verticalScrollBar()->pageStep(), m_table->verticalScrollBar()->pageStep());
    QCOMPARE(m_view->horizontalScrollBar()->value(), m_table->horizontalScrollBar()->value());
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), m_table->horizontalScrollBar()->maximum());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < Columns; ++column) {
            const QModelIndex index = m_model->index(row, column);
            QCOMPARE(m_view->visualRect(index), m_table->visualRect(index));
        }
    }
    for (int y = 0; y < m_view->viewport()->height(); y += 7) {
        for (int x = 0; x < m_view->viewport()->width(); x += 11)
            QCOMPARE(m_view->indexAt(QPoint(x, y)), m_table->indexAt(QPoint(x, y)));
    }
}

void TestEvenRowsView::looksAlike_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("scrolled");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("none") << 0 << 0 << Qt::LeftToRight;
    QTest::newRow("a few") << 3 << 0 << Qt::LeftToRight;
    QTest::newRow("more than fit") << 40 << 0 << Qt::LeftToRight;
    QTest::newRow("scrolled") << 40 << 7 << Qt::LeftToRight;
    QTest::newRow("to the end") << 40 << 1000 << Qt::LeftToRight;
    QTest::newRow("from right to left") << 40 << 7 << Qt::RightToLeft;
}

void TestEvenRowsView::looksAlike()
{
    QFETCH(const int, rows);
    QFETCH(const int, scrolled);
    QFETCH(const Qt::LayoutDirection, direction);
    m_model->setRowCount(rows);
    for (QTableView *view : both())
        view->setLayoutDirection(direction);
    shown();
    for (QTableView *view : both()) {
        view->selectionModel()->select(
            m_model->index(9, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        view->verticalScrollBar()->setValue(scrolled);
        view->horizontalScrollBar()->setValue(30);
        view->clearFocus();
    }
    compare();
    QCOMPARE(m_view->grab().toImage(), m_table->grab().toImage());
}

void TestEvenRowsView::keysLeadToTheSame_data()
{
    QTest::addColumn<Keys>("keys");
    QTest::newRow("down") << Keys{Qt::Key_Down, Qt::Key_Down};
    QTest::newRow("up at the top") << Keys{Qt::Key_Up};
    QTest::newRow("right to the end") << Keys(5, Qt::Key_Right);
    QTest::newRow("left") << Keys{Qt::Key_Right, Qt::Key_Right, Qt::Key_Left};
    QTest::newRow("pages down") << Keys(2, Qt::Key_PageDown);
    QTest::newRow("pages down to the end") << Keys(20, Qt::Key_PageDown);
    QTest::newRow("pages up") << (Keys(20, Qt::Key_PageDown) + Keys(2, Qt::Key_PageUp));
    QTest::newRow("home") << Keys{Qt::Key_Down, Qt::Key_Right, Qt::Key_Home};
    QTest::newRow("end") << Keys{Qt::Key_Down, Qt::Key_End};
    QTest::newRow("to the last") << Keys{Qt::CTRL | Qt::Key_End};
    QTest::newRow("to the first") << Keys{Qt::CTRL | Qt::Key_End, Qt::CTRL | Qt::Key_Home};
    QTest::newRow("several") << Keys{
        Qt::Key_Down, Qt::SHIFT | Qt::Key_Down, Qt::SHIFT | Qt::Key_Down};
    QTest::newRow("more than are seen") << (Keys(3, Qt::SHIFT | Qt::Key_PageDown));
    QTest::newRow("from the end up")
        << Keys{Qt::CTRL | Qt::Key_End, Qt::SHIFT | Qt::Key_PageUp, Qt::SHIFT | Qt::Key_PageUp};
    QTest::newRow("all") << Keys{Qt::CTRL | Qt::Key_A};
}

void TestEvenRowsView::keysLeadToTheSame()
{
    QFETCH(const Keys, keys);
    shown();
    for (QTableView *view : both()) {
        for (const QKeyCombination key : keys)
            QTest::keyClick(view, key.key(), key.keyboardModifiers());
    }
    compare();
}

void TestEvenRowsView::scrollsToTheSame_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QAbstractItemView::ScrollHint>("hint");
    const std::array hints{QAbstractItemView::EnsureVisible, QAbstractItemView::PositionAtTop,
        QAbstractItemView::PositionAtBottom};
    for (const auto hint : hints) {
        for (const int row : {0, 3, 12, 25, 39}) {
            for (const int column : {0, 1, 2, 3})
                QTest::addRow("%d of row %d, %d", column, row, hint) << row << column << hint;
        }
    }
}

void TestEvenRowsView::scrollsToTheSame()
{
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const QAbstractItemView::ScrollHint, hint);
    shown();
    for (QTableView *view : both()) {
        view->verticalScrollBar()->setValue(10);
        view->scrollTo(m_model->index(row, column), hint);
    }
    compare();
}

void TestEvenRowsView::clicksChooseTheSame_data()
{
    QTest::addColumn<QPoint>("first");
    QTest::addColumn<QPoint>("second");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    const auto none = Qt::KeyboardModifiers();
    const auto shift = Qt::KeyboardModifiers(Qt::ShiftModifier);
    const auto control = Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("another") << QPoint(20, 20) << QPoint(150, 100) << none;
    QTest::newRow("up to it") << QPoint(20, 20) << QPoint(150, 100) << shift;
    QTest::newRow("back up to it") << QPoint(150, 100) << QPoint(20, 20) << shift;
    QTest::newRow("also") << QPoint(20, 20) << QPoint(150, 100) << control;
    QTest::newRow("not any more") << QPoint(20, 20) << QPoint(20, 22) << control;
    QTest::newRow("below the last") << QPoint(20, 20) << QPoint(20, 190) << none;
}

void TestEvenRowsView::clicksChooseTheSame()
{
    QFETCH(const QPoint, first);
    QFETCH(const QPoint, second);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    m_model->setRowCount(5);
    shown();
    for (QTableView *view : both()) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, first);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, second);
    }
    compare();
}

void TestEvenRowsView::followsRowsThatComeAndGo()
{
    shown();
    for (QTableView *view : both())
        view->setCurrentIndex(m_model->index(20, 0));
    m_model->insertRows(3, 10);
    QTRY_COMPARE(m_view->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->maximum());
    compare();
    m_model->removeRows(0, 15);
    QTRY_COMPARE(m_view->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->maximum());
    compare();
    m_model->removeRows(2, m_model->rowCount() - 2);
    QTRY_COMPARE(m_view->verticalScrollBar()->maximum(), 0);
    QTRY_VERIFY(!m_view->verticalScrollBar()->isVisible());
    compare();
    m_model->clear();
    fill(*m_model, 50);
    QTRY_COMPARE(m_view->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->maximum());
    for (QTableView *view : both())
        view->setColumnHidden(2, true);
    QTRY_COMPARE(
        m_view->horizontalScrollBar()->maximum(), m_table->horizontalScrollBar()->maximum());
}

void TestEvenRowsView::editorsGoAlong()
{
    shown();
    const QModelIndex index = m_model->index(4, 0);
    m_view->openPersistentEditor(index);
    const QWidget *editor = m_view->indexWidget(index);
    QVERIFY(editor);
    QCOMPARE(editor->geometry(), m_view->visualRect(index));
    m_view->verticalScrollBar()->setValue(2);
    QCOMPARE(editor->geometry(), m_view->visualRect(index));
    m_view->horizontalScrollBar()->setValue(15);
    QCOMPARE(editor->geometry(), m_view->visualRect(index));
}

void TestEvenRowsView::rowsGetAnotherHeight()
{
    shown();
    m_view->setHeightOfRows(19);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(19);
    QTRY_COMPARE(m_view->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->maximum());
    QCOMPARE(m_view->heightOfRows(), 19);
    compare();
}

void TestEvenRowsView::screenReadersHearTheSame()
{
    shown();
    for (QTableView *view : both())
        view->verticalScrollBar()->setValue(3);
    std::array<QAccessibleTableInterface *, 2> tables{};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(both().at(i));
        QVERIFY(interface);
        tables.at(i) = interface->tableInterface();
        QVERIFY(tables.at(i));
    }
    QCOMPARE(tables[1]->rowCount(), 40);
    QCOMPARE(tables[1]->columnCount(), Columns);
    QCOMPARE(tables[1]->columnDescription(1), QStringLiteral("Family name"));
    const QPoint apart =
        m_view->viewport()->mapToGlobal(QPoint()) - m_table->viewport()->mapToGlobal(QPoint());
    for (const int row : {0, 3, 7, 39}) {
        QAccessibleInterface *ours = tables[1]->cellAt(row, 1);
        QAccessibleInterface *theirs = tables[0]->cellAt(row, 1);
        QCOMPARE(ours->text(QAccessible::Name), QStringLiteral("1 of %1").arg(row));
        QCOMPARE(ours->rect(), theirs->rect().translated(apart));
        const QList<QAccessibleInterface *> headers =
            ours->tableCellInterface()->columnHeaderCells();
        QCOMPARE(headers.size(), 1);
        QCOMPARE(headers.first()->text(QAccessible::Name), QStringLiteral("Family name"));
        // They are made for whoever asks, and owned by nobody.
        QAccessible::deleteAccessibleInterface(
            QAccessible::registerAccessibleInterface(headers.first()));
    }
}

void TestEvenRowsView::aMillionRowsStandWhereTheyShould()
{
    QStringList lines;
    constexpr int many = 1'000'000;
    lines.reserve(many);
    for (int row = 0; row < many; ++row)
        lines += QString();
    QStringListModel list(lines);
    m_view->setModel(&list);
    shown();
    m_view->scrollToBottom();
    const QRect last = m_view->visualRect(list.index(many - 1, 0));
    QVERIFY(last.bottom() < m_view->viewport()->height());
    QVERIFY(last.bottom() + m_view->heightOfRows() >= m_view->viewport()->height());
    QCOMPARE(m_view->indexAt(last.center()), list.index(many - 1, 0));
    m_view->setModel(nullptr);
    QVERIFY(!m_view->indexAt(QPoint(5, 5)).isValid());
}

QTEST_MAIN(TestEvenRowsView)
#include "tst_evenrowsview.moc"
