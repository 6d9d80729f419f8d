// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peoplesorder.h"

#include <QLocale>
#include <QtEndian>

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace Rollbook
{

namespace
{

// More than most keys of names take.
constexpr int32_t UsualKey = 64;

CollatorPointer openCollator(UColAttributeValue strength)
{
    // Where no language is chosen, by the letters all the same, not by their codes.
    const QLocale people;
    const QLocale locale = people.language() == QLocale::C ? QLocale(QLocale::English) : people;
    UErrorCode error = U_ZERO_ERROR;
    CollatorPointer collator(ucol_open(locale.name().toLatin1().constData(), &error));
    if (U_FAILURE(error))
        return nullptr;
    ucol_setAttribute(collator.get(), UCOL_STRENGTH, strength, &error);
    ucol_setAttribute(collator.get(), UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
    ucol_setAttribute(collator.get(), UCOL_NORMALIZATION_MODE, UCOL_ON, &error);
    return collator;
}

QByteArrayView bytesOf(QUtf8StringView text)
{
    return {text.data(), text.size()};
}

} // namespace

void CloseCollator::operator()(UCollator *collator) const
{
    ucol_close(collator);
}

PeoplesOrder::PeoplesOrder()
    : m_collator(openCollator(UCOL_TERTIARY))
{
}

int PeoplesOrder::compare(QUtf8StringView one, QUtf8StringView other) const
{
    UErrorCode error = U_ZERO_ERROR;
    if (m_collator) {
        const int order =
            ucol_strcollUTF8(m_collator.get(), one.data(), static_cast<int32_t>(one.size()),
                other.data(), static_cast<int32_t>(other.size()), &error);
        if (U_SUCCESS(error))
            return order;
    }
    return bytesOf(one) < bytesOf(other) ? -1 : bytesOf(other) < bytesOf(one) ? 1 : 0;
}

PrimaryKeys::PrimaryKeys()
    : m_collator(openCollator(UCOL_PRIMARY))
{
}

bool PrimaryKeys::toUtf16(QUtf8StringView text)
{
    m_utf16.resize(static_cast<std::size_t>(text.size()));
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8WithSub(m_utf16.data(), static_cast<int32_t>(m_utf16.size()), &length, text.data(),
        static_cast<int32_t>(text.size()), 0xFFFD, nullptr, &error);
    m_utf16.resize(static_cast<std::size_t>(length));
    return U_SUCCESS(error);
}

void PrimaryKeys::append(QUtf8StringView text)
{
    const std::size_t from = m_bytes.size();
    if (!m_collator || !toUtf16(text)) {
        m_bytes.insert(m_bytes.end(), text.data(), text.data() + text.size());
        m_ends.push_back(m_bytes.size());
        return;
    }
    int32_t room = 0;
    int32_t size = UsualKey;
    while (size > room) {
        room = size;
        m_bytes.resize(from + static_cast<std::size_t>(room));
        size =
            ucol_getSortKey(m_collator.get(), m_utf16.data(), static_cast<int32_t>(m_utf16.size()),
                reinterpret_cast<uint8_t *>(m_bytes.data() + from), room);
    }
    m_bytes.resize(from + static_cast<std::size_t>(size));
    m_ends.push_back(m_bytes.size());
}

QByteArrayView PrimaryKeys::key(std::size_t index) const
{
    const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
    return {m_bytes.data() + from, static_cast<qsizetype>(m_ends[index] - from)};
}

PrimaryKeys::Prefix PrimaryKeys::prefix(std::size_t index) const
{
    const QByteArrayView bytes = key(index);
    std::array<quint64, 2> first{};
    std::memcpy(
        first.data(), bytes.data(), std::min(sizeof first, static_cast<std::size_t>(bytes.size())));
    return {qFromBigEndian(first[0]), qFromBigEndian(first[1])};
}

} // namespace Rollbook
