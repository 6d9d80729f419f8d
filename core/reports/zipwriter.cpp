// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zipwriter.h"

#include <zip.h>

namespace Rollbook
{

void ZipWriter::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

void ZipWriter::Free::operator()(zip_source *source) const
{
    zip_source_free(source);
}

ZipWriter::ZipWriter(const QDateTime &time)
    : m_time(time.toSecsSinceEpoch())
    , m_bytes(zip_source_buffer_create(nullptr, 0, 0, nullptr))
{
    if (!m_bytes)
        return;
    m_archive.reset(zip_open_from_source(m_bytes.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    // The archive takes one reference, and this keeps one to read from at the end.
    if (m_archive)
        zip_source_keep(m_bytes.get());
}

bool ZipWriter::add(const QByteArray &name, const std::string &content)
{
    if (!m_archive)
        return false;
    m_contents.push_back(content);
    zip_source *const source = zip_source_buffer(
        m_archive.get(), m_contents.back().data(), static_cast<zip_uint64_t>(content.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index =
        zip_file_add(m_archive.get(), name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_mtime(
               m_archive.get(), static_cast<zip_uint64_t>(index), static_cast<time_t>(m_time), 0)
        == 0;
}

QByteArray ZipWriter::finish()
{
    if (!m_archive || zip_close(m_archive.get()) != 0)
        return {};
    // Closing has freed it.
    static_cast<void>(m_archive.release());
    zip_source *const bytes = m_bytes.get();
    if (zip_source_open(bytes) != 0)
        return {};
    zip_source_seek(bytes, 0, SEEK_END);
    QByteArray archive(static_cast<qsizetype>(zip_source_tell(bytes)), Qt::Uninitialized);
    zip_source_seek(bytes, 0, SEEK_SET);
    const zip_int64_t read =
        zip_source_read(bytes, archive.data(), static_cast<zip_uint64_t>(archive.size()));
    zip_source_close(bytes);
    return read == archive.size() ? archive : QByteArray();
}

} // namespace Rollbook
