// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/heldplaces.h"

#include <QAbstractTableModel>

namespace Rollbook
{

/// Seats and places on waiting lists: those of one course, with who holds them, or those of one
/// student, with the courses.
class PlacesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Of : quint8 { Course, Student };
    /// Of a student, the code and the term stand in FirstColumn and SecondColumn.
    enum Column { PlaceColumn, FirstColumn, SecondColumn, ThirdColumn, SinceColumn, ColumnCount };

    explicit PlacesModel(Of of, QObject *parent = nullptr);

    void setPlaces(const QList<HeldPlace> &places);
    const QList<HeldPlace> &places() const { return m_places; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textAt(const HeldPlace &place, int column) const;

    Of m_of;
    QStringList m_titles;
    QList<HeldPlace> m_places;
};

} // namespace Rollbook
