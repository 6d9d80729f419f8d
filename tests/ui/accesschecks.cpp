// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accesschecks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace Rollbook
{

namespace
{

// A part of another control, which stands for it.
bool isInner(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return parent
        && (parent->inherits("QLineEdit") || parent->inherits("QAbstractSpinBox")
            || qobject_cast<const QComboBox *>(parent) || parent->focusProxy() == widget
            || widget->focusProxy() == parent || widget->inherits("QHeaderView")
            || widget->inherits("QScrollBar") || widget->inherits("QTableCornerButton"));
}

QList<QWidget *> visibleWidgets(const QWidget &window)
{
    QList<QWidget *> visible;
    const auto all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->window() == &window && !isInner(widget))
            visible += widget;
    }
    return visible;
}

bool isControl(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(widget)
        || qobject_cast<const QProgressBar *>(widget);
}

QString nameOf(const QWidget *widget)
{
    const QAccessibleInterface *face =
        QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return face ? face->text(QAccessible::Name) : QString();
}

// For the report of a fault.
QString shown(const QWidget *widget)
{
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1StringView(widget->metaObject()->className()), nameOf(widget),
            QLatin1StringView(widget->parentWidget()
                    ? widget->parentWidget()->metaObject()->className()
                    : "nothing"));
}

QChar mnemonicIn(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) != u'&')
            continue;
        if (text.at(i + 1) != u'&')
            return text.at(i + 1).toLower();
        ++i;
    }
    return {};
}

QString textOf(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    return {};
}

QStringList doubleMnemonicsOf(const QMenu &menu)
{
    QStringList faults;
    QHash<QChar, QString> known;
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QChar letter = mnemonicIn(action->text());
        if (letter.isNull())
            faults += QStringLiteral("no letter: %1").arg(action->text());
        else if (known.contains(letter))
            faults += QStringLiteral("two of %1: %2, %3")
                          .arg(letter)
                          .arg(known.value(letter), action->text());
        known.insert(letter, action->text());
        if (action->menu())
            faults += doubleMnemonicsOf(*action->menu());
    }
    return faults;
}

QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

// Whether reading goes from one to the other: on to the right, down, or over to the next column.
bool isReadAfter(const QWidget *before, const QWidget *after)
{
    if (before->isAncestorOf(after))
        return true;
    const QRect first = placeOf(before);
    const QRect next = placeOf(after);
    const bool mirrored = before->layoutDirection() == Qt::RightToLeft;
    const bool isBehind = mirrored ? next.right() <= first.left() : next.left() >= first.right();
    const bool isBefore = mirrored ? next.left() >= first.right() : next.right() <= first.left();
    const bool isAbove = next.bottom() <= first.top();
    const bool isBelow = next.top() >= first.bottom();
    return isBehind || (!isAbove && (isBelow || !isBefore));
}

// By the key alone, from where the focus is, until it is there again.
QList<QWidget *> visitedBy(int key, QWidget &window, qsizetype most)
{
    QList<QWidget *> visited;
    for (qsizetype step = 0; step < most; ++step) {
        QWidget *focus = QApplication::focusWidget();
        // From link to link within one text.
        const bool isStillThere = !visited.isEmpty() && focus == visited.constLast();
        if (!focus || focus->window() != &window || (visited.contains(focus) && !isStillThere))
            break;
        if (!isStillThere)
            visited += focus;
        QTest::keyClick(focus, static_cast<Qt::Key>(key));
    }
    return visited;
}

// What a text is seen on: the first in the row of parents that fills its own place.
QColor backgroundOf(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        const bool isButton = qobject_cast<const QAbstractButton *>(at) && at == widget;
        if (isButton)
            return at->palette().color(
                at->isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Button);
        if (at->autoFillBackground() || at->isWindow())
            return at->palette().color(at->backgroundRole());
    }
    return widget->palette().color(QPalette::Window);
}

} // namespace

