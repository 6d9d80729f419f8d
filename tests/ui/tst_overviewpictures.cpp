// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classlist.h"
#include "domain/backgroundthreads.h"
#include "overviewmodel.h"
#include "registerall.h"
#include "sampleschool.h"
#include "sidebar.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QImage>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;
using State = ClassList::State;

/// Renders the window with several lists. The pictures are looked at by people; what is checked
/// here is that each state is reached.
class TestOverviewPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();

private:
    QStringList writeLists(const SampleSchool &sample) const;
    void shoot(MainWindow &window, const QString &state) const;

    QString m_theme;
};

void TestOverviewPictures::shoot(MainWindow &window, const QString &state) const
{
    QVERIFY(!keepPicture(window, state, m_theme).isNull());
}

// As at the beginning of a term: most are clear, one has slips, one says nothing of its course.
QStringList TestOverviewPictures::writeLists(const SampleSchool &sample) const
{
    const auto list = [&sample](const QString &name, int first, int count, const char *more = "") {
        QByteArray text("student_id,given_name,family_name\n");
        for (int number = first; number < first + count; ++number)
            text += "99" + QByteArray::number(10'000 + number) + ",Ana,López\n";
        return sample.write(name, text + more);
    };
    return {list(u"School Choir 9a.csv"_s, 0, 24), list(u"School Choir 9b.csv"_s, 30, 27),
        list(u"GO1 Intro to Golang – grade 9.csv"_s, 60, 31),
        list(u"GO0 First Steps in Programming, Tuesday group.csv"_s, 100, 46),
        list(u"art-9a.csv"_s, 160, 14, ",Ben,O'Hara\n9910160,Ana,López\n"),
        list(u"art-9b.csv"_s, 180, 12), list(u"chess.csv"_s, 200, 18),
        list(u"Biology field trip.csv"_s, 230, 19), list(u"Monday afternoon.csv"_s, 260, 11)};
}

void TestOverviewPictures::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

void TestOverviewPictures::states()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    m_theme = name;
    applyTheme(theme);
    SampleSchool sample;
    {
        MainWindow window(sample.school());
        window.resize(1280, 800);
        window.show();
        window.openRosters(writeLists(sample));
        QTRY_COMPARE(window.findChildren<ClassList *>().size(), 9);
        const auto lists = window.findChildren<ClassList *>();
        for (ClassList *list : lists.first(8))
            QTRY_COMPARE(list->state(), State::Planned);
        QTRY_COMPARE(lists.last()->state(), State::NoCourse);
        shoot(window, u"10-all-lists-plan"_s);
        window.findChild<Sidebar *>()->select(*lists[4]);
        shoot(window, u"10-one-of-several"_s);
        window.findChild<Sidebar *>()->selectAllLists();
        auto *all = window.findChild<RegisterAll *>();
        bool isShot = false;
        connect(all, &RegisterAll::changed, &window, [&] {
            if (isShot || all->current() != lists[3] || !lists[3]->isBusy())
                return;
            isShot = true;
            shoot(window, u"10-all-lists-running"_s);
        });
        all->start();
        QTRY_VERIFY(!all->isRunning());
        QVERIFY(isShot);
        QTRY_COMPARE(window.findChild<Sidebar *>()->topLevelItem(1)->childCount(), 8);
        shoot(window, u"10-all-lists-finished"_s);
    }
    backgroundThreads().waitForDone();
}

QTEST_MAIN(TestOverviewPictures)
#include "tst_overviewpictures.moc"
