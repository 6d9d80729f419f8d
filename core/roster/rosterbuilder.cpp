// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterbuilder.h"

#include "bundle/canvasenrollments.h"
#include "bundle/moodleupload.h"
#include "gradecolumn.h"
#include "headerfinder.h"
#include "headermatcher.h"
#include "identifiercolumn.h"
#include "readingobserver.h"
#include "rostertext.h"
#include "studentrows.h"

#include <algorithm>

namespace Rollbook
{

namespace
{

// Titles, dates and groups stand above a header, but not more than a page of them.
constexpr qsizetype FirstRows = 60;
// Below that all rows are there before anyone could look at the first.
constexpr qsizetype BytesOfALongList = 1 << 20;

QStringList textsOf(const QList<QByteArray> &cells)
{
    QStringList texts;
    texts.reserve(cells.size());
    for (const QByteArray &cell : cells)
        texts += QString::fromUtf8(cell).simplified();
    return texts;
}

bool isBlank(const QStringList &row)
{
    return std::all_of(
        row.cbegin(), row.cend(), [](const QString &cell) { return cell.isEmpty(); });
}

// As they can be shown in a sentence.
QString firstFew(const QStringList &headers)
{
    constexpr qsizetype most = 12;
    constexpr qsizetype mostLetters = 40;
    QStringList names;
    for (const QString &header : headers.first(qMin(headers.size(), most))) {
        QString name = header.left(mostLetters);
        name.removeIf([](QChar c) { return !c.isPrint(); });
        names += header.size() > mostLetters ? name + u'…' : name;
    }
    if (headers.size() > most)
        names += QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

} // namespace

/// The rows below the header, on their way to what can only be made once its words are known.
class RosterBuilder::Below : public RowSink
{
public:
    explicit Below(const std::unique_ptr<StudentRows> &students)
        : m_students(students)
    {
    }
    bool addRow(std::span<const QByteArrayView> cells) override
    {
        return m_students->addRow(cells);
    }

private:
    const std::unique_ptr<StudentRows> &m_students;
};

/// Rows further down, which another thread takes meanwhile.
class RosterBuilder::Branch : public RowSink
{
public:
    Branch(RosterBuilder &builder, qsizetype bytes)
        : m_builder(builder)
        , m_students(builder.m_students->further(bytes))
    {
    }
    bool addRow(std::span<const QByteArrayView> cells) override
    {
        if (!m_builder.isHeaderAgain(cells) && !m_students->addRow(cells))
            return false;
        m_stopped = !m_builder.m_seen.goesOn(cells, m_seen);
        return !m_stopped;
    }
    const StudentRows &students() const { return *m_students; }
    bool wasStopped() const { return m_stopped; }

private:
    RosterBuilder &m_builder; // what is read of it does not change any more
    std::unique_ptr<StudentRows> m_students;
    RowsSeen::Own m_seen;
    bool m_stopped = false;
};

RosterBuilder::RosterBuilder(
    const QString &name, const RosterOptions &options, qsizetype bytes, ReadingObserver *observer)
    : m_name(name)
    , m_options(options)
    , m_bytes(bytes)
    , m_observer(observer)
    , m_seen(observer, bytes)
    , m_below(std::make_unique<Below>(m_students))
{
}

RosterBuilder::~RosterBuilder() = default;

bool RosterBuilder::addRow(std::span<const QByteArrayView> cells)
{
    if (m_error)
        return false;
    if (m_headerRead)
        return passOn(cells) && goesOn(cells);
    QList<QByteArray> &row = m_firstRows.emplace_back();
    row.reserve(static_cast<qsizetype>(cells.size()));
    for (const QByteArrayView cell : cells)
        row += cell.toByteArray();
    if (m_firstRows.size() == FirstRows)
        readHeader();
    return !m_error;
}

RowSink *RosterBuilder::branch(qsizetype bytes)
{
    if (m_error || !m_headerRead || !m_students || m_translator)
        return nullptr;
    return m_branches.emplace_back(std::make_unique<Branch>(*this, bytes)).get();
}

bool RosterBuilder::join(bool wanted)
{
    const std::unique_ptr<Branch> branch = std::move(m_branches.front());
    m_branches.pop_front();
    if (!wanted)
        return !m_error;
    if (!m_students->append(branch->students()))
        failAsFull();
    else if (branch->wasStopped())
        failAsStopped();
    return !m_error;
}

void RosterBuilder::readHeader()
{
    QList<QStringList> rows;
    rows.reserve(m_firstRows.size());
    for (const QList<QByteArray> &cells : std::as_const(m_firstRows))
        rows += textsOf(cells);
    m_headerRead = true;
    const int header = headerRow(rows);
    if (header < 0)
        return;
    takeHeader(rows.at(header), rows.mid(header + 1));
    m_roster.source.rowsAbove = header;
    std::vector<QByteArrayView> cells;
    for (qsizetype row = header + 1; row < m_firstRows.size() && !m_error; ++row) {
        cells.assign(m_firstRows.at(row).cbegin(), m_firstRows.at(row).cend());
        passOn(cells);
    }
    m_firstRows.clear();
    if (m_observer && m_bytes > BytesOfALongList && m_students && !m_translator) {
        Roster first = m_roster;
        first.name = m_name;
        first.students = m_students->soFar();
        m_observer->firstRows(first);
    }
}

// -1: there are only blank rows.
int RosterBuilder::headerRow(const QList<QStringList> &rows) const
{
    const HeaderPlace place = findHeader(rows);
    if (place.found)
        return place.row;
    // A row that has all the words that the person named, or the first that says anything.
    int first = -1;
    for (int row = 0; row < rows.size(); ++row) {
        if (isBlank(rows.at(row)))
            continue;
        if (first < 0)
            first = row;
        const bool named = !m_options.mapping.isEmpty()
            && std::all_of(
                m_options.mapping.cbegin(), m_options.mapping.cend(), [&](const QString &word) {
                    return rows.at(row).contains(word.simplified(), Qt::CaseInsensitive);
                });
        if (named)
            return row;
    }
    return first;
}

Expected<HeaderGuess> RosterBuilder::guessFields(const QList<QStringList> &rowsBelow) const
{
    QMap<StudentField, QString> mapping = m_options.mapping;
    Expected<HeaderGuess> guess = guessHeader(m_roster.headers, mapping);
    // What a row holds is known where it is not translated; what a person says stands.
    if (!guess || m_translator || mapping.contains(StudentField::Course)
        || mapping.contains(StudentField::GradeLevel))
        return guess;
    const auto grades = gradesAmongCourses(m_roster.headers, guess->columns, rowsBelow);
    if (grades.isEmpty())
        return guess;
    mapping.insert(grades);
    return guessHeader(m_roster.headers, mapping);
}

void RosterBuilder::takeHeader(const QStringList &header, const QList<QStringList> &rowsBelow)
{
    m_header = header;
    // Empty columns at the right are what a spreadsheet leaves behind.
    while (!m_header.isEmpty() && m_header.last().isEmpty())
        m_header.removeLast();
    m_headerStart = m_header.value(0).toUtf8();
    m_roster.headers = m_header;
    if (isMoodleUpload(m_header)) {
        auto rows = std::make_unique<MoodleRows>(m_header, *m_below);
        m_roster.headers = rows->headers();
        m_translator = std::move(rows);
    } else if (isCanvasEnrollments(m_header)) {
        m_roster.headers = CanvasEnrollmentRows::headers();
        m_translator = std::make_unique<CanvasEnrollmentRows>(m_header, *m_below);
    }
    Expected<HeaderGuess> guess = guessFields(rowsBelow);
    if (!guess) {
        m_error = guess.error();
        return;
    }
    int &identifier = guess->columns[static_cast<std::size_t>(StudentField::StudentId)];
    if (identifier < 0 && !m_translator && !m_options.mapping.contains(StudentField::StudentId))
        identifier =
            identifierAmongNumbers(m_roster.headers, guess->columns, rowsBelow).value_or(-1);
    const auto has = [&](StudentField field) {
        return guess->columns[static_cast<std::size_t>(field)] >= 0;
    };
    const bool knowsAny = std::any_of(
        guess->columns.cbegin(), guess->columns.cend(), [](int column) { return column >= 0; });
    const bool isIdentified = has(StudentField::StudentId) || has(StudentField::Email);
    if (!isIdentified && !(m_options.acceptsUnidentified && knowsAny)) {
        fail(ErrorCode::NotARoster,
            Text::tr("“%1” has no column that tells who a student is. Rollbook needs a column "
                     "“student_id” or “email”; the columns found are: %2.")
                .arg(m_name, firstFew(m_roster.headers)));
        return;
    }
    m_roster.disputed = guess->disputed;
    m_students = std::make_unique<StudentRows>(
        static_cast<int>(m_roster.headers.size()), guess->columns, m_bytes);
}

bool RosterBuilder::goesOn(std::span<const QByteArrayView> cells)
{
    if (!m_seen.goesOn(cells, m_ownSeen))
        failAsStopped();
    return !m_error;
}

bool RosterBuilder::passOn(std::span<const QByteArrayView> cells)
{
    if (!m_students)
        return false;
    if (isHeaderAgain(cells))
        return true;
    RowSink &next = m_translator ? *m_translator : *m_below;
    if (!next.addRow(cells) && m_students->isFull())
        failAsFull();
    return !m_error;
}

// As on each page of a list that was made to be printed.
bool RosterBuilder::isHeaderAgain(std::span<const QByteArrayView> cells) const
{
    if (m_headerStart.isEmpty() || cells.empty() || cells.front() != m_headerStart)
        return false;
    QStringList row;
    for (const QByteArrayView cell : cells)
        row += QString::fromUtf8(cell).simplified();
    return isSameHeader(m_header, row);
}

void RosterBuilder::fail(ErrorCode code, const QString &sentence)
{
    if (!m_error)
        m_error = Error{code, sentence};
}

void RosterBuilder::failAsFull()
{
    fail(ErrorCode::FileUnreadable,
        Text::tr("“%1” is too large. Split it into several lists.").arg(m_name));
}

void RosterBuilder::failAsStopped()
{
    fail(ErrorCode::Usage, Text::tr("Reading “%1” was stopped.").arg(m_name));
}

std::optional<Error> RosterBuilder::whyNoRoster() const
{
    if (m_error)
        return m_error;
    if (!m_students) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” is empty. Look whether it is the right file.").arg(m_name)};
    }
    if (m_students->rowCount() == 0) {
        return Error{ErrorCode::NotARoster,
            Text::tr(
                "“%1” has a header (%2) but no students below it. Look whether it is the right "
                "file, and saved.")
                .arg(m_name, firstFew(m_roster.headers))};
    }
    return std::nullopt;
}

Expected<Roster> RosterBuilder::finish()
{
    if (!m_headerRead)
        readHeader();
    if (const auto reason = whyNoRoster())
        return tl::unexpected(*reason);
    m_roster.name = m_name;
    m_roster.students = m_students->finish();
    for (const StudentRows::OverlongRow &overlong : m_students->overlongRows()) {
        m_roster.problems += RosterProblem{RosterProblem::Severity::Warning,
            RosterProblem::Code::TooManyCells, overlong.row, -1, -1,
            Text::tr("%1 cells, the header has only %2; what is beyond was left out")
                .arg(overlong.cells)
                .arg(m_roster.headers.size())};
    }
    m_roster.problems = checkRoster(m_roster);
    return std::move(m_roster);
}

} // namespace Rollbook
