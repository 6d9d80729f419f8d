// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textencoding.h"

#include "domain/texttable.h"
#include "rostertext.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>

namespace Rollbook
{

namespace
{

enum class Width : quint8 { Utf8, OneByte, Several };

struct Encoding {
    const char *name;
    const char *converter; ///< ICU's name
    Width width;
};

// Shift-JIS and EUC-KR with what Windows added to them, because that is what people's files hold.
constexpr std::array<Encoding, 15> Encodings{{
    {"UTF-8", "UTF-8", Width::Utf8},
    {"UTF-16 LE", "UTF-16LE", Width::Several},
    {"UTF-16 BE", "UTF-16BE", Width::Several},
    {"Windows-1250", "windows-1250", Width::OneByte},
    {"Windows-1251", "windows-1251", Width::OneByte},
    {"Windows-1252", "windows-1252", Width::OneByte},
    {"Windows-1254", "windows-1254", Width::OneByte},
    {"ISO-8859-1", "ISO-8859-1", Width::OneByte},
    {"ISO-8859-2", "ISO-8859-2", Width::OneByte},
    {"ISO-8859-9", "ISO-8859-9", Width::OneByte},
    {"ISO-8859-15", "ISO-8859-15", Width::OneByte},
    {"MacRoman", "macintosh", Width::OneByte},
    {"Shift-JIS", "windows-31j", Width::Several},
    {"GB18030", "gb18030", Width::Several},
    {"EUC-KR", "windows-949-2000", Width::Several},
}};

constexpr QByteArrayView Mark("\xEF\xBB\xBF");
constexpr std::size_t UnitsAtOnce = 1 << 14;

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter openConverter(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

QString letters(const QString &name)
{
    QString kept;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            kept += c.toLower();
    }
    return kept;
}

const Encoding *findEncoding(const QString &name)
{
    const QString wanted = letters(name);
    const auto *found = std::find_if(Encodings.begin(), Encodings.end(),
        [&](const auto &each) { return letters(QString::fromLatin1(each.name)) == wanted; });
    return found != Encodings.end() ? found : nullptr;
}

// Eight bytes at a time, because most of a class list is ASCII.
const char *skipAscii(const char *from, const char *end)
{
    constexpr quint64 highBits = 0x8080'8080'8080'8080;
    for (; end - from >= 8; from += 8) {
        quint64 bytes = 0;
        std::memcpy(&bytes, from, sizeof bytes);
        if ((bytes & highBits) != 0)
            break;
    }
    while (from != end && static_cast<unsigned char>(*from) < 0x80)
        ++from;
    return from;
}

/// What an encoding of one byte a letter makes of each byte.
class OneByteLetters
{
public:
    explicit OneByteLetters(UConverter &converter)
    {
        for (std::size_t byte = 0; byte < m_letters.size(); ++byte) {
            const char c = static_cast<char>(byte);
            std::array<char16_t, 4> units{};
            UErrorCode status = U_ZERO_ERROR;
            const int32_t count = ucnv_toUChars(
                &converter, units.data(), static_cast<int32_t>(units.size()), &c, 1, &status);
            // The second half of the control characters is what ICU makes of bytes without letter.
            const bool none =
                U_FAILURE(status) || count != 1 || (units[0] >= 0x80 && units[0] < 0xA0);
            m_letters[byte] = QString(QChar(none ? u'\uFFFD' : units[0])).toUtf8();
        }
    }

    QByteArray utf8(QByteArrayView bytes) const
    {
        const char *const end = bytes.data() + bytes.size();
        qsizetype size = bytes.size();
        for (const char *at = skipAscii(bytes.data(), end); at != end; at = skipAscii(at + 1, end))
            size += m_letters[index(*at)].size() - 1;
        QByteArray result(size, Qt::Uninitialized);
        char *to = result.data();
        const char *from = bytes.data();
        while (from != end) {
            const char *const stop = skipAscii(from, end);
            to = std::copy(from, stop, to);
            from = stop;
            if (from != end) {
                const QByteArray &letter = m_letters[index(*from++)];
                to = std::copy(letter.cbegin(), letter.cend(), to);
            }
        }
        return result;
    }

private:
    static std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

    std::array<QByteArray, 256> m_letters;
};

std::optional<QByteArray> convert(UConverter &from, QByteArrayView bytes)
{
    const Converter to = openConverter("UTF-8");
    if (!to)
        return std::nullopt;
    std::array<char16_t, UnitsAtOnce> pivot{};
    std::array<char, UnitsAtOnce> chunk{};
    char16_t *pivotRead = pivot.data();
    char16_t *pivotWrite = pivot.data();
    const char *source = bytes.data();
    const char *const sourceEnd = source + bytes.size();
    QByteArray result;
    result.reserve(bytes.size() + bytes.size() / 2);
    for (bool first = true;; first = false) {
        char *target = chunk.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), &from, &target, chunk.data() + chunk.size(), &source, sourceEnd,
            pivot.data(), &pivotRead, &pivotWrite, pivot.data() + pivot.size(),
            first ? true : false, true, &status);
        result.append(chunk.data(), target - chunk.data());
        if (result.size() > TextTable::maximumBytes())
            return result;
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return U_SUCCESS(status) ? std::optional(result) : std::nullopt;
    }
}

std::optional<QByteArray> decode(const Encoding &encoding, QByteArray bytes)
{
    if (encoding.width == Width::Utf8) {
        if (QByteArrayView(bytes).isValidUtf8())
            return bytes;
        return QString::fromUtf8(bytes).toUtf8();
    }
    const Converter converter = openConverter(encoding.converter);
    if (!converter)
        return std::nullopt;
    if (encoding.width == Width::OneByte)
        return OneByteLetters(*converter).utf8(bytes);
    return convert(*converter, bytes);
}

} // namespace

QStringList textEncodings()
{
    QStringList names;
    for (const Encoding &encoding : Encodings)
        names += QString::fromLatin1(encoding.name);
    return names;
}

QByteArrayView withoutUtf8Mark(QByteArrayView bytes)
{
    return bytes.startsWith(Mark) ? bytes.sliced(Mark.size()) : bytes;
}

Expected<QByteArray> toUtf8(QByteArray bytes, const QString &encoding, const QString &name)
{
    const Encoding *found = findEncoding(encoding);
    if (found == nullptr) {
        return fail(ErrorCode::Usage,
            Text::tr("There is no encoding “%1”. Rollbook knows %2.")
                .arg(encoding, textEncodings().join(QStringLiteral(", "))));
    }
    std::optional<QByteArray> text = decode(*found, std::move(bytes));
    if (!text) {
        return fail(ErrorCode::Internal,
            Text::tr("“%1” could not be read as %2. Choose another encoding.")
                .arg(name, QString::fromLatin1(found->name)));
    }
    if (text->size() > TextTable::maximumBytes()) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” is too large. Split it into several lists.").arg(name));
    }
    if (text->startsWith(Mark))
        text->remove(0, Mark.size());
    return *std::move(text);
}

} // namespace Rollbook