QStringList namelessControls(const QWidget &window)
{
    QStringList faults;
    QHash<QString, QWidget *> known;
    const auto widgets = visibleWidgets(window);
    for (QWidget *widget : widgets) {
        if (!isControl(widget))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString name = nameOf(widget);
        if (!face || name.trimmed().size() < 2) {
            faults += QStringLiteral("no name: ") + shown(widget);
            continue;
        }
        if (name.contains(u'<'))
            faults += QStringLiteral("markup in a name: ") + shown(widget);
        if (face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            faults += QStringLiteral("no role: ") + shown(widget);
        if (known.contains(name))
            faults += QStringLiteral("two of a name: %1, %2")
                          .arg(shown(known.value(name)), shown(widget));
        known.insert(name, widget);
    }
    return faults;
}

QStringList mnemonicFaults(const QWidget &window)
{
    QStringList faults;
    QHash<QChar, QWidget *> known;
    const auto widgets = visibleWidgets(window);
    for (QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        // Without one, a label shows the character as it is.
        const bool leads = label && label->buddy();
        if (label && !leads)
            continue;
        if (leads && !label->buddy()->isVisible())
            faults += QStringLiteral("leads to nothing: ") + shown(widget);
        const QChar letter = mnemonicIn(textOf(widget));
        if (letter.isNull())
            continue;
        if (known.contains(letter))
            faults += QStringLiteral("two of %1: %2, %3")
                          .arg(letter)
                          .arg(shown(known.value(letter)), shown(widget));
        known.insert(letter, widget);
    }
    return faults;
}

QStringList menuMnemonicFaults(const QWidget &window)
{
    QStringList faults;
    const auto menus = window.findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        if (!qobject_cast<QMenu *>(menu->parentWidget()) && !menu->actions().isEmpty())
            faults += doubleMnemonicsOf(*menu);
    }
    return faults;
}

QStringList tabOrderFaults(QWidget &window)
{
    QStringList faults;
    QList<QWidget *> wanted;
    const auto widgets = visibleWidgets(window);
    for (QWidget *widget : widgets) {
        if (!widget->isEnabled())
            continue;
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isOneOfGroup = button && button->group() && button->group()->exclusive();
        if (takesTab)
            wanted += widget;
        else if (button && !isOneOfGroup)
            faults += QStringLiteral("only for the mouse: ") + shown(widget);
    }
    if (wanted.isEmpty())
        return faults;
    if (!wanted.contains(QApplication::focusWidget()))
        wanted.constFirst()->setFocus(Qt::TabFocusReason);
    const qsizetype most = wanted.size() * 2 + 4;
    const QList<QWidget *> forwards = visitedBy(Qt::Key_Tab, window, most);
    const QList<QWidget *> backwards = visitedBy(Qt::Key_Backtab, window, most);
    for (const QWidget *widget : std::as_const(wanted)) {
        if (!forwards.contains(widget))
            faults += QStringLiteral("not reached by Tab: ") + shown(widget);
        if (!backwards.contains(widget))
            faults += QStringLiteral("not reached by Shift+Tab: ") + shown(widget);
    }
    QList<QWidget *> reversed = backwards;
    std::reverse(reversed.begin(), reversed.end());
    if (!reversed.isEmpty())
        reversed.prepend(reversed.takeLast());
    if (reversed != forwards)
        faults += QStringLiteral("Shift+Tab does not go back the way of Tab");
    // Once round: there is one place where it goes back to the top.
    int backToTheTop = 0;
    QStringList jumps;
    for (qsizetype i = 0; i < forwards.size(); ++i) {
        const QWidget *next = forwards.at((i + 1) % forwards.size());
        if (isReadAfter(forwards.at(i), next))
            continue;
        ++backToTheTop;
        jumps += QStringLiteral("%1 before %2").arg(shown(forwards.at(i)), shown(next));
    }
    if (backToTheTop > 1)
        faults += QStringLiteral("not in the order of reading: ") + jumps.join(u'\n');
    return faults;
}

QStringList contrastFaults(const QWidget &window)
{
    QStringList faults;
    const auto widgets = visibleWidgets(window);
    for (const QWidget *widget : widgets) {
        if (textOf(widget).isEmpty())
            continue;
        const auto group = widget->isEnabled() ? QPalette::Active : QPalette::Disabled;
        const QColor text = widget->palette().color(group, widget->foregroundRole());
        const QColor behind = backgroundOf(widget);
        const double least = widget->isEnabled() ? 4.5 : 3.0;
        if (contrastRatio(text, behind) < least) {
            faults += QStringLiteral("%1: %2 on %3, %4 : 1")
                          .arg(shown(widget), text.name(), behind.name())
                          .arg(contrastRatio(text, behind));
        }
    }
    return faults;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto part = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF())
            + 0.0722 * part(color.blueF());
    };
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace Rollbook
