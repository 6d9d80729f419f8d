// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historypagetest.h"

#include "domain/backgroundthreads.h"
#include "pasthistory.h"

#include <QComboBox>
#include <QTest>

namespace Rollbook
{

using namespace Qt::Literals::StringLiterals;

void HistoryPageTest::init()
{
    m_sample = std::make_unique<SampleSchool>();
    makePast(m_sample->school());
}

void HistoryPageTest::cleanup()
{
    backgroundThreads().waitForDone();
    m_sample.reset();
}

void HistoryPageTest::openHistory(ShownWindow &window)
{
    QVERIFY(window.isActive());
    QTest::keyClick(&*window, Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(lists(window).size(), 4);
}

HistoryTable *HistoryPageTest::table(ShownWindow &window, const QString &name)
{
    const auto tables = window->findChildren<HistoryTable *>();
    for (HistoryTable *table : tables) {
        if (table->accessibleName() == name && table->isVisible())
            return table;
    }
    return nullptr;
}

QStringList HistoryPageTest::column(ShownWindow &window, const QString &name, int column)
{
    QStringList cells;
    const HistoryTable *shown = table(window, name);
    for (int row = 0; shown && row < shown->model()->rowCount(); ++row)
        cells += shown->model()->index(row, column).data().toString();
    return cells;
}

void HistoryPageTest::type(ShownWindow &window, const QString &field, const QString &text)
{
    const auto edits = window->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->isVisible() && edit->accessibleName() == field) {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
            return;
        }
    }
    QFAIL(qPrintable(field));
}

void HistoryPageTest::choose(ShownWindow &window, const QString &box, const QString &entry)
{
    const auto boxes = window->findChildren<QComboBox *>();
    for (QComboBox *one : boxes) {
        if (one->isVisible() && one->accessibleName() == box && one->findText(entry) >= 0) {
            one->setCurrentIndex(one->findText(entry));
            return;
        }
    }
    QFAIL(qPrintable(entry));
}

void HistoryPageTest::clickRow(
    ShownWindow &window, const QString &name, int row, Qt::KeyboardModifiers modifiers)
{
    HistoryTable *shown = table(window, name);
    QVERIFY(shown);
    shown->setFocus();
    const QRect place = shown->visualRect(shown->model()->index(row, 1));
    QTest::mouseClick(shown->viewport(), Qt::LeftButton, modifiers, place.center());
}

void HistoryPageTest::press(ShownWindow &window, const QString &text)
{
    QAbstractButton *button = window.button(text);
    QVERIFY2(button, qPrintable(text));
    QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace Rollbook
