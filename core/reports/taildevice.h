// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

namespace Rollbook
{

/// Hands all bytes on to another device, and remembers how many there were, the first and the
/// last of them.
class TailDevice : public QIODevice
{
public:
    /// Open for writing.
    explicit TailDevice(QIODevice &target);

    QByteArray head() const { return m_head; }
    QByteArray tail() const { return m_tail; }
    qint64 written() const { return m_written; }
    bool isWhole() const { return m_isWhole; }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QIODevice &m_target;
    QByteArray m_head;
    QByteArray m_tail;
    qint64 m_written = 0;
    bool m_isWhole = true;
};

} // namespace Rollbook
