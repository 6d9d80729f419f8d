// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clubrun.h"
#include "detailpanel.h"
#include "table/reasondelegate.h"
#include "ui/theme.h"

#include <QDir>
#include <QScrollBar>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How the table and the details beside it share the room of a window.
class TestTableWithDetails : public ClubRunTest
{
    Q_OBJECT

private Q_SLOTS:
    void detailsGiveWayToWhatHappened_data();
    void detailsGiveWayToWhatHappened();
};

void TestTableWithDetails::detailsGiveWayToWhatHappened_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Theme>("theme");
    for (const int width : {1100, 1280}) {
        QTest::addRow("%d, light", width) << width << Theme::Light;
        QTest::addRow("%d, dark", width) << width << Theme::Dark;
    }
}

void TestTableWithDetails::detailsGiveWayToWhatHappened()
{
    QFETCH(const int, width);
    QFETCH(const Theme, theme);
    applyTheme(theme);
    ShownWindow window(m_sample->school());
    window->resize(1600, 800);
    QVERIFY(registered(window,
        "student_id,given_name,family_name,email,grade\n"
        "0080001,Ana,Ito,ana.ito@school.example,9\n"
        "0080002,Ben,Roy,ben.roy@school.example,10\n"
        "0080003,Cleo,Sim,cleo.sim@school.example,9\n"));
    const RosterTable *table = window.table();
    selectRows(window, {1});
    QTest::keyClick(&*window, Qt::Key_F4);
    const DetailPanel *panel = window.page()->details();
    QTRY_VERIFY(panel->isVisible());
    QTest::qWait(0); // for the layout
    const int roomy = panel->width();
    window->resize(width, 800);
    const auto reason = [table] { return table->model()->index(1, RosterModel::ReasonColumn); };
    const auto linkStart = [&] {
        QStyleOptionViewItem option;
        option.initFrom(table);
        const QRect cell = table->visualRect(reason());
        const QRect link = ReasonDelegate::linkRect(cell, reason(), option);
        return qMin(table->viewport()->width(), link.isEmpty() ? cell.right() : link.left());
    };
    const int words = table->fontMetrics().horizontalAdvance(reason().data().toString());
    QTRY_VERIFY(panel->width() < roomy);
    QTRY_VERIFY(table->visualRect(reason()).left() + words < linkStart());
    QTRY_VERIFY(!panel->horizontalScrollBar()->isVisible());
    QDir().mkpath(u"screenshots"_s);
    window->grab().save(u"screenshots/details-%1-%2.png"_s.arg(width).arg(
        theme == Theme::Dark ? u"dark"_s : u"light"_s));
    // With their own room again where there is some.
    window->resize(1600, 800);
    QTRY_COMPARE(panel->width(), roomy);
}

QTEST_MAIN(TestTableWithDetails)
#include "tst_tablewithdetails.moc"
