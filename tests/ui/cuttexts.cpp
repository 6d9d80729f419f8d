// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accesschecks.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitterHandle>
#include <QStyleOptionComboBox>

namespace Rollbook
{

namespace
{

QString described(const QWidget *widget, const QString &text)
{
    return QStringLiteral("%1 “%2” in %3, %4 × %5")
        .arg(QLatin1StringView(widget->metaObject()->className()), text,
            QLatin1StringView(widget->parentWidget()->metaObject()->className()))
        .arg(widget->width())
        .arg(widget->height());
}

// What a scroll area has out of sight can be scrolled to.
bool isScrolled(const QWidget *widget)
{
    for (const QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(at))
            return true;
    }
    return false;
}

bool fits(const QLabel &label)
{
    if (label.text().isEmpty())
        return true;
    const int height =
        label.wordWrap() ? label.heightForWidth(label.width()) : label.minimumSizeHint().height();
    return height <= label.height()
        && (label.wordWrap() || label.sizeHint().width() <= label.width());
}

bool fits(const QComboBox &combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect field = combo.style()->subControlRect(
        QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const int text = combo.fontMetrics().horizontalAdvance(combo.currentText());
    return (text <= field.width() || combo.toolTip().contains(combo.currentText()))
        && combo.fontMetrics().height() <= field.height();
}

bool fits(const QLineEdit &edit)
{
    // What is typed scrolls; what stands there instead does not.
    return edit.fontMetrics().height() <= edit.height()
        && (!edit.text().isEmpty()
            || edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= edit.width()
            || edit.toolTip().contains(edit.placeholderText()));
}

bool isSeenWhole(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return fits(*label);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return fits(*combo);
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return qobject_cast<const QComboBox *>(edit->parentWidget()) || fits(*edit);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || button->text().isEmpty())
        return true;
    const QSize text = button->fontMetrics().size(Qt::TextShowMnemonic, button->text());
    const bool isTold = button->toolTip().contains(button->text());
    return (text.width() < button->width() || isTold) && text.height() <= button->height();
}

QString textShown(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return combo->currentText();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->placeholderText();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

QStringList cutHeaders(const QHeaderView &header)
{
    QStringList faults;
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section))
            continue;
        const QString text = header.model()->headerData(section, header.orientation()).toString();
        const QString tip =
            header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString();
        if (header.fontMetrics().horizontalAdvance(text) > header.sectionSize(section)
            && tip.isEmpty())
            faults += described(&header, text);
    }
    return faults;
}

// Neighbours in a layout never lie over each other, and none stands out of its parent.
QStringList overlaps(const QWidget &parent)
{
    QStringList faults;
    QList<const QWidget *> seen;
    const QObjectList children = parent.children();
    for (const QObject *child : children) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        if (!widget || !widget->isVisible() || widget->isWindow())
            continue;
        if (!parent.rect().contains(widget->geometry()))
            faults += QStringLiteral("stands out at %1, %2 of %3 × %4: ")
                          .arg(widget->x())
                          .arg(widget->y())
                          .arg(parent.width())
                          .arg(parent.height())
                + described(widget, textShown(widget));
        for (const QWidget *other : std::as_const(seen)) {
            if (other->geometry().intersects(widget->geometry()))
                faults += QStringLiteral("over each other: %1, %2")
                              .arg(described(other, textShown(other)),
                                  described(widget, textShown(widget)));
        }
        seen += widget;
    }
    return faults;
}

} // namespace

QStringList cutTexts(const QWidget &window)
{
    QStringList faults;
    QList<const QWidget *> widgets{&window};
    const auto children = window.findChildren<const QWidget *>();
    widgets += children;
    for (const QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const auto *header = qobject_cast<const QHeaderView *>(widget);
        if (header && header->orientation() == Qt::Horizontal)
            faults += cutHeaders(*header);
        if (!isSeenWhole(widget))
            faults += QStringLiteral("cut: ") + described(widget, textShown(widget));
        // A splitter's handles are as wide as the mouse needs; views lay their cells out.
        const bool laysOutItself = qobject_cast<const QAbstractScrollArea *>(widget)
            || widget->inherits("QSplitter") || widget->inherits("QComboBox")
            || widget->inherits("QLineEdit");
        if (!laysOutItself && !isScrolled(widget))
            faults += overlaps(*widget);
    }
    return faults;
}

} // namespace Rollbook
