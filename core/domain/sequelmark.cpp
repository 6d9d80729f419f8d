// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sequelmark.h"

#include <QRegularExpression>

namespace Rollbook
{

QString SequelMark::text() const
{
    return runId + QStringLiteral(" / ") + QString::number(row + 1);
}

std::optional<SequelMark> SequelMark::fromText(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\d{8}-\\d{9}-[0-9a-f]{8})\\s*/\\s*([1-9]\\d{0,8})\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return SequelMark{match.captured(1), match.captured(2).toInt() - 1};
}

QString SequelMark::header()
{
    return QStringLiteral("Rollbook");
}

} // namespace Rollbook
