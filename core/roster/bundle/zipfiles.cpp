// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterfiles.h"

#include "rostertext.h"
#include "ziparchive.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Text hardly ever shrinks to less than a hundredth; a bomb does.
constexpr quint64 LargestRatio = 200;
constexpr quint64 UnsuspiciousBytes = quint64{64} << 20;

class ZipFiles final : public RosterFiles
{
public:
    ZipFiles(const QByteArray &bytes, const QString &name)
        : m_name(name)
        , m_bytes(bytes)
    {
    }

    using RosterFiles::read;
    Expected<QByteArray> read(const QString &name, qint64 atMost) const override;
    Expected<void> list();

private:
    Expected<QList<ZipEntry>> entries();
    std::optional<Error> whyRefused(const QList<ZipEntry> &entries) const;
    Error damaged() const;

    QString m_name;
    QByteArray m_bytes;
    ZipArchive m_zip;
    QHash<QString, qint64> m_entries; // by the name that is shown: where in the archive
};

bool pointsOut(const QString &name)
{
    return name.startsWith(u'/') || name.contains(u'\\') || name.contains(QChar(u'\0'))
        || name.contains(u':') || name.split(u'/').contains(u"..");
}

// What macOS puts beside the files.
bool isNotMeant(const QString &name)
{
    return name.startsWith(u"__MACOSX/") || name.section(u'/', -1).startsWith(u'.');
}

Error ZipFiles::damaged() const
{
    return {ErrorCode::NotARoster,
        Text::tr("“%1” is a damaged archive. Ask for it again, or copy it again.").arg(m_name)};
}

Expected<QList<ZipEntry>> ZipFiles::entries()
{
    const bool tooMany = ZipArchive::countIn(m_bytes) > static_cast<quint64>(MostFiles);
    if (!tooMany && !m_zip.open(m_bytes))
        return tl::unexpected(damaged());
    const qint64 count = tooMany ? 0 : m_zip.count();
    if (tooMany || count > MostFiles) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” is an archive of more than %2 files, so it does not seem to hold class "
                     "lists.")
                .arg(m_name, QString::number(MostFiles)));
    }
    QList<ZipEntry> entries;
    entries.reserve(count);
    for (qint64 i = 0; i < count; ++i) {
        auto entry = m_zip.entry(i);
        if (!entry)
            return tl::unexpected(damaged());
        entries += *std::move(entry);
    }
    return entries;
}

std::optional<Error> ZipFiles::whyRefused(const QList<ZipEntry> &entries) const
{
    quint64 all = 0;
    for (const ZipEntry &entry : entries) {
        if (entry.isEncrypted) {
            return Error{ErrorCode::NotARoster,
                Text::tr("“%1” is protected with a password. Unpack it with the password, then "
                         "drop the folder.")
                    .arg(m_name)};
        }
        // Each alone first, as sizes near the largest number would make the sum small again.
        all += qMin(entry.size, static_cast<quint64>(MostBytes) + 1);
    }
    if (all > static_cast<quint64>(MostBytes)) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” would become larger than %2 MB when it is unpacked, so it does not seem "
                     "to hold class lists.")
                .arg(m_name, QString::number(MostBytes >> 20))};
    }
    const auto isBomb = [](quint64 unpacked, quint64 packed) {
        return unpacked > UnsuspiciousBytes && unpacked / LargestRatio > packed;
    };
    const bool bomb = isBomb(all, static_cast<quint64>(m_bytes.size()))
        || std::any_of(entries.cbegin(), entries.cend(),
            [&](const ZipEntry &entry) { return isBomb(entry.size, entry.packedSize); });
    if (bomb) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” would grow to more than %2 times its size when it is unpacked. Class "
                     "lists do not; it may be made to do harm, so it was left alone.")
                .arg(m_name, QString::number(LargestRatio))};
    }
    return std::nullopt;
}

Expected<void> ZipFiles::list()
{
    const auto found = entries();
    if (!found)
        return tl::unexpected(found.error());
    if (const auto reason = whyRefused(*found))
        return tl::unexpected(*reason);

    QList<qint64> meant;
    QSet<QString> folders;
    for (qint64 i = 0; i < found->size(); ++i) {
        const ZipEntry &entry = found->at(i);
        if (entry.name.endsWith(u'/') || entry.isSymbolicLink || pointsOut(entry.name)
            || isNotMeant(entry.name))
            continue;
        meant += i;
        folders += entry.name.section(u'/', 0, -2);
    }
    const QString only = folders.size() == 1 ? *folders.cbegin() : QString();
    const QString folder = only.contains(u'/') || only.isEmpty() ? QString() : only + u'/';
    for (const qint64 index : std::as_const(meant)) {
        const ZipEntry &entry = found->at(index);
        const QString name = entry.name.mid(folder.size());
        if (name.contains(u'/') || m_entries.contains(name))
            continue;
        m_entries.insert(name, index);
        m_files += RosterFile{name, static_cast<qint64>(entry.size)};
    }
    std::sort(m_files.begin(), m_files.end(),
        [](const RosterFile &a, const RosterFile &b) { return a.name < b.name; });
    return {};
}

Expected<QByteArray> ZipFiles::read(const QString &name, qint64 atMost) const
{
    const qint64 index = m_entries.value(name, -1);
    const auto entry = index < 0 ? std::nullopt : m_zip.entry(index);
    auto content = entry ? m_zip.content(index) : std::nullopt;
    if (!content)
        return tl::unexpected(damaged());
    const auto whole = static_cast<qint64>(entry->size); // list() has refused what is too large
    QByteArray bytes(qMin(atMost, whole), Qt::Uninitialized);
    for (qint64 at = 0; at < bytes.size();) {
        const qint64 size = content->read(bytes.data() + at, bytes.size() - at);
        if (size <= 0)
            return tl::unexpected(damaged());
        at += size;
    }
    char beyond = 0;
    if (bytes.size() == whole && content->read(&beyond, 1) != 0)
        return tl::unexpected(damaged());
    return bytes;
}

} // namespace

Expected<std::unique_ptr<RosterFiles>> openRosterZip(const QByteArray &bytes, const QString &name)
{
    auto files = std::make_unique<ZipFiles>(bytes, name);
    if (const auto listed = files->list(); !listed)
        return tl::unexpected(listed.error());
    return files;
}

} // namespace Rollbook
