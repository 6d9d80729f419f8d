// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterwriter.h"

#include "values/fullname.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <optional>

namespace Rollbook
{

namespace
{

constexpr qsizetype BytesAtOnce = 1 << 16;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

QByteArray bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

// "Given Family" where it is read as these parts again, else "Family, Given": "Ana García López"
// would be taken for a López.
QByteArray fullName(const QByteArray &given, const QByteArray &family)
{
    if (given.isEmpty() || family.isEmpty())
        return given + family;
    QByteArray name = given + ' ' + family;
    const NameParts parts = splitFullName(name);
    return parts.given == given && parts.family == family ? name : family + ", " + given;
}

/// The cells of a list as they go into a file.
class CorrectedCells
{
public:
    explicit CorrectedCells(const Roster &roster);

    qsizetype count() const { return m_roster.headers.size() + m_added.size(); }
    QByteArray header(qsizetype column) const;
    QByteArray cell(qint32 row, qsizetype column) const;

private:
    bool isOfFile(StudentField field) const;
    bool isDerived(StudentField field) const;
    std::optional<QByteArray> correction(qint32 row, StudentField field) const;

    const Roster &m_roster;
    const StudentList &m_students;
    QList<std::optional<StudentField>> m_fields; // by column of the file
    QList<StudentField> m_added;                 // by column beyond it
};

CorrectedCells::CorrectedCells(const Roster &roster)
    : m_roster(roster)
    , m_students(roster.students)
    , m_fields(roster.headers.size())
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (isOfFile(field))
            m_fields[m_students.column(field)] = field;
        else if (m_students.isCorrected(field) && !isDerived(field))
            m_added += field;
    }
}

// The table holds more columns than the file where names were made of a whole name.
bool CorrectedCells::isOfFile(StudentField field) const
{
    const int column = m_students.column(field);
    return column >= 0 && column < m_roster.headers.size();
}

bool CorrectedCells::isDerived(StudentField field) const
{
    return (field == StudentField::GivenName || field == StudentField::FamilyName)
        && isOfFile(StudentField::FullName) && !isOfFile(field);
}

QByteArray CorrectedCells::header(qsizetype column) const
{
    const qsizetype ofFile = m_roster.headers.size();
    return column < ofFile ? m_roster.headers.at(column).toUtf8()
                           : canonicalName(m_added.at(column - ofFile)).toUtf8();
}

QByteArray CorrectedCells::cell(qint32 row, qsizetype column) const
{
    if (column >= m_fields.size())
        return bytesOf(m_students.field(row, m_added.at(column - m_fields.size())));
    if (const auto field = m_fields.at(column)) {
        if (const auto corrected = correction(row, *field))
            return *corrected;
    }
    return bytesOf(m_students.table().text(row, static_cast<int>(column)));
}

std::optional<QByteArray> CorrectedCells::correction(qint32 row, StudentField field) const
{
    if (m_students.isCorrected(row, field))
        return bytesOf(m_students.field(row, field));
    const auto namePartIsCorrected = [this, row](StudentField part) {
        return isDerived(part) && m_students.isCorrected(row, part);
    };
    if (field == StudentField::FullName
        && (namePartIsCorrected(StudentField::GivenName)
            || namePartIsCorrected(StudentField::FamilyName)))
        return fullName(bytesOf(m_students.field(row, StudentField::GivenName)),
            bytesOf(m_students.field(row, StudentField::FamilyName)));
    return std::nullopt;
}

/// Lines of text, handed to the file in portions.
class DelimitedLines
{
public:
    DelimitedLines(QIODevice &device, char delimiter)
        : m_device(device)
        , m_delimiter(delimiter)
    {
    }

    /// False when the device does not take it.
    template <typename CellOfColumn>
    bool append(qsizetype columns, const CellOfColumn &cellOfColumn)
    {
        for (qsizetype column = 0; column < columns; ++column) {
            if (column > 0)
                m_text.append(m_delimiter);
            appendCell(cellOfColumn(column));
        }
        m_text.append("\r\n");
        return m_text.size() < BytesAtOnce || flush();
    }
    bool flush()
    {
        const bool taken = m_device.write(m_text) == m_text.size();
        m_text.resize(0);
        return taken;
    }

private:
    // A cell that a spreadsheet takes for a formula stays as it is, other than in a report: the
    // list goes back into Rollbook and other school programs, and none of them takes an apostrophe
    // before "+34 600…" away again.
    void appendCell(QByteArray cell)
    {
        if (cell.contains(m_delimiter) || cell.contains('"') || cell.contains('\n')
            || cell.contains('\r'))
            m_text.append('"').append(cell.replace('"', "\"\"")).append('"');
        else
            m_text.append(cell);
    }

    QIODevice &m_device;
    char m_delimiter;
    QByteArray m_text{"\xEF\xBB\xBF"};
};

bool write(const Roster &roster, const QSet<qint32> &leftOut, QIODevice &device)
{
    const bool isText = roster.source.kind == RosterSource::Kind::Text;
    DelimitedLines lines(device, isText ? roster.source.delimiter : ',');
    const CorrectedCells cells(roster);
    if (!lines.append(cells.count(), [&](qsizetype column) { return cells.header(column); }))
        return false;
    for (qint32 row = 0; row < roster.size(); ++row) {
        if (!leftOut.contains(row) && !lines.append(cells.count(), [&](qsizetype column) {
                return cells.cell(row, column);
            }))
            return false;
    }
    return lines.flush();
}

// Links and ".." lead to the same file, too.
bool isSameFile(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    const QFileInfo oneFile(one);
    const QFileInfo otherFile(other);
    return oneFile.absoluteFilePath() == otherFile.absoluteFilePath()
        || (oneFile.exists() && oneFile.canonicalFilePath() == otherFile.canonicalFilePath());
}

} // namespace

Expected<void> writeRoster(const Roster &roster, const QSet<qint32> &leftOut, const QString &path)
{
    const QString shownPath = QDir::toNativeSeparators(path);
    if (isSameFile(path, roster.path)) {
        return fail(ErrorCode::Usage,
            Text::tr("“%1” is the list that was opened; it stays as it is. Choose another name for "
                     "the corrected one.")
                .arg(shownPath));
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && write(roster, leftOut, file) && file.commit())
        return {};
    // Qt does not explain when a disk takes only a part of what is written.
    const QString why = file.errorString() == QIODevice::tr("Unknown error")
        ? Text::tr("no space is left there")
        : file.errorString();
    return fail(ErrorCode::WriteFailed,
        Text::tr("The corrected list “%1” could not be written (%2). Choose another folder, or "
                 "make room; a file that was there before is unchanged.")
            .arg(shownPath, why));
}

} // namespace Rollbook
