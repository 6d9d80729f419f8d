// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace Rollbook
{

/// A new, empty school of a kind, for tests of what every school promises. The kinds are the data
/// rows of a test, so that a further store runs through the same tests.
class TestStore
{
public:
    /// Adds the column "store" with a row for each kind of school.
    static void addKinds();

    /// A school in a file has a folder of its own in that one.
    explicit TestStore(const QString &kind, const QString &parentFolder = QDir::tempPath());

    /// Of someone who may look after everything.
    QString url() const { return m_url; }
    /// Whom the school takes for the one who uses it.
    QString user() const;
    /// Opened by someone of that name, where it knows people by name.
    std::unique_ptr<School> openAs(const QString &user) const;
    /// Statements that are none of Rollbook's, each ended by a semicolon.
    void changeByHand(const QString &statements) const;
    /// Whether the school is in a file of this computer.
    bool isFile() const { return m_isFile; }
    /// Opens it, once more each time.
    std::unique_ptr<School> open() const;

private:
    void makeOnServer();
    QString urlOf(const QString &user) const;

    QTemporaryDir m_folder;
    bool m_isFile = true;
    QString m_url;
    QString m_database; // on the server
};

/// A course of 2026 Fall.
Course course(const QString &code, std::optional<int> capacity = {},
    std::optional<int> waitlistCapacity = {});
Student student(const QString &id, const QString &email = {});
/// Students S001 … in that order.
StudentList numberedStudents(int count, int first = 1);

/// Registers all rows, in batches that are all sent before the first is answered.
RegistrationResults registerAll(School &school, const Run &run, const StudentList &students,
    const CourseAssignment &courses, int batchSize = 1000);
/// The same as a run of its own.
RegistrationResults registerAll(School &school, const StudentList &students,
    const CourseAssignment &courses, const RunOptions &options = {});
RegistrationResults planAll(
    School &school, const Run &run, const StudentList &students, const CourseAssignment &courses);

/// "registered 1", "waitlisted 2", "already_registered 1", "already_registered waiting 1",
/// "rejected hold: library book".
QString outcome(const StudentRegistrationResult &result);
QStringList outcomes(const RegistrationResults &results);

} // namespace Rollbook
