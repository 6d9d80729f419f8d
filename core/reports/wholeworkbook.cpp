// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wholeworkbook.h"

#include <QFile>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <zip.h>

namespace Rollbook
{

namespace
{

constexpr std::size_t PartBytesAtOnce = std::size_t{1} << 18;
constexpr std::string_view RowBegin = "<row ";
constexpr std::string_view SheetEnd = "</worksheet>";

struct CloseArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t *entry) const { zip_fclose(entry); }
};

qsizetype countRows(std::string_view text)
{
    qsizetype rows = 0;
    for (std::size_t at = text.find(RowBegin); at != text.npos; at = text.find(RowBegin, at + 1))
        ++rows;
    return rows;
}

bool isWholeSheet(zip_t *archive, const QByteArray &name, qsizetype leastRows)
{
    const std::unique_ptr<zip_file_t, CloseEntry> sheet(zip_fopen(archive, name.constData(), 0));
    if (!sheet)
        return false;
    std::string text;
    qsizetype rows = 0;
    while (true) {
        // What may be the beginning of a word that is looked for stays.
        const std::size_t kept = std::min(text.size(), SheetEnd.size());
        text.erase(0, text.size() - kept);
        rows -= countRows(text);
        text.resize(kept + PartBytesAtOnce);
        const zip_int64_t read = zip_fread(sheet.get(), text.data() + kept, PartBytesAtOnce);
        if (read < 0)
            return false;
        text.resize(kept + static_cast<std::size_t>(read));
        rows += countRows(text);
        if (read == 0)
            return rows >= leastRows && std::string_view(text).ends_with(SheetEnd);
    }
}

} // namespace

bool isWholeWorkbook(const QString &path, const std::vector<qsizetype> &rowsOfSheets)
{
    const std::unique_ptr<zip_t, CloseArchive> archive(
        zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr));
    if (!archive)
        return false;
    for (std::size_t i = 0; i < rowsOfSheets.size(); ++i) {
        const QByteArray name = "xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml";
        if (!isWholeSheet(archive.get(), name, rowsOfSheets[i]))
            return false;
    }
    return true;
}

} // namespace Rollbook
