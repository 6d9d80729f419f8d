// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registration/bulkregistration.h"

#include <QElapsedTimer>

#include <optional>

namespace Rollbook
{

/// Shows on standard error how far a run is.
class ProgressLine
{
public:
    enum class Style : quint8 { Bar, Plain, None };

    /// auto: a bar where a person looks at a terminal, nothing elsewhere. None for another word.
    static std::optional<Style> styleFromWord(const QString &word);

    /// Of several lists each line names the one that it is `about`.
    explicit ProgressLine(Style style, const QString &about = {})
        : m_style(style)
        , m_about(about)
    {
    }
    void show(const RunProgress &progress);
    /// Leaves the line, so that what follows begins on one of its own.
    void finish();

private:
    void showBar(const RunProgress &progress);

    Style m_style;
    QString m_about;
    QElapsedTimer m_since;
    bool m_open = false;
};

} // namespace Rollbook
