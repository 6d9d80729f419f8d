// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/zippackage.h"

#include "workbook/workbooklimits.h"

#include <limits>

namespace Rollbook
{

namespace
{

constexpr int BytesAtOnce = 1 << 16;

} // namespace

ZipPackage::ZipPackage(const QByteArray &bytes, const QString &name)
    : m_bytes(bytes)
    , m_name(name)
{
}

Expected<void> ZipPackage::open()
{
    if (ZipArchive::countIn(m_bytes) > WorkbookLimits::Entries)
        return tl::unexpected(WorkbookErrors::growsTooMuch(m_name));
    if (!m_zip.open(m_bytes))
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    if (m_zip.count() > WorkbookLimits::Entries)
        return tl::unexpected(WorkbookErrors::growsTooMuch(m_name));
    if (!listParts())
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    return {};
}

bool ZipPackage::listParts()
{
    const auto bounded = [](quint64 size) {
        return static_cast<qint64>(qMin(size, quint64(std::numeric_limits<qint64>::max())));
    };
    const qint64 count = m_zip.count();
    for (qint64 i = 0; i < count; ++i) {
        const auto entry = m_zip.entry(i);
        if (!entry)
            return false;
        QString key = entry->name.toLower();
        key.replace(u'\\', u'/');
        if (!m_parts.contains(key)) {
            m_parts.insert(
                key, {i, bounded(entry->size), bounded(entry->packedSize), entry->isEncrypted});
        }
    }
    return true;
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
    if (found->size > WorkbookLimits::InflatedBytes
        || (found->size > WorkbookLimits::HarmlessBytes
            && found->size / WorkbookLimits::InflationRatio > packed))
        return tl::unexpected(WorkbookErrors::growsTooMuch(m_name));

    auto content = m_zip.content(found->index);
    if (!content)
        return tl::unexpected(WorkbookErrors::damaged(m_name));
    while (char *const data = room(BytesAtOnce)) {
        const qint64 size = content->read(data, BytesAtOnce);
        if (size < 0)
            return tl::unexpected(WorkbookErrors::damaged(m_name));
        if (!take(static_cast<int>(size), size == 0) || size == 0)
            break;
    }
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
