// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filekind.h"

#include <QCoreApplication>

#include <array>

namespace Rollbook
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

struct Signature {
    QByteArrayView bytes;
    const char *sentence;
};

using namespace std::string_view_literals;

// The first bytes by which these formats are known (file(1), "magic").
const std::array<Signature, 9> Signatures{{
    {"PK\x03\x04"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” seems to be a workbook (Excel or LibreOffice) or an archive. Open it in your "
            "spreadsheet program and save the list as CSV (UTF-8), then drop that file.")},
    {"\xD0\xCF\x11\xE0"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” seems to be an old Excel workbook. Open it in your spreadsheet program and save "
            "the list as CSV (UTF-8), then drop that file.")},
    {"%PDF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a PDF document. Ask for the list as a spreadsheet or CSV file.")},
    {"\x89PNG"sv, QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"\xFF\xD8\xFF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"GIF8"sv, QT_TRANSLATE_NOOP("Rollbook::Roster", "“%1” is a picture, not a class list.")},
    {"\x1F\x8B"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is a compressed file. Unpack it first, then drop the list that was in it.")},
    {"\xFF\xFE"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is saved as “Unicode” (UTF-16). Save it as CSV (UTF-8), then drop that file.")},
    {"\xFE\xFF"sv,
        QT_TRANSLATE_NOOP("Rollbook::Roster",
            "“%1” is saved as “Unicode” (UTF-16). Save it as CSV (UTF-8), then drop that file.")},
}};

} // namespace

std::optional<Error> whyNotText(QByteArrayView bytes, const QString &name)
{
    for (const Signature &signature : Signatures) {
        if (bytes.startsWith(signature.bytes))
            return Error{ErrorCode::NotARoster, Text::tr(signature.sentence).arg(name)};
    }
    if (bytes.contains('\0')) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” is not a text file. A class list is a CSV file: a line a student, the "
                     "columns "
                     "separated by commas, semicolons or tabs.")
                .arg(name)};
    }
    return std::nullopt;
}

} // namespace Rollbook
