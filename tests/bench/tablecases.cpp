// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecases.h"

#include "pacedregistrar.h"
#include "registration/bulkregistration.h"
#include "students.h"
#include "turnwatch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTableView>
#include <QTimer>

namespace Rollbook::Bench
{

namespace
{

constexpr int Settling = 300;       // ms, until a window stands and has been painted
constexpr int BetweenLetters = 120; // ms, of somebody who types a hundred words a minute

Roster makeRoster(int students)
{
    Roster roster;
    roster.name = QStringLiteral("bench.csv");
    roster.students = makeNamedStudents(students);
    return roster;
}

/// Tells when the table has been painted the first time after it was arranged.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(BenchTable &table)
        : m_viewport(table.view().viewport())
    {
        m_viewport->installEventFilter(this);
        connect(&table, &BenchTable::arranged, this, [this] {
            m_isArranged = true;
            m_viewport->update();
        });
    }

    void expect() { m_isArranged = false; }

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isArranged) {
            m_isArranged = false; // once
            // When the event has been handled.
            QMetaObject::invokeMethod(this, &PaintWatch::painted, Qt::QueuedConnection);
        }
        return false;
    }

private:
    QWidget *m_viewport;
    bool m_isArranged = false;
};

/// A visible table to do something with.
class TableCase : public QObject
{
    Q_OBJECT

public:
    TableCase(TableKind kind, int students, Watching watching)
        : m_watching(watching)
        , m_roster(makeRoster(students))
        , m_withRoster(residentMegabytes())
        , m_table(makeTable(kind, m_roster))
        , m_paints(*m_table)
    {
        m_table->view().resize(1100, 700);
        m_table->view().show();
    }

    Measurement measure(const std::function<void()> &begin)
    {
        QTimer::singleShot(Settling, this, begin);
        QApplication::exec();
        return m_measurement;
    }

    void stream();
    void type();
    void streamAndType();
    void sort();

private:
    void end();
    void endWhenAllStand();
    void endStream();
    void typeWord();
    void typeNext();

    void watchTurns();
    void noteTurns();

    Watching m_watching;
    Roster m_roster;
    double m_withRoster;
    std::unique_ptr<BenchTable> m_table;
    PaintWatch m_paints;
    TurnWatch m_turns;
    QElapsedTimer m_clock;
    Measurement m_measurement;
    PacedRegistrar m_registrar{StreamedRowsPerSecond};
    std::unique_ptr<BulkRegistration> m_run;
    QTimer m_patience;
    int m_taken = 0;
    QTimer m_untilNext;
    bool m_hasEnded = false;
    bool m_typesThen = false;
    RegisterStudentsResults m_results;
    QStringList m_letters;
};

void TableCase::stream()
{
    m_table->sortByFamilyName();
    m_table->showRegisteredOnly();
    BulkRegistration::Request request;
    request.students = m_roster.students;
    request.courses =
        CourseAssignment(CourseRef{QStringLiteral("GO1"), QStringLiteral("2026 Fall")});
    request.rosterName = m_roster.name;
    m_run = std::make_unique<BulkRegistration>(m_registrar, nullptr, std::move(request));
    connect(m_run.get(), &BulkRegistration::resultsReady, this,
        [this](const RegistrationResults &results) {
            m_table->applyResults(results);
            m_taken += static_cast<int>(results.size());
        });
    connect(m_run.get(), &BulkRegistration::finished, this,
        [this](const RegisterStudentsResults &results) {
            m_results = results;
            m_measurement.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
            m_table->endRun();
            m_hasEnded = true;
            endWhenAllStand();
        });
    // What came last falls into place a little later.
    connect(m_table.get(), &BenchTable::arranged, this, &TableCase::endWhenAllStand);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TableCase::endStream);
    m_patience.start(MostStreamingMilliseconds);
    watchTurns();
    m_clock.start();
    m_table->beginRun();
    m_run->start();
}

void TableCase::endWhenAllStand()
{
    if (m_hasEnded && m_table->shownRows() == m_roster.size() / 20 * 17)
        endStream();
}

void TableCase::endStream()
{
    m_hasEnded = false; // once
    m_patience.stop();
    noteTurns();
    m_measurement.rows = m_taken;
    if (m_measurement.milliseconds == 0)
        m_measurement.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    const bool isComplete = m_taken == m_roster.size();
    if (isComplete && m_table->shownRows() != m_roster.size() / 20 * 17)
        qFatal("%d rows are shown", m_table->shownRows());
    if (m_typesThen)
        typeWord();
    else
        end();
}

void TableCase::end()
{
    m_measurement.heldMegabytes = residentMegabytes() - m_withRoster;
    m_measurement.peakMegabytes = peakMegabytes();
    QApplication::quit();
}

// The watch wakes the loop a thousand times a second, which a window that waits does not do.
void TableCase::watchTurns()
{
    if (m_watching == Watching::Turns)
        m_turns.start();
}

void TableCase::noteTurns()
{
    if (m_watching == Watching::Turns)
        m_measurement.longestGap = qMax(m_measurement.longestGap, m_turns.stop());
}

void TableCase::type()
{
    m_letters += {QStringLiteral("ane"), QString()};
    m_table->sortByFamilyName();
    typeWord();
}

void TableCase::streamAndType()
{
    m_typesThen = true;
    stream();
}

void TableCase::typeWord()
{
    // As a window does once nothing comes of it any more.
    if (m_run)
        m_run.release()->deleteLater();
    m_letters = QStringList{QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("ane"),
                    QStringLiteral("ane m"), QStringLiteral("ane mu"), QStringLiteral("ane m")}
        + m_letters;
    m_measurement.milliseconds = 0;
    m_clock.invalidate();
    m_table->showAllRows();
    m_table->prepareSearch();
    m_untilNext.setSingleShot(true);
    // The first one when the field has been found.
    m_untilNext.setInterval(Settling * 2);
    connect(&m_untilNext, &QTimer::timeout, this, &TableCase::typeNext);
    connect(&m_paints, &PaintWatch::painted, this, [this] {
        if (m_clock.isValid()) {
            m_measurement.milliseconds =
                qMax(m_measurement.milliseconds, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.invalidate();
            noteTurns();
        }
        // Once, however often it is painted meanwhile.
        m_untilNext.start();
    });
}

void TableCase::typeNext()
{
    if (m_letters.isEmpty()) {
        end();
        return;
    }
    m_untilNext.setInterval(BetweenLetters);
    m_paints.expect();
    watchTurns();
    m_clock.start();
    m_table->search(m_letters.takeFirst());
}

void TableCase::sort()
{
    connect(&m_paints, &PaintWatch::painted, this, [this] {
        m_measurement.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        noteTurns();
        end();
    });
    m_paints.expect();
    watchTurns();
    m_clock.start();
    m_table->sortByFamilyName();
}

} // namespace

Measurement streamIntoTable(TableKind kind, int students, Watching watching)
{
    TableCase table(kind, students, watching);
    return table.measure([&table] { table.stream(); });
}

Measurement typeIntoSearch(TableKind kind, int students, Watching watching)
{
    TableCase table(kind, students, watching);
    return table.measure([&table] { table.type(); });
}

Measurement searchAmongResults(TableKind kind, int students, Watching watching)
{
    TableCase table(kind, students, watching);
    return table.measure([&table] { table.streamAndType(); });
}

Measurement sortTable(TableKind kind, int students, Watching watching)
{
    TableCase table(kind, students, watching);
    return table.measure([&table] { table.sort(); });
}

} // namespace Rollbook::Bench

#include "tablecases.moc"
