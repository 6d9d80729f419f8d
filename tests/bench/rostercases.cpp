// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rostercases.h"

#include "domain/backgroundthreads.h"
#include "roster/roster.h"
#include "students.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstring>

namespace Rollbook::Bench
{

namespace
{

constexpr int FamilyName = 2;

// Different for each row: people of one name who were born on one day are warned of.
QByteArray lettersOf(int number)
{
    QByteArray letters;
    for (; number > 0 || letters.isEmpty(); number /= 26)
        letters += static_cast<char>('a' + number % 26);
    return letters;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the file cannot be read");
    return file.readAll();
}

} // namespace

void writeClassList(const QString &path, int students)
{
    const StudentList list = makeScatteredStudents(students);
    QByteArray text("student_id,given_name,family_name,email,birth_date,grade_level\n");
    for (int row = 0; row < list.size(); ++row) {
        // Eight rows in a hundred have a name with a comma in it.
        const bool quoted = row % 25 < 2;
        for (int column = 0; column < list.table().columnCount(); ++column) {
            const QUtf8StringView cell = list.table().text(row, column);
            if (column > 0)
                text += ',';
            if (quoted && column == FamilyName)
                text.append('"');
            text.append(cell.data(), cell.size());
            if (column == FamilyName)
                text.append('-').append(lettersOf(row)).append(quoted ? ", Jr.\"" : "");
        }
        text += '\n';
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the class list cannot be written");
}

Measurement fileIntoRoster(const QString &path)
{
    const double before = residentMegabytes();
    QElapsedTimer clock;
    clock.start();
    const auto roster = readRoster(path);
    Measurement measurement = since(clock);
    if (!roster || roster->size() == 0 || !roster->problems.isEmpty())
        qFatal("the class list is not read as it was written");
    // Threads that read may still be on their way out.
    backgroundThreads().waitForDone();
    measurement.heldMegabytes = residentMegabytes() - before;
    measurement.tableMegabytes =
        static_cast<double>(roster->students.table().memoryUsed()) / (1024 * 1024);
    return measurement;
}

Measurement fileRead(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    const QByteArray content = contentOf(path);
    const Measurement measurement = since(clock);
    if (content.isEmpty())
        qFatal("the file is empty");
    return measurement;
}

Measurement fileScanned(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    const QByteArray content = contentOf(path);
    const char *const end = content.cend();
    int lines = 0;
    for (const char *at = content.cbegin(); at != end; ++lines) {
        const void *lineEnd = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        at = lineEnd ? static_cast<const char *>(lineEnd) + 1 : end;
    }
    const Measurement measurement = since(clock);
    if (lines == 0)
        qFatal("the file is empty");
    return measurement;
}

} // namespace Rollbook::Bench
