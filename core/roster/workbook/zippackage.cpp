// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/zippackage.h"

#include "workbook/workbooklimits.h"

#include <quazipfile.h>

namespace Rollbook
{

namespace
{

constexpr int BytesAtOnce = 1 << 16;

} // namespace

ZipPackage::ZipPackage(const QByteArray &bytes, const QString &name)
    : m_bytes(bytes)
    , m_buffer(&m_bytes)
    , m_zip(&m_buffer)
    , m_name(name)
{
}

Expected<void> ZipPackage::open()
{
    if (!m_buffer.open(QIODevice::ReadOnly) || !m_zip.open(QuaZip::mdUnzip))
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    if (m_zip.getEntriesCount() > WorkbookLimits::Entries)
        return tl::unexpected(WorkbookErrors::growsTooMuch(m_name));
    if (!listParts())
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    return {};
}

bool ZipPackage::listParts()
{
    for (bool more = m_zip.goToFirstFile(); more; more = m_zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (m_parts.size() >= WorkbookLimits::Entries || !m_zip.getCurrentFileInfo(&info))
            return false;
        QString key = info.name.toLower();
        key.replace(u'\\', u'/');
        if (!m_parts.contains(key)) {
            m_parts.insert(key,
                {info.name, static_cast<qint64>(info.uncompressedSize),
                    static_cast<qint64>(info.compressedSize), info.isEncrypted()});
        }
    }
    return m_zip.getZipError() == UNZ_OK;
}

Expected<void> ZipPackage::read(const QString &part, const Room &room, const Take &take)
{
    const auto found = m_parts.constFind(part.toLower());
    if (found == m_parts.cend())
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    if (found->encrypted)
        return tl::unexpected(WorkbookErrors::protectedByPassword(m_name));
    // The zip never gives more than it says, so its word is enough to know a bomb by.
    const qint64 packed = qMin(found->packedSize, static_cast<qint64>(m_bytes.size()));
    if (found->size < 0 || found->size > WorkbookLimits::InflatedBytes
        || (found->size > WorkbookLimits::HarmlessBytes
            && found->size / WorkbookLimits::InflationRatio > packed))
        return tl::unexpected(WorkbookErrors::growsTooMuch(m_name));

    QuaZipFile file(&m_zip);
    if (!m_zip.setCurrentFile(found->path, QuaZip::csSensitive) || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    qint64 left = found->size;
    while (true) {
        char *const data = room(BytesAtOnce);
        if (!data)
            return {};
        const qint64 size = file.read(data, BytesAtOnce);
        left -= qMax(size, qint64(0));
        if (size < 0 || (size == 0 && left > 0))
            return tl::unexpected(WorkbookErrors::damaged(m_name));
        if (!take(static_cast<int>(size), size == 0))
            return {};
        if (size == 0)
            break;
    }
    file.close();
    if (file.getZipError() != UNZ_OK)
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    return {};
}

QByteArray ZipPackage::firstBytes(const QString &part, int most)
{
    QByteArray first(BytesAtOnce, Qt::Uninitialized);
    int got = 0;
    const auto read = this->read(
        part, [to = first.data()](int /*most*/) { return to; },
        [&got](int size, bool /*last*/) {
            got = size;
            return false;
        });
    return read ? first.first(qMin(got, most)) : QByteArray();
}

} // namespace Rollbook
