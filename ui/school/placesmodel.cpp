// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/placesmodel.h"

#include "table/statestyle.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>

namespace Rollbook
{

PlacesModel::PlacesModel(Of of, QObject *parent)
    : QAbstractTableModel(parent)
    , m_of(of)
    , m_titles(of == Of::Course ? QStringList{tr("Holds"), tr("Student ID"), tr("Family name"),
                   tr("Given name"), tr("Since")}
                                : QStringList{tr("Holds"), tr("Course"), tr("Term"), tr("Since")})
{
}

void PlacesModel::setPlaces(const QList<HeldPlace> &places)
{
    beginResetModel();
    m_places = places;
    endResetModel();
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int PlacesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QString PlacesModel::textAt(const HeldPlace &place, int column) const
{
    const bool ofCourse = m_of == Of::Course;
    if (column == columnCount() - 1) {
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(place.registeredAtMs), QLocale::ShortFormat);
    }
    switch (column) {
    case PlaceColumn:
        return place.waiting ? tr("place %1 on the waiting list").arg(place.number)
                             : tr("seat %1").arg(place.number);
    case FirstColumn:
        return !ofCourse                        ? place.course.code
            : place.student.studentId.isEmpty() ? place.student.email
                                                : place.student.studentId;
    case SecondColumn:
        return ofCourse ? place.student.familyName : place.course.term;
    case ThirdColumn:
        return place.student.givenName;
    default:
        return {};
    }
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HeldPlace &place = m_places.at(index.row());
    const RowState state = place.waiting ? RowState::Waitlisted : RowState::Registered;
    if (role == Qt::DisplayRole)
        return textAt(place, index.column());
    if (role == Qt::DecorationRole && index.column() == PlaceColumn)
        return stateIcon(state, QGuiApplication::palette());
    return {};
}

QVariant PlacesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return m_titles.value(section);
}

} // namespace Rollbook
