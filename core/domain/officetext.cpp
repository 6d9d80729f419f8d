// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/officetext.h"

#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <cctype>

namespace Rollbook
{

namespace
{

// A carriage return would be read as a line feed.
bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
}

// U+FFFE and U+FFFF.
bool isNoCharacter(QByteArrayView text)
{
    return text.startsWith("\xEF\xBF\xBE") || text.startsWith("\xEF\xBF\xBF");
}

bool looksEscaped(QByteArrayView text)
{
    return text.size() >= 7 && text.startsWith("_x") && text.at(6) == '_'
        && std::all_of(text.begin() + 2, text.begin() + 6,
            [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

QByteArray escape(ushort code)
{
    return "_x" + QByteArray::number(code, 16).toUpper().rightJustified(4, '0') + '_';
}

} // namespace

QByteArray escapedOfficeText(const QByteArray &utf8)
{
    const bool isPlain = std::none_of(utf8.cbegin(), utf8.cend(), isControl) && !utf8.contains("_x")
        && !utf8.contains("\xEF\xBF");
    if (isPlain)
        return utf8;
    QByteArray escaped;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const QByteArrayView rest = QByteArrayView(utf8).sliced(at);
        if (isControl(rest.front())) {
            escaped += escape(static_cast<ushort>(rest.front()));
        } else if (isNoCharacter(rest)) {
            escaped += escape(rest.at(2) == '\xBE' ? 0xFFFE : 0xFFFF);
            at += 2;
        } else if (looksEscaped(rest)) {
            escaped += escape('_');
        } else {
            escaped += rest.front();
        }
    }
    return escaped;
}

void unescapeOfficeText(QByteArray &text, qsizetype from)
{
    constexpr qsizetype escapeSize = 7; // _xHHHH_
    qsizetype at = text.indexOf("_x", from);
    while (at >= 0 && at + escapeSize <= text.size()) {
        bool isHex = false;
        const ushort code = text.sliced(at + 2, 4).toUShort(&isHex, 16);
        if (isHex && text.at(at + escapeSize - 1) == '_' && code != 0) {
            const QByteArray character = QString(QChar(code)).toUtf8();
            text.replace(at, escapeSize, character);
            at += character.size() - 1;
        }
        at = text.indexOf("_x", at + 1);
    }
}

} // namespace Rollbook
