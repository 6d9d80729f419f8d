// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "roster/roster.h"
#include "rowsink.h"
#include "rowsseen.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>

namespace Rollbook
{

class ReadingObserver;
class StudentRows;
struct HeaderGuess;

/// Makes a Roster of the rows of a file: finds the header among the first of them, understands its
/// words, and lets the rows below it become students.
class RosterBuilder : public RowSink
{
public:
    /// `bytes`: of text to come, as far as known, so that room is made once.
    RosterBuilder(const QString &name, const RosterOptions &options, qsizetype bytes,
        ReadingObserver *observer);
    ~RosterBuilder() override;

    bool addRow(std::span<const QByteArrayView> cells) override;
    /// Once the header is known, where each row is one student's.
    RowSink *branch(qsizetype bytes) override;
    bool join(bool wanted) override;

    /// The roster, but for where it came from; or why the rows are none.
    Expected<Roster> finish();

private:
    class Below;
    class Branch;

    void readHeader();
    int headerRow(const QList<QStringList> &rows) const;
    Expected<HeaderGuess> guessFields(const QList<QStringList> &rowsBelow) const;
    void takeHeader(const QStringList &header, const QList<QStringList> &rowsBelow);
    bool goesOn(std::span<const QByteArrayView> cells);
    bool passOn(std::span<const QByteArrayView> cells);
    bool isHeaderAgain(std::span<const QByteArrayView> cells) const;
    void fail(ErrorCode code, const QString &sentence);
    void failAsFull();
    void failAsStopped();
    std::optional<Error> whyNoRoster() const;

    QString m_name;
    RosterOptions m_options;
    qsizetype m_bytes;
    ReadingObserver *m_observer;
    RowsSeen m_seen;
    RowsSeen::Own m_ownSeen;
    QList<QList<QByteArray>> m_firstRows; // until the header is read
    bool m_headerRead = false;
    std::optional<Error> m_error;

    QStringList m_header; // as the file has it
    QByteArray m_headerStart;
    Roster m_roster;
    std::unique_ptr<StudentRows> m_students;
    std::unique_ptr<Below> m_below;
    std::unique_ptr<RowSink> m_translator; // where a row of the file is several students' rows
    std::deque<std::unique_ptr<Branch>> m_branches;
};

} // namespace Rollbook
