// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accesschecks.h"
#include "keylist.h"
#include "table/statestyle.h"
#include "ui/theme.h"
#include "windowstates.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Rollbook;

/// What holds for everyone, in every state of the window: whoever listens to it, types instead of
/// pointing, or needs contrast.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasNameAndRole_data() { WindowInState::addStates(); }
    void everyControlHasNameAndRole();
    void noTwoThingsClaimALetter_data() { WindowInState::addStates(); }
    void noTwoThingsClaimALetter();
    void tabGoesOnceRoundInTheOrderOfReading_data() { WindowInState::addStates(); }
    void tabGoesOnceRoundInTheOrderOfReading();
    void textStandsOutInBothThemes_data() { WindowInState::addStates(); }
    void textStandsOutInBothThemes();
    void everyColourStandsOut_data();
    void everyColourStandsOut();
    void cellsSayWhatTheyHold();
    void everyKeyIsListed();
    void noTwoActionsShareAKey();
    void keysAreSearched();
};

void TestAccessibility::everyControlHasNameAndRole()
{
    QFETCH(const QString, state);
    WindowInState window(state);
    const QStringList faults = namelessControls(**window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccessibility::noTwoThingsClaimALetter()
{
    QFETCH(const QString, state);
    WindowInState window(state);
    const QStringList faults = mnemonicFaults(**window) + menuMnemonicFaults(**window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccessibility::tabGoesOnceRoundInTheOrderOfReading()
{
    QFETCH(const QString, state);
    WindowInState window(state);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    const QStringList faults = tabOrderFaults(**window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccessibility::textStandsOutInBothThemes()
{
    QFETCH(const QString, state);
    WindowInState window(state);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        QTest::qWait(0);
        const QStringList faults = contrastFaults(**window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
    applyTheme(Theme::System);
}

void TestAccessibility::everyColourStandsOut_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestAccessibility::everyColourStandsOut()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const QPalette colours = QApplication::palette();
    applyTheme(Theme::System);
    using Role = QPalette::ColorRole;
    const auto check = [&](const QColor &text, Role behind, const char *what) {
        const double ratio = contrastRatio(text, colours.color(behind));
        QVERIFY2(ratio >= 4.5,
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1StringView(what)).arg(ratio)));
    };
    check(colours.color(Role::WindowText), Role::Window, "text");
    check(colours.color(Role::ButtonText), Role::Button, "button");
    check(colours.color(Role::HighlightedText), Role::Highlight, "selected");
    check(colours.color(Role::PlaceholderText), Role::Base, "placeholder");
    check(colours.color(Role::ToolTipText), Role::ToolTipBase, "tool tip");
    check(colours.color(Role::Link), Role::Window, "link on the window");
    for (const Role behind : {Role::Base, Role::AlternateBase}) {
        check(colours.color(Role::Text), behind, "text of a list");
        check(colours.color(Role::Link), behind, "link");
        check(mutedTextColor(colours), behind, "text that stands back");
        for (int state = 0; state < RowStateCount; ++state) {
            const auto one = static_cast<RowState>(state);
            check(stateColor(one, colours), behind, qPrintable(rowStateTitle(one)));
        }
    }
    QVERIFY(contrastRatio(colours.color(Role::Text), problemCellColor(colours)) >= 4.5);
    QVERIFY(contrastRatio(colours.color(Role::ButtonText), chosenButtonColor(colours)) >= 4.5);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText}) {
        const QColor text = colours.color(QPalette::Disabled, role);
        QVERIFY(contrastRatio(text, colours.color(Role::Window)) >= 3);
        QVERIFY(contrastRatio(text, colours.color(Role::Button)) >= 3);
    }
}

void TestAccessibility::cellsSayWhatTheyHold()
{
    WindowInState window(QStringLiteral("problems"));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(window->table());
    QVERIFY(face && face->tableInterface());
    QAccessibleTableInterface *table = face->tableInterface();
    QCOMPARE(table->rowCount(), 6);
    QCOMPARE(table->columnDescription(RosterModel::StateColumn), QStringLiteral("State"));
    const QAccessibleInterface *state = table->cellAt(1, RosterModel::StateColumn);
    QVERIFY(state);
    QCOMPARE(state->text(QAccessible::Name), QStringLiteral("Problem"));
    QVERIFY(state->text(QAccessible::Description).contains(QStringLiteral("no student ID")));
}

// Of the list as it is shown, without what is hidden.
static QStringList shownKeys(const QTreeWidget &keys)
{
    QStringList lines;
    for (int i = 0; i < keys.topLevelItemCount(); ++i) {
        const QTreeWidgetItem *group = keys.topLevelItem(i);
        for (int j = 0; j < group->childCount() && !group->isHidden(); ++j) {
            const QTreeWidgetItem *key = group->child(j);
            if (!key->isHidden())
                lines += key->text(0) + u'\t' + key->text(1);
        }
    }
    return lines;
}

void TestAccessibility::everyKeyIsListed()
{
    WindowInState window(QStringLiteral("plan"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    const auto *list = (*window)->findChild<KeyList *>();
    QVERIFY(list);
    const QStringList lines = shownKeys(*list->findChild<QTreeWidget *>());
    const auto actions = (*window)->findChildren<QAction *>();
    int keys = 0;
    for (const QAction *action : actions) {
        // Those of line edits and the like are theirs.
        if (!qobject_cast<QMenu *>(action->parent()) || action->menu() || action->isSeparator())
            continue;
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString start = action->text().remove(u'&') + u'\t' + key;
        QVERIFY2(std::any_of(lines.cbegin(), lines.cend(),
                     [&start](const QString &line) { return line.startsWith(start); }),
            qPrintable(start));
        ++keys;
    }
    QVERIFY(keys > 25);
    // And nothing that there is not: the others are those of the pages about the school.
    for (const QString &line : lines) {
        QVERIFY2(std::any_of(actions.cbegin(), actions.cend(),
                     [&line](const QAction *action) {
                         return !action->shortcut().isEmpty()
                             && line.startsWith(action->text().remove(u'&') + u'\t');
                     }),
            qPrintable(line));
    }
}

void TestAccessibility::noTwoActionsShareAKey()
{
    WindowInState window(QStringLiteral("plan"));
    QHash<QKeySequence, QString> known;
    const auto actions = (*window)->findChildren<QAction *>();
    for (const QAction *action : actions) {
        const auto keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(!known.contains(key) || !qobject_cast<QMenu *>(action->parent()),
                qPrintable(action->text() + QStringLiteral(", ") + known.value(key)));
            known.insert(key, action->text());
        }
    }
}

void TestAccessibility::keysAreSearched()
{
    WindowInState window(QStringLiteral("plan"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    auto *list = (*window)->findChild<KeyList *>();
    QTRY_COMPARE(QApplication::activeWindow(), list);
    const auto *keys = list->findChild<QTreeWidget *>();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("REPORT make"));
    QCOMPARE(shownKeys(*keys),
        QStringList({QStringLiteral("Make report…\tCtrl+E"),
            QStringLiteral("Make combined report…\tCtrl+Shift+E")}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(keys->hasFocus());
    QCOMPARE(keys->currentItem()->text(0), QStringLiteral("Make report…"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("make coffee"));
    QVERIFY(shownKeys(*keys).isEmpty());
    QVERIFY(!keys->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!(*window)->findChild<KeyList *>());
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
