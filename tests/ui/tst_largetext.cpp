// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accesschecks.h"
#include "keylist.h"
#include "ui/theme.h"
#include "windowstates.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Rollbook;

/// The window of somebody who has set the text of the desktop to twice its size, and of somebody
/// who reads from right to left. Pictures are left in screenshots/ for people.
class TestLargeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsCutOff_data() { WindowInState::addStates(); }
    void nothingIsCutOff();
    void allKeysAreSeen();
    void readsFromRightToLeft_data() { WindowInState::addStates(); }
    void readsFromRightToLeft();

private:
    static void shoot(QWidget &window, const QString &look);

    QFont m_usual;
};

namespace
{

constexpr QSize Screen(1280, 800);

} // namespace

void TestLargeText::initTestCase()
{
    applyTheme(Theme::Light);
    m_usual = QApplication::font();
    QFont large = m_usual;
    large.setPointSizeF(large.pointSizeF() * 2);
    QApplication::setFont(large);
}

void TestLargeText::cleanupTestCase()
{
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(m_usual);
    applyTheme(Theme::System);
}

void TestLargeText::shoot(QWidget &window, const QString &look)
{
    const QDir folder(QStringLiteral("screenshots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QString state = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    QVERIFY(window.grab().save(folder.filePath(QStringLiteral("11-%1-%2.png").arg(look, state))));
}

void TestLargeText::nothingIsCutOff()
{
    QFETCH(const QString, state);
    WindowInState window(state);
    QTest::qWait(0);
    const QSize least = (*window)->minimumSize().expandedTo((*window)->minimumSizeHint());
    QVERIFY2(least.width() <= Screen.width() && least.height() <= Screen.height(),
        qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
    for (const QSize size : {Screen, least}) {
        (*window)->resize(size);
        QTest::qWait(0);
        shoot(**window, size == Screen ? QStringLiteral("200") : QStringLiteral("200-least"));
        const QStringList faults = cutTexts(**window);
        QVERIFY2(faults.isEmpty(),
            qPrintable(QStringLiteral("%1 × %2: %3")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(faults.join(u'\n'))));
    }
}

void TestLargeText::allKeysAreSeen()
{
    WindowInState window(QStringLiteral("plan"));
    QTest::keyClick(&**window, Qt::Key_F1);
    auto *keys = (*window)->findChild<KeyList *>();
    QVERIFY(keys);
    QTRY_COMPARE(QApplication::activeWindow(), keys);
    QVERIFY(keys->width() <= Screen.width());
    QVERIFY(keys->height() <= Screen.height());
    shoot(*keys, QStringLiteral("200-keys"));
    const QStringList faults = cutTexts(*keys) + namelessControls(*keys) + tabOrderFaults(*keys);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLargeText::readsFromRightToLeft()
{
    QFETCH(const QString, state);
    QApplication::setFont(m_usual);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    WindowInState window(state);
    (*window)->resize(Screen);
    QTest::qWait(0);
    shoot(**window, QStringLiteral("mirrored"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    const QStringList faults = cutTexts(**window) + tabOrderFaults(**window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestLargeText)
#include "tst_largetext.moc"
