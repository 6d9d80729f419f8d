// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundletables.h"
#include "csvtable.h"

#include <QByteArrayView>
#include <QHash>

#include <optional>

namespace Rollbook
{

/// What a roster needs of a person; borrowed from BundlePeople.
struct BundlePerson {
    QByteArrayView studentId;
    QByteArrayView givenName;
    QByteArrayView familyName;
    QByteArrayView email;
    QByteArrayView birthDate;
    QByteArrayView gradeLevel;
};

/// The persons of a bundle, students and others, by their keys.
class BundlePeople
{
public:
    BundlePeople(const CsvTable &table, const BundleLayout &layout, const BundleLookup &birthDates,
        const BundleLookup &gradeLevels);

    /// One that no file describes has the key only; none: the school has deleted the person.
    std::optional<BundlePerson> person(QByteArrayView key) const;

private:
    CsvTable m_table;
    BundleColumn m_studentId;
    BundleColumn m_givenName;
    BundleColumn m_familyName;
    BundleColumn m_email;
    BundleColumn m_login;
    BundleColumn m_birthDate;
    BundleColumn m_gradeLevel;
    BundleColumn m_status;
    BundleLookup m_birthDates;
    BundleLookup m_gradeLevels;
    QHash<QByteArrayView, int> m_rows;
};

} // namespace Rollbook
