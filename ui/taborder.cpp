// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taborder.h"

#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QWidget>

namespace Rollbook
{

namespace
{

void append(QWidget &widget, QList<QWidget *> &order);

void append(QLayout &layout, QList<QWidget *> &order)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget())
            append(*item->widget(), order);
        else if (item->layout())
            append(*item->layout(), order);
    }
}

void append(QWidget &widget, QList<QWidget *> &order)
{
    if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            append(*splitter->widget(i), order);
    } else if (const auto *scrolled = qobject_cast<QScrollArea *>(&widget)) {
        append(*scrolled->widget(), order);
    } else if (const auto *table = qobject_cast<QTableWidget *>(&widget)) {
        order += &widget;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column) {
                if (QWidget *cell = table->cellWidget(row, column))
                    append(*cell, order);
            }
        }
    } else if (widget.layout()) {
        append(*widget.layout(), order);
    } else if (widget.focusPolicy() != Qt::NoFocus || !qobject_cast<QLabel *>(&widget)) {
        order += &widget;
    }
}

} // namespace

void tabInOrderOfLayout(QWidget &widget)
{
    QList<QWidget *> order;
    append(widget, order);
    // Qt leaves out what takes no focus now; some of it does later.
    QList<QWidget *> withoutFocus;
    for (QWidget *one : std::as_const(order)) {
        if (one->focusPolicy() == Qt::NoFocus) {
            withoutFocus += one;
            one->setFocusPolicy(Qt::TabFocus);
        }
    }
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
    for (QWidget *one : std::as_const(withoutFocus))
        one->setFocusPolicy(Qt::NoFocus);
}

} // namespace Rollbook
