// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterfiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

namespace Rollbook
{

namespace
{

// Text hardly ever shrinks to less than a hundredth; a bomb does.
constexpr quint64 LargestRatio = 200;
constexpr quint64 UnsuspiciousBytes = quint64{64} << 20;
// APPNOTE.TXT 4.4.4, bit 0 of the general purpose flags.
constexpr quint16 EncryptedFlag = 1;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::Roster)
};

class ZipFiles final : public RosterFiles
{
public:
    ZipFiles(const QByteArray &bytes, const QString &name)
        : m_name(name)
        , m_bytes(bytes)
    {
        m_buffer.setData(m_bytes);
        m_zip.setIoDevice(&m_buffer);
    }

    using RosterFiles::read;
    Expected<QByteArray> read(const QString &name, qint64 atMost) const override;
    Expected<void> list();

private:
    Expected<QList<QuaZipFileInfo64>> entries();
    std::optional<Error> whyRefused(const QList<QuaZipFileInfo64> &entries) const;
    Error damaged() const;

    QString m_name;
    QByteArray m_bytes;
    QBuffer m_buffer;
    mutable QuaZip m_zip; // reading moves its place in the archive
    QHash<QString, QString> m_entryNames;
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

Expected<QList<QuaZipFileInfo64>> ZipFiles::entries()
{
    if (!m_zip.open(QuaZip::mdUnzip))
        return tl::unexpected(damaged());
    if (m_zip.getEntriesCount() > MostFiles) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” is an archive of more than %2 files, so it does not seem to hold class "
                     "lists.")
                .arg(m_name, QString::number(MostFiles)));
    }
    QList<QuaZipFileInfo64> entries;
    for (bool more = m_zip.goToFirstFile(); more; more = m_zip.goToNextFile()) {
        QuaZipFileInfo64 entry;
        if (!m_zip.getCurrentFileInfo(&entry))
            return tl::unexpected(damaged());
        entries += entry;
    }
    if (m_zip.getZipError() != UNZ_OK && m_zip.getZipError() != UNZ_END_OF_LIST_OF_FILE)
        return tl::unexpected(damaged());
    return entries;
}

std::optional<Error> ZipFiles::whyRefused(const QList<QuaZipFileInfo64> &entries) const
{
    quint64 all = 0;
    for (const QuaZipFileInfo64 &entry : entries) {
        if (entry.flags & EncryptedFlag) {
            return Error{ErrorCode::NotARoster,
                Text::tr("“%1” is protected with a password. Unpack it with the password, then "
                         "drop the folder.")
                    .arg(m_name)};
        }
        // Each alone first, as sizes near the largest number would make the sum small again.
        all += qMin(entry.uncompressedSize, static_cast<quint64>(MostBytes) + 1);
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
        || std::any_of(entries.cbegin(), entries.cend(), [&](const QuaZipFileInfo64 &entry) {
               return isBomb(entry.uncompressedSize, entry.compressedSize);
           });
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

    QList<QuaZipFileInfo64> meant;
    QSet<QString> folders;
    for (const QuaZipFileInfo64 &entry : *found) {
        if (entry.name.endsWith(u'/') || entry.isSymbolicLink() || pointsOut(entry.name)
            || isNotMeant(entry.name))
            continue;
        meant += entry;
        folders += entry.name.section(u'/', 0, -2);
    }
    const QString only = folders.size() == 1 ? *folders.cbegin() : QString();
    const QString folder = only.contains(u'/') || only.isEmpty() ? QString() : only + u'/';
    for (const QuaZipFileInfo64 &entry : std::as_const(meant)) {
        const QString name = entry.name.mid(folder.size());
        if (name.contains(u'/') || m_entryNames.contains(name))
            continue;
        m_entryNames.insert(name, entry.name);
        m_files += RosterFile{name, static_cast<qint64>(entry.uncompressedSize)};
    }
    std::sort(m_files.begin(), m_files.end(),
        [](const RosterFile &a, const RosterFile &b) { return a.name < b.name; });
    return {};
}

Expected<QByteArray> ZipFiles::read(const QString &name, qint64 atMost) const
{
    const auto entryName = m_entryNames.constFind(name);
    if (entryName == m_entryNames.cend() || !m_zip.setCurrentFile(*entryName, QuaZip::csSensitive))
        return tl::unexpected(damaged());
    QuaZipFile file(&m_zip);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(damaged());
    const qint64 wanted = qMin(atMost, MostBytes);
    const qint64 size = qMin(wanted, file.usize());
    QByteArray content = file.read(size);
    const bool isWhole = content.size() == size && file.getZipError() == UNZ_OK;
    file.close();
    // Closing compares the checksum, if all was read.
    if (!isWhole || file.getZipError() != UNZ_OK)
        return tl::unexpected(damaged());
    return content;
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
