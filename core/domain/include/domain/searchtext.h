// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <initializer_list>

namespace Rollbook
{

/// Text as it is compared when searching: without case and accents, "Muñoz" is "munoz". UTF-8.
QByteArray foldedForSearch(QStringView text);
/// Appends the same of a UTF-8 text; quick where it is ASCII.
void appendFoldedForSearch(QByteArray &folded, QUtf8StringView text);

/// The words that a person typed to find something, folded, in the order in which they were typed.
/// Words are separated by blanks; none is empty.
QList<QByteArray> foldedWords(QStringView typed);

/// Says whether texts have the words that a person typed to find something.
class SearchWords
{
public:
    explicit SearchWords(QStringView typed);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// True when each word occurs in one of the texts; no word is found across two of them.
    bool areIn(std::initializer_list<QStringView> texts) const;
    /// The same of UTF-8; `buffer` is what the texts are folded in, so that one serves many calls.
    bool areIn(std::initializer_list<QUtf8StringView> texts, QByteArray &buffer) const;

private:
    bool areInFolded(QByteArrayView text) const;

    QList<QByteArray> m_words; // folded, the longest first
};

} // namespace Rollbook
