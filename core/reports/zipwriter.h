// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <deque>
#include <memory>
#include <string>

struct zip;
struct zip_source;

namespace Rollbook
{

/// Makes a zip (APPNOTE.TXT) in memory.
class ZipWriter
{
public:
    /// All entries get this time.
    explicit ZipWriter(const QDateTime &time);

    /// False when there is no memory for it.
    bool add(const QByteArray &name, const std::string &content);
    /// The whole archive, to be called once and last; empty when it could not be made.
    QByteArray finish();

private:
    struct Discard {
        void operator()(zip *archive) const;
    };
    struct Free {
        void operator()(zip_source *source) const;
    };

    qint64 m_time; // seconds since the epoch
    std::unique_ptr<zip_source, Free> m_bytes;
    std::unique_ptr<zip, Discard> m_archive;
    std::deque<std::string> m_contents; // which the archive reads at its end
};

} // namespace Rollbook
