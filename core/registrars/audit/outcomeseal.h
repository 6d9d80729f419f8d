// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/sha256.h"
#include "domain/registration.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace Rollbook
{

// What seals a run: the SHA-256 of all that is recorded of it, in 64 lower-case hexadecimal digits.
//
// Into it go, one after another, the rows of these tables of a school file in this order, each with
// the values of these columns in this order:
//   1  run_results   roster_row, course, student_id, given_name, family_name, email, birth_date,
//                    grade_level, notes, status, reason, argument, waiting, number, registered_at,
//                    attempts, duration_ms; by roster_row
//   2  undo_results  roster_row, status, reason, argument, waiting, number; by roster_row
//   3  run_courses   position, code, term; by position
//   4  runs          id, started_at, ended_at, started_by, roster_name, course_name, when_full,
//                    unknown_students, state, registered, waitlisted, already_registered, rejected,
//                    failed, not_attempted, roster_path, roster_hash, registrar, kind, undone_run,
//                    withdrawn, left_as_it_is, nothing_to_undo
// A row is a byte, the table's number in this list, and then its values: an integer is 8 bytes in
// two's complement, the least significant first (NULL: -1); a text is UTF-8 after its length in 4
// bytes, the least significant first (NULL: the empty text).

enum class SealedTable : char { Results = 1, UndoResults, Courses, Runs };

/// One row as it goes into a seal. Keeps its space from row to row: appending to a std::string took
/// longer than the hash.
class SealedRow
{
public:
    /// Begins a row anew.
    void begin(SealedTable table)
    {
        m_size = 0;
        *room(1) = static_cast<char>(table);
    }
    void add(qint64 number) { qToLittleEndian(number, room(sizeof(number))); }
    void add(std::string_view text)
    {
        qToLittleEndian(static_cast<quint32>(text.size()), room(sizeof(quint32)));
        std::copy(text.cbegin(), text.cend(), room(text.size()));
    }
    std::string_view bytes() const { return {m_bytes.data(), m_size}; }

private:
    // Behind what is there.
    char *room(std::size_t size)
    {
        m_size += size;
        if (m_size > m_bytes.size())
            m_bytes.resize(2 * m_size);
        return m_bytes.data() + m_size - size;
    }

    std::vector<char> m_bytes;
    std::size_t m_size = 0;
};

/// A row of the first table.
struct SealedResult {
    const StudentRegistrationResult &result; ///< the numbers are taken from it
    qint32 course = -1;                      ///< its position, -1: none
    std::array<std::string_view, 7> texts{}; ///< student_id … notes
    std::string_view status{};
    std::string_view reason{};
    std::string_view argument{};
};
void encode(const SealedResult &result, SealedRow &row);

/// A seal of rows that come in any order, though it is made of them in theirs: those that come too
/// early wait. Not thread-safe.
class ResultSeal
{
public:
    /// Answers false, and is of no use any more, when the row was there before or too many wait.
    bool add(qint32 row, std::string_view bytes);
    bool isUsable() const { return m_isUsable; }
    /// How many were added.
    qint64 rows() const { return m_rows; }
    /// The digest of all of them, to go on with.
    Sha256 take();

private:
    static constexpr std::size_t MostWaiting = 16 << 20; // bytes

    void addWaiting();

    Sha256 m_hash;
    qint32 m_next = 1;
    qint64 m_rows = 0;
    std::map<qint32, std::string> m_waiting; // by row
    std::size_t m_waitingBytes = 0;
    bool m_isUsable = true;
};

} // namespace Rollbook
