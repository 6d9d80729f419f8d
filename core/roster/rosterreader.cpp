// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterreader.h"

#include "bundle/bundle.h"
#include "bundle/rosterfiles.h"
#include "delimitedreader.h"
#include "domain/memorypages.h"
#include "filekind.h"
#include "htmltablereader.h"
#include "jsonreader.h"
#include "rosterbuilder.h"
#include "rostertext.h"
#include "textencoding.h"
#include "workbook/workbookreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace Rollbook
{

namespace
{

// The reader's own complaint goes before one about the rows that it gave.
template <typename T>
Expected<Roster> built(RosterBuilder &builder, const Expected<T> &read, const RosterSource &source)
{
    if (!read)
        return tl::unexpected(read.error());
    Expected<Roster> roster = builder.finish();
    if (roster) {
        const int rowsAbove = roster->source.rowsAbove;
        roster->source = source;
        roster->source.rowsAbove = rowsAbove;
    }
    return roster;
}

Expected<Roster> fromSheet(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer, RosterSource &source)
{
    RosterBuilder builder(name, options, bytes.size(), observer);
    const auto read = readWorkbook(bytes, name, options.sheet, builder);
    source.kind = RosterSource::Kind::Workbook;
    if (read) {
        source.format = read->format;
        source.sheets = read->sheets;
        source.sheet = read->sheet;
    }
    return built(builder, read, source);
}

// Where nobody said which sheet, a cover sheet is passed over.
Expected<Roster> fromWorkbook(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    RosterSource source;
    Expected<Roster> first = fromSheet(bytes, name, options, observer, source);
    if (first || !options.sheet.isEmpty() || first.error().code != ErrorCode::NotARoster)
        return first;
    const RosterSource whole = source;
    for (const RosterSheet &sheet : whole.sheets) {
        if (sheet.hidden || sheet.name == whole.sheet)
            continue;
        RosterOptions other = options;
        other.sheet = sheet.name;
        Expected<Roster> roster = fromSheet(bytes, name, other, observer, source);
        if (roster)
            return roster;
    }
    return first;
}

Expected<Roster> fromBundle(const RosterFiles &files, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    RosterBuilder builder(name, options, 0, observer);
    const auto read = readBundle(files, name, options.sheet, builder);
    RosterSource source;
    source.kind = RosterSource::Kind::Bundle;
    if (read) {
        source.format = read->format;
        source.sheets = read->sheets;
        source.sheet = read->sheet;
    }
    return built(builder, read, source);
}

Expected<Roster> fromJson(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    RosterBuilder builder(name, options, bytes.size(), observer);
    const auto read = readJson(bytes, name, builder);
    RosterSource source;
    source.kind = RosterSource::Kind::Json;
    source.format = QStringLiteral("JSON");
    return built(builder, read, source);
}

Expected<Roster> fromHtml(const QByteArray &html, const QString &name, const RosterOptions &options,
    ReadingObserver *observer)
{
    RosterBuilder builder(name, options, html.size(), observer);
    const auto read = readHtmlTable(html, name, builder);
    RosterSource source;
    source.kind = RosterSource::Kind::WebTable;
    source.format = Text::tr("table of a web page");
    return built(builder, read, source);
}

Expected<Roster> fromText(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    RosterSource source;
    // Most are, and a long one need not be looked through twice.
    const bool isPlain = options.encoding.isEmpty() && isUtf8WithoutMark(bytes);
    if (isPlain)
        source.encoding = QStringLiteral("UTF-8");
    else
        source.encoding = options.encoding.isEmpty() ? detectEncoding(bytes) : options.encoding;
    const Expected<QByteArray> text = isPlain ? bytes : toUtf8(bytes, source.encoding, name);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto reason = whyNotText(*text, name))
        return tl::unexpected(*reason);
    if (looksLikeHtmlTable(*text))
        return fromHtml(*text, name, options, observer);
    if (looksLikeJson(*text))
        return fromJson(*text, name, options, observer);
    RosterBuilder builder(name, options, text->size(), observer);
    const Expected<char> read = readDelimited(*text, name, builder);
    source.delimiter = read.value_or(',');
    source.format = Text::tr("text");
    return built(builder, read, source);
}

Error unreadable(const QString &path, const QString &why)
{
    return {ErrorCode::FileUnreadable, why.arg(QDir::toNativeSeparators(path))};
}

Error notOpened(const QString &path, const QFile &file)
{
    return unreadable(path,
        Text::tr("“%1” cannot be read (%2). Close it in other programs, or ask for the right to "
                 "read it.")
            .arg(QStringLiteral("%1"), file.errorString()));
}

// Not mapped: a file that another program cuts short meanwhile would end this one.
QByteArray contentOf(QFile &file)
{
    QByteArray content(file.size(), Qt::Uninitialized);
    preferLargePages(content.data(), static_cast<std::size_t>(content.size()));
    content.resize(qMax(file.read(content.data(), content.size()), qint64{0}));
    // What another program has added meanwhile, and files that do not know their size.
    return content.append(file.readAll());
}

// Reading from one might never end.
bool isPipeOrDevice(const QFileInfo &info)
{
    using std::filesystem::file_type;
    std::error_code unknown;
    const file_type type = std::filesystem::status(info.filesystemFilePath(), unknown).type();
    return type == file_type::fifo || type == file_type::socket || type == file_type::character
        || type == file_type::block;
}

std::optional<Error> whyNotReadable(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return unreadable(
            path, Text::tr("There is no file “%1”. Check the name, or choose it again."));
    }
    if (isPipeOrDevice(info))
        return unreadable(path, Text::tr("“%1” is not a file. Choose a class list."));
    if (info.size() > TextTable::maximumBytes())
        return unreadable(path, Text::tr("“%1” is larger than 2 GB. Split it into several lists."));
    return std::nullopt;
}

Expected<Roster> readRosterFolder(const QString &path, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    const auto files = openRosterFolder(path);
    if (!files)
        return tl::unexpected(files.error());
    if (!bundleKind(**files)) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” is a folder. Choose the class list inside it.").arg(name));
    }
    return fromBundle(**files, name, options, observer);
}

} // namespace

Expected<Roster> readRosterBytes(const QByteArray &bytes, const QString &name,
    const RosterOptions &options, ReadingObserver *observer)
{
    if (looksLikeWorkbook(bytes)) {
        if (workbookKind(bytes))
            return fromWorkbook(bytes, name, options, observer);
        const auto files = openRosterZip(bytes, name);
        if (!files)
            return tl::unexpected(files.error());
        return fromBundle(**files, name, options, observer);
    }
    if (const auto reason = whyNoList(bytes, name))
        return tl::unexpected(*reason);
    return fromText(bytes, name, options, observer);
}

Expected<Roster> readRosterFile(
    const QString &path, const RosterOptions &options, ReadingObserver *observer)
{
    const QFileInfo info(path);
    if (info.isDir())
        return readRosterFolder(path, info.fileName(), options, observer);
    if (const auto reason = whyNotReadable(path))
        return tl::unexpected(*reason);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(notOpened(path, file));
    const QByteArray content = contentOf(file);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(notOpened(path, file));
    Expected<Roster> roster = readRosterBytes(content, info.fileName(), options, observer);
    if (roster)
        roster->path = info.absoluteFilePath();
    return roster;
}

} // namespace Rollbook
