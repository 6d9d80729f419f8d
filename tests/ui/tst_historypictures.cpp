// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historypagetest.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// The history as it looks.
class TestHistoryPictures : public HistoryPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();

private:
    void shoot(ShownWindow &window, const QString &state) const;

    QString m_theme;
};

void TestHistoryPictures::pictures_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestHistoryPictures::pictures()
{
    QFETCH(const Theme, theme);
    m_theme = QString::fromLatin1(QTest::currentDataTag());
    applyTheme(theme);
    ShownWindow window(m_sample->school());
    openHistory(window);
    clickRow(window, u"Runs"_s, 1);
    shoot(window, u"runs"_s);
    type(window, u"Search a student in the history"_s, u"munoz"_s);
    QTRY_VERIFY(table(window, u"The student in these runs"_s));
    shoot(window, u"search"_s);
    type(window, u"Search the history"_s, u"basket weaving"_s);
    QTRY_VERIFY(!table(window, u"Runs"_s));
    shoot(window, u"nothing"_s);
    QTest::keyClick(&*window, Qt::Key_Escape);
    QTRY_COMPARE(lists(window).size(), 4);
    clickRow(window, u"Runs"_s, 1);
    clickRow(window, u"Runs"_s, 3, Qt::ControlModifier);
    press(window, u"Compare"_s);
    QTRY_COMPARE(column(window, u"The students of both runs"_s, 0).size(), 4);
    shoot(window, u"comparison"_s);
    Student ana;
    ana.studentId = u"S001"_s;
    ana.givenName = u"Ana"_s;
    ana.familyName = u"Muñoz"_s;
    School &school = m_sample->school();
    QVERIFY(school.places().withdraw(*school.places().ofStudent(ana)));
    window->showStudentHistory(ana);
    QTRY_COMPARE(column(window, u"What happened to this student"_s, 1).size(), 5);
    shoot(window, u"student"_s);
    applyTheme(Theme::System);
}

void TestHistoryPictures::shoot(ShownWindow &window, const QString &state) const
{
    QTest::qWait(0); // for the layout
    QVERIFY(!keepPicture(*window, u"history-"_s + state, m_theme).isNull());
}

QTEST_MAIN(TestHistoryPictures)
#include "tst_historypictures.moc"
