// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/school.h"

#include <QStringList>

namespace Rollbook
{

/// What happens to a run from outside.
struct Disturbance {
    int pauseAfter = -1;  ///< rows with an outcome; -1: never
    int cancelAfter = -1; ///< likewise
    quint32 order = 0;    ///< in which answers come back; 0: as they were given
};

struct ModelRun {
    QList<Student> students;
    QStringList courses; ///< of each row
    RunOptions options;
    int batchSize = 1;
    int batchesInFlight = 1;
    Disturbance disturbance;
};

/// A school, and what is done with it: all of it made of one number.
struct ModelCase {
    quint32 seed = 0;
    QList<Course> courses;
    QList<StudentRecord> students;
    QList<ModelRun> runs;

    /// `mark` stands in every code, number and address, so that cases can share a school.
    static ModelCase random(quint32 seed, const QString &mark);
    /// To be read by whoever looks for the mistake.
    QString description() const;
};

} // namespace Rollbook
