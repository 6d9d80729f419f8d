// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a list comes out of its file: the first rows at once, then the whole, and again in another
// way.

#include "classlist.h"
#include "columnmemory.h"
#include "roster/rosterhash.h"
#include "runthencallback.h"

#include <QFileInfo>
#include <QSet>

namespace Rollbook
{

namespace
{

// Those of the list whom the school has, by student ID.
QHash<QString, Student> knownStudents(const StudentDirectory &directory, const StudentList &list)
{
    const auto records = directory.students();
    if (!records || records->isEmpty())
        return {};
    QSet<QString> wanted;
    for (int row = 0; row < list.size(); ++row)
        wanted += list.text(row, StudentField::StudentId);
    QHash<QString, Student> known;
    for (const StudentRecord &record : *records) {
        if (wanted.contains(record.student.studentId))
            known.insert(record.student.studentId, record.student);
    }
    known.remove(QString());
    return known;
}

} // namespace

void ClassList::load(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    m_path = QFileInfo(path).absoluteFilePath();
    read();
}

void ClassList::loadText(const QByteArray &text, const QString &name)
{
    m_name = name;
    m_text = text;
    read();
}

void ClassList::readAgain(const RosterOptions &options)
{
    if (!canBeReadAgain())
        return;
    m_options = options;
    m_options.acceptsUnidentified = true;
    read();
}

bool ClassList::canBeReadAgain() const
{
    return m_state == State::NoCourse || m_state == State::Planning || m_state == State::Planned;
}

int ClassList::percentRead() const
{
    return m_reading ? m_reading->progressValue() : 0;
}

void ClassList::read()
{
    if (m_reading)
        m_reading->cancel();
    auto *watcher = new ReadingWatcher(this);
    m_reading = watcher;
    connect(watcher, &ReadingWatcher::resultReadyAt, this, [this, watcher](int index) {
        // Of a short list the first result is the whole, which comes with the end.
        if (m_reading != watcher || m_state != State::Loading || watcher->isFinished())
            return;
        const auto first = watcher->resultAt(index).value();
        if (first)
            m_model->setRoster(*first);
    });
    connect(watcher, &ReadingWatcher::progressValueChanged, this, &ClassList::progressChanged);
    connect(watcher, &ReadingWatcher::finished, this, [this, watcher] { takeReading(watcher); });
    hashFile();
    watcher->setFuture(m_path.isEmpty() ? readRosterTextInBackground(m_text, m_name, m_options)
                                        : readRosterInBackground(m_path, m_options));
}

// As it is read: it may be another one when its students are registered.
void ClassList::hashFile()
{
    if (m_path.isEmpty())
        return;
    runThenCallback(
        this, [path = m_path] { return hashOfRoster(path); },
        [this](const QString &hash) { m_hash = hash; });
}

void ClassList::takeReading(ReadingWatcher *watcher)
{
    watcher->deleteLater();
    if (m_reading != watcher)
        return;
    m_reading.clear();
    const RosterReading reading = watcher->future();
    if (reading.isCanceled() || reading.resultCount() == 0) {
        m_problem = Error{ErrorCode::Usage, tr("“%1” was not read to its end.").arg(m_name)};
        setState(State::Unreadable);
        return;
    }
    takeRoster(reading.resultAt(reading.resultCount() - 1).value());
}

// The columns may be known from another file with the same header; it is read again then.
bool ClassList::readsByMemory(const QStringList &headers)
{
    const bool first = m_state == State::Loading;
    const auto remembered = rememberedColumns(headers);
    if (!first && m_options.mapping != remembered)
        rememberColumns(headers, m_options.mapping);
    if (!first || !m_options.mapping.isEmpty() || remembered.isEmpty())
        return false;
    m_options.mapping = remembered;
    read();
    return true;
}

void ClassList::takeRoster(const Expected<Roster> &roster)
{
    const bool first = m_state == State::Loading;
    if (!roster && first) {
        m_problem = roster.error();
        setState(State::Unreadable);
        return;
    }
    if (!roster) {
        fail(roster.error());
        return;
    }
    if (readsByMemory(roster->headers) || (first && looksForRunBefore(*roster)))
        return;
    takeNewList(*roster);
    if (!first)
        planAgain();
}

void ClassList::takeNewList(const Roster &roster)
{
    m_edits->setRoster(roster);
    m_model->setRoster(roster);
    setState(State::NoCourse);
    Q_EMIT rosterChanged();
    compareWithSchool();
}

// An ID that belongs to somebody else there is probably mistyped.
void ClassList::compareWithSchool()
{
    const int comparison = ++m_comparison;
    runThenCallback(
        this,
        [&school = m_school, students = roster().students] {
            return knownStudents(school.students(), students);
        },
        [this, comparison](const QHash<QString, Student> &known) {
            if (comparison == m_comparison && !isBusy())
                m_edits->setKnownStudents(known);
        });
}

} // namespace Rollbook
