// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ziparchive.h"

#include <QtEndian>

#include <zip.h>

#include <algorithm>

namespace Rollbook
{

namespace
{

// The upper half of the attributes are those of POSIX, <sys/stat.h>.
constexpr quint32 FileType = 0xF000'0000;
constexpr quint32 SymbolicLink = 0xA000'0000;

bool isSymbolicLink(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
        && (attributes & FileType) == SymbolicLink;
}

} // namespace

void ZipContent::Close::operator()(zip_file *file) const
{
    zip_fclose(file);
}

ZipContent::ZipContent(zip_file *file, quint64 size)
    : m_file(file)
    , m_left(size)
{
}

qint64 ZipContent::read(char *to, qint64 most)
{
    // One byte more than is promised: the checksum is compared where the end is met.
    const quint64 wanted = m_left < static_cast<quint64>(most) ? m_left + 1 : quint64(most);
    const zip_int64_t size = zip_fread(m_file.get(), to, wanted);
    if (size < 0 || static_cast<quint64>(size) > m_left || (size == 0 && m_left > 0))
        return -1;
    m_left -= static_cast<quint64>(size);
    return size;
}

void ZipArchive::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

// APPNOTE.TXT 4.3.14 to 4.3.16.
quint64 ZipArchive::countIn(QByteArrayView bytes)
{
    constexpr qsizetype endSize = 22;
    constexpr qsizetype locatorSize = 20;
    constexpr qsizetype largeEndSize = 56;
    constexpr quint16 more = 0xFFFF; // than fit here
    const qsizetype end = bytes.lastIndexOf(QByteArrayView("PK\5\6"));
    if (end < 0 || bytes.size() - end < endSize)
        return 0;
    const auto count = qFromLittleEndian<quint16>(bytes.data() + end + 10);
    const qsizetype locator = end - locatorSize;
    if (count != more || locator < 0 || bytes.sliced(locator, 4) != QByteArrayView("PK\6\7"))
        return count;
    const auto largeEnd = qFromLittleEndian<quint64>(bytes.data() + locator + 8);
    if (largeEnd > static_cast<quint64>(locator)
        || locator - static_cast<qsizetype>(largeEnd) < largeEndSize)
        return count;
    return qFromLittleEndian<quint64>(bytes.data() + largeEnd + 32);
}

bool ZipArchive::open(const QByteArray &bytes)
{
    m_archive.reset();
    m_bytes = bytes;
    if (m_bytes.isEmpty()) // which libzip takes for an archive of nothing
        return false;
    zip_source_t *const source = zip_source_buffer_create(
        m_bytes.constData(), static_cast<zip_uint64_t>(m_bytes.size()), 0, nullptr);
    if (!source)
        return false;
    m_archive.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!m_archive)
        zip_source_free(source); // which an archive owns
    return m_archive != nullptr;
}

qint64 ZipArchive::count() const
{
    return zip_get_num_entries(m_archive.get(), 0);
}

std::optional<ZipEntry> ZipArchive::entry(qint64 index) const
{
    const auto at = static_cast<zip_uint64_t>(index);
    zip_stat_t stat;
    zip_stat_init(&stat);
    // A name is UTF-8 where it looks so, else in the letters of DOS, CP437.
    const char *const name = zip_get_name(m_archive.get(), at, ZIP_FL_ENC_GUESS);
    if (!name || zip_stat_index(m_archive.get(), at, 0, &stat) != 0)
        return std::nullopt;
    constexpr zip_uint64_t sizes = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat.valid & sizes) != sizes)
        return std::nullopt;
    return ZipEntry{QString::fromUtf8(name), stat.size, stat.comp_size,
        stat.encryption_method != ZIP_EM_NONE, isSymbolicLink(m_archive.get(), at)};
}

std::optional<ZipContent> ZipArchive::content(qint64 index) const
{
    const auto at = static_cast<zip_uint64_t>(index);
    const std::optional<ZipEntry> entry = this->entry(index);
    zip_file_t *const file = entry ? zip_fopen_index(m_archive.get(), at, 0) : nullptr;
    if (!file)
        return std::nullopt;
    return ZipContent(file, entry->size);
}

} // namespace Rollbook
