// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "letterlikelihood.h"
#include "textencoding.h"
#include "values/ascii.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <unicode/ucsdet.h>

namespace Rollbook
{

namespace
{

constexpr qsizetype BytesToCompare = 1 << 15;
constexpr qsizetype BytesOfALine = 1 << 12;

struct Candidate {
    const char *name;
    double handicap;
};

// From the usual to the rare; of those that make the same text the first is taken.
constexpr std::array<Candidate, 13> Candidates{
    {{"UTF-8", 0}, {"Windows-1252", 0}, {"Windows-1250", 0}, {"Windows-1251", 0},
        {"Windows-1254", 0}, {"Shift-JIS", 0}, {"GB18030", 0}, {"EUC-KR", 0}, {"ISO-8859-2", 0},
        {"ISO-8859-15", 0}, {"ISO-8859-9", 0}, {"ISO-8859-1", 0}, {"MacRoman", -0.3}}};

struct ByteOrderMark {
    QByteArrayView bytes;
    const char *encoding;
};
constexpr std::array<ByteOrderMark, 4> Marks{{
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16 LE"},
    {"\xFE\xFF", "UTF-16 BE"},
    {"\x84\x31\x95\x33", "GB18030"},
}};

bool isLineBreak(char c)
{
    return c == '\n' || c == '\r';
}

// Digits, delimiters and line breaks have a zero byte there, whatever the script of the names.
const char *utf16WithoutMark(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), BytesToCompare));
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < sample.size(); ++i) {
        if (sample.at(i) == '\0')
            ++zeros[static_cast<std::size_t>(i % 2)];
    }
    const qsizetype letters = sample.size() / 2;
    const auto most = [&](std::size_t side) {
        return zeros[side] > 0 && zeros[side] * 8 >= letters && zeros[1 - side] * 4 <= zeros[side];
    };
    if (most(1))
        return "UTF-16 LE";
    return most(0) ? "UTF-16 BE" : nullptr;
}

/// The lines, or parts of overlong ones, that are not ASCII, until there is enough of them.
QByteArray telltaleLines(QByteArrayView bytes)
{
    QByteArray lines;
    const auto *const end = bytes.cend();
    const auto *lineBegin = bytes.cbegin();
    while (lines.size() < BytesToCompare) {
        const auto *const found = std::find_if_not(lineBegin, end, isAscii);
        if (found == end)
            break;
        const auto *const earliest = found - std::min<qsizetype>(found - lineBegin, BytesOfALine);
        const auto *from = found;
        while (from != earliest && !isLineBreak(from[-1]))
            --from;
        const auto *const latest = found + std::min<qsizetype>(end - found, BytesOfALine);
        const auto *to = std::find_if(found, latest, isLineBreak);
        lineBegin = to;
        if (to == latest && to != end) {
            // Not inside a letter: no encoding has a byte below the digits as a part of one.
            while (to != found && (!isAscii(to[-1]) || to[-1] >= '0'))
                --to;
            if (to == found)
                to = latest;
        }
        lines.append(from, to - from);
        lines.append('\n');
    }
    return lines;
}

/// What ICU thinks, for texts in languages that letterLikelihood() does not know.
QString askIcu(const QByteArray &sample)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector *)> detector(
        ucsdet_open(&status), ucsdet_close);
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        QString name = QString::fromLatin1(ucsdet_getName(matches[i], &status));
        name.replace(u'_', u'-');
        for (const Candidate &candidate : Candidates) {
            if (name.compare(QLatin1StringView(candidate.name), Qt::CaseInsensitive) == 0)
                return QString::fromLatin1(candidate.name);
        }
    }
    return QStringLiteral("Windows-1252");
}

QString likeliest(const QByteArray &sample)
{
    QString best;
    double greatest = 0;
    for (const Candidate &candidate : Candidates) {
        const QString name = QString::fromLatin1(candidate.name);
        const Expected<QByteArray> text = toUtf8(sample, name, {});
        if (!text)
            continue;
        const double likelihood = letterLikelihood(QString::fromUtf8(*text)) + candidate.handicap;
        if (likelihood > greatest) {
            greatest = likelihood;
            best = name;
        }
    }
    return best.isEmpty() ? askIcu(sample) : best;
}

} // namespace

QString detectEncoding(QByteArrayView bytes)
{
    for (const ByteOrderMark &mark : Marks) {
        if (bytes.startsWith(mark.bytes))
            return QString::fromLatin1(mark.encoding);
    }
    if (const char *utf16 = utf16WithoutMark(bytes))
        return QString::fromLatin1(utf16);
    if (bytes.isValidUtf8())
        return QStringLiteral("UTF-8");
    return likeliest(telltaleLines(bytes));
}

bool isUtf8WithoutMark(QByteArrayView bytes)
{
    const bool marked = std::any_of(Marks.cbegin(), Marks.cend(),
        [bytes](const ByteOrderMark &mark) { return bytes.startsWith(mark.bytes); });
    return !marked && utf16WithoutMark(bytes) == nullptr && bytes.isValidUtf8();
}

} // namespace Rollbook
