// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filekind.h"

#include "rostertext.h"

#include <array>

namespace Rollbook
{

namespace
{

struct Signature {
    QByteArrayView bytes;
    const char *sentence;
};

using namespace std::string_view_literals;

// The first bytes by which these formats are known (file(1), "magic").
const std::array<Signature, 12> Signatures{{
    {"\xD0\xCF\x11\xE0"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” seems to be an old Excel workbook that is damaged. Ask for it again, or copy it "
            "again.")},
    {"%PDF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a PDF document. Ask for the list as a spreadsheet or CSV file.")},
    {"{\\rtf"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a text document. Copy the table in it and paste it here, or ask for the list "
            "as a spreadsheet.")},
    {"\x89PNG"sv, QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"\xFF\xD8\xFF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"GIF8"sv, QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"\x1F\x8B"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a compressed file. Unpack it first, then drop the list that was in it.")},
    {"7z\xBC\xAF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a compressed file. Unpack it first, then drop the list that was in it.")},
    {"Rar!"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a compressed file. Unpack it first, then drop the list that was in it.")},
    {"\x7F"
     "ELF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is not a text file but a program.")},
    {"MZ\x90"sv, QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is not a text file but a program.")},
    {"SQLite format 3"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is not a text file but a database.")},
}};

} // namespace

std::optional<Error> whyNoList(QByteArrayView bytes, const QString &name)
{
    for (const Signature &signature : Signatures) {
        if (bytes.startsWith(signature.bytes))
            return Error{ErrorCode::NotARoster, Text::tr(signature.sentence).arg(name)};
    }
    return std::nullopt;
}

std::optional<Error> whyNotText(QByteArrayView text, const QString &name)
{
    if (text.contains('\0')) {
        return Error{ErrorCode::NotARoster,
            Text::tr(
                "“%1” is not a text file. A class list is a spreadsheet, or a text file with a "
                "line a student and the columns separated by commas, semicolons or tabs.")
                .arg(name)};
    }
    return std::nullopt;
}

} // namespace Rollbook
