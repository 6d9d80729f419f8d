// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sql/runrostercodec.h"

#include <QtEndian>

#include <array>

namespace Rollbook
{

namespace
{

constexpr char Version = 1;
constexpr int Fastest = 1;
constexpr unsigned char LongText = 255;
constexpr quint32 NoCourse = 0xFFFFFFFF;
// Where qCompress() says how long the text was, and how much shorter zlib can make a text at best.
constexpr qsizetype SizeBytes = 4;
constexpr qsizetype StrongestCompression = 1032;

constexpr std::array Fields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Notes};
constexpr StudentList::FieldColumns Columns{0, 1, 2, -1, 3, 4, 5, -1, 6};

class Writer
{
public:
    void number(quint32 value)
    {
        const quint32 bytes = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
    }
    void text(QUtf8StringView text)
    {
        if (text.size() < LongText) {
            m_bytes.append(static_cast<char>(text.size()));
        } else {
            m_bytes.append(static_cast<char>(LongText));
            number(static_cast<quint32>(text.size()));
        }
        m_bytes.append(text.data(), text.size());
    }
    void text(const QString &string) { text(QUtf8StringView(string.toUtf8())); }
    const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    QByteArray m_bytes;
};

/// Reads zeros and empty texts from where the bytes end.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_left(bytes)
    {
    }
    bool isWhole() const { return !m_failed && m_left.isEmpty(); }
    bool hasFailed() const { return m_failed; }

    QByteArrayView take(qsizetype size)
    {
        if (size > m_left.size()) {
            m_failed = true;
            return {};
        }
        const QByteArrayView taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }
    quint32 number()
    {
        const QByteArrayView bytes = take(sizeof(quint32));
        return bytes.isEmpty() ? 0 : qFromLittleEndian<quint32>(bytes.data());
    }
    QUtf8StringView text()
    {
        const QByteArrayView first = take(1);
        if (first.isEmpty())
            return {};
        const auto length = static_cast<unsigned char>(first.front());
        const QByteArrayView bytes = take(length == LongText ? qsizetype{number()} : length);
        return {bytes.data(), bytes.size()};
    }
    QString string() { return text().toString(); }

private:
    QByteArrayView m_left;
    bool m_failed = false;
};

QList<CourseRef> readCourses(Reader &reader)
{
    QList<CourseRef> courses;
    for (quint32 left = reader.number(); left > 0 && !reader.hasFailed(); --left) {
        const QString code = reader.string();
        courses.append({code, reader.string()});
    }
    return courses;
}

void readRows(Reader &reader, quint32 rows, RunRoster &roster)
{
    const QList<CourseRef> courses = readCourses(reader);
    TextTable::Builder table(static_cast<int>(Fields.size()));
    QList<qint32> indexes;
    bool oneForAll = courses.size() == 1;
    for (; rows > 0 && !reader.hasFailed(); --rows) {
        for (std::size_t field = 0; field < Fields.size(); ++field)
            table.appendCell(reader.text());
        table.endRow();
        const quint32 course = reader.number();
        indexes += course < static_cast<quint32>(courses.size()) ? static_cast<qint32>(course) : -1;
        oneForAll = oneForAll && course == 0;
    }
    roster.students = StudentList(std::move(table).finish(), Columns);
    roster.courses =
        oneForAll ? CourseAssignment(courses.first()) : CourseAssignment(courses, indexes);
}

void readRowsNotSent(Reader &reader, RunRoster &roster)
{
    for (quint32 left = reader.number(); left > 0 && !reader.hasFailed(); --left) {
        const auto row = static_cast<qint32>(reader.number());
        const auto status = statusFromWord(reader.string());
        const auto reason = reasonFromWord(reader.string());
        roster.rejectedRows.insert(row,
            {status.value_or(RegistrationStatus::Rejected),
                reason.value_or(ReasonCode::InvalidData), reader.string()});
    }
}

} // namespace

QByteArray encodeRunRoster(const RunRoster &roster)
{
    Writer writer;
    writer.reserve(
        roster.students.table().allText().size() + qsizetype{12} * roster.students.size());
    writer.number(static_cast<quint32>(roster.students.size()));
    writer.number(static_cast<quint32>(roster.courses.courses().size()));
    for (const CourseRef &course : roster.courses.courses()) {
        writer.text(course.code);
        writer.text(course.term);
    }
    for (int row = 0; row < roster.students.size(); ++row) {
        for (const StudentField field : Fields)
            writer.text(roster.students.field(row, field));
        const int course = roster.courses.indexOf(row);
        writer.number(course < 0 ? NoCourse : static_cast<quint32>(course));
    }
    writer.number(static_cast<quint32>(roster.rejectedRows.size()));
    for (auto it = roster.rejectedRows.cbegin(); it != roster.rejectedRows.cend(); ++it) {
        writer.number(static_cast<quint32>(it.key()));
        writer.text(statusWord(it->status));
        writer.text(reasonWord(it->code));
        writer.text(it->argument);
    }
    return QByteArray(1, Version) + qCompress(writer.bytes(), Fastest);
}

std::optional<RunRoster> decodeRunRoster(const QByteArray &encoded)
{
    if (encoded.size() <= 1 + SizeBytes || encoded.front() != Version)
        return std::nullopt;
    const QByteArray compressed = encoded.sliced(1);
    // What is damaged may say that it needs all the memory there is.
    const qsizetype size = qFromBigEndian<quint32>(compressed.constData());
    if (size / StrongestCompression > compressed.size())
        return std::nullopt;
    const QByteArray bytes = qUncompress(compressed);
    Reader reader(bytes);
    const quint32 rows = reader.number();
    RunRoster roster;
    readRows(reader, rows, roster);
    readRowsNotSent(reader, roster);
    if (!reader.isWhole())
        return std::nullopt;
    return roster;
}

} // namespace Rollbook
