// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/undo.h"

#include "enumwords.h"

#include <QCoreApplication>

#include <array>

namespace Rollbook
{

namespace
{

struct UndoText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Outcome)
};

constexpr std::array<const char *, UndoStatusCount> UndoStatusWords{
    "withdrawn", "left_as_it_is", "nothing_to_undo"};
constexpr std::array<const char *, UndoReasonCount> UndoReasonWords{
    "", "withdrew_since", "moved_up_since", "registered_anew", "course_gone"};

QString explainWhyLeft(const UndoResult &result)
{
    switch (result.reason) {
    case UndoReason::WithdrewSince:
        return UndoText::tr("withdrew since; nothing to take back");
    case UndoReason::MovedUpSince:
        return UndoText::tr("moved up to seat %1 since; stays in the course").arg(result.number);
    case UndoReason::RegisteredAnew:
        return UndoText::tr("was registered again by another run; stays in the course");
    case UndoReason::CourseGone:
        return UndoText::tr("there is no course “%1” any more").arg(result.argument);
    case UndoReason::None:
        break;
    }
    return {};
}

} // namespace

QString undoStatusWord(UndoStatus status)
{
    return QString::fromLatin1(UndoStatusWords[static_cast<std::size_t>(status)]);
}

std::optional<UndoStatus> undoStatusFromWord(QStringView word)
{
    return fromWord<UndoStatus>(UndoStatusWords, word);
}

QString undoReasonWord(UndoReason reason)
{
    return QString::fromLatin1(UndoReasonWords[static_cast<std::size_t>(reason)]);
}

std::optional<UndoReason> undoReasonFromWord(QStringView word)
{
    return fromWord<UndoReason>(UndoReasonWords, word);
}

QString explain(const UndoResult &result)
{
    switch (result.status) {
    case UndoStatus::Withdrawn:
        return result.waiting
            ? UndoText::tr("gave back place %1 on the waiting list").arg(result.number)
            : UndoText::tr("gave back seat %1").arg(result.number);
    case UndoStatus::LeftAsItIs:
        return explainWhyLeft(result);
    case UndoStatus::NothingToUndo:
        break;
    }
    return UndoText::tr("the run gave no seat and no place here");
}

QString explainPlanned(const UndoResult &result)
{
    if (result.status != UndoStatus::Withdrawn)
        return explain(result);
    return result.waiting
        ? UndoText::tr("will give back place %1 on the waiting list").arg(result.number)
        : UndoText::tr("will give back seat %1").arg(result.number);
}

void UndoCounts::add(UndoStatus status)
{
    switch (status) {
    case UndoStatus::Withdrawn:
        ++withdrawn;
        break;
    case UndoStatus::LeftAsItIs:
        ++leftAsItIs;
        break;
    case UndoStatus::NothingToUndo:
        ++nothingToUndo;
        break;
    }
}

int UndoCounts::operator[](UndoStatus status) const
{
    switch (status) {
    case UndoStatus::Withdrawn:
        return withdrawn;
    case UndoStatus::LeftAsItIs:
        return leftAsItIs;
    case UndoStatus::NothingToUndo:
        break;
    }
    return nothingToUndo;
}

} // namespace Rollbook
