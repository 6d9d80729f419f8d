// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Rollbook
{

/// What kind of thing went wrong; decides exit statuses and what the window offers. The sentence
/// beside it is for people.
enum class ErrorCode : quint8 {
    Usage,            ///< the caller asked for something that does not exist or makes no sense
    FileUnreadable,   ///< missing, a directory, no permission, too large
    NotARoster,       ///< could be read, but no list of students was found in it
    UnknownCourse,    ///< no course of that code (and term), or several
    InvalidData,      ///< a value that cannot be kept, such as a negative capacity
    NotFound,         ///< no run, student or other thing of that name
    StoreUnavailable, ///< the school's database cannot be reached or opened
    StoreReadOnly,    ///< it can be read but not written
    StoreBusy,        ///< another program held it for longer than we wait
    StoreFull,        ///< no space left where it lies
    StoreDamaged,     ///< it is not a school database, or its content is broken
    StoreNewer,       ///< made, or brought up to date, by a newer Rollbook
    StoreOlder,       ///< made by an older Rollbook and not brought up to date yet
    WriteFailed,      ///< a report or export could not be written; what was there before still is
    Cancelled,        ///< a person stopped it; what was there before still is
    Unsupported,      ///< not in this version
    Internal,         ///< a bug in Rollbook or in a registrar
};

/// An error as a value: a code for the program, a sentence for the person who reads it, which says
/// what happened and what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString sentence;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either the answer or why there is none.
template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString sentence)
{
    return tl::unexpected<Error>(Error{code, std::move(sentence)});
}

} // namespace Rollbook
