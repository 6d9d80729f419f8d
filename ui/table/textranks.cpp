// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textranks.h"

#include <QByteArrayView>
#include <QCollator>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

QCollator peoplesCollator()
{
    // Where no language is chosen, by the letters all the same, not by their codes.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    return collator;
}

// For each of these different texts its place among them.
std::vector<qint32> placesOf(const std::vector<QByteArrayView> &texts, const Canceling &canceling)
{
    const QCollator collator = peoplesCollator();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(texts.size());
    for (const QByteArrayView text : texts) {
        if (canceling.isCanceled())
            return {};
        keys.push_back(collator.sortKey(QString::fromUtf8(text)));
    }
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
        [&keys](std::size_t one, std::size_t other) { return keys[one] < keys[other]; });
    std::vector<qint32> places(texts.size());
    qint32 place = 0;
    for (const std::size_t text : order)
        places[text] = place++;
    return places;
}

} // namespace

TextRanks::TextRanks(
    int rows, const std::function<QUtf8StringView(int)> &text, const Canceling &canceling)
{
    // Names repeat: comparing each different one once is several times cheaper.
    QHash<QByteArrayView, qint32> known;
    std::vector<QByteArrayView> texts;
    m_ranks.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows && !canceling.isCanceled(); ++row) {
        const QUtf8StringView utf8 = text(row);
        const QByteArrayView bytes(utf8.data(), utf8.size());
        qint32 &id = known[bytes];
        if (known.size() > static_cast<qsizetype>(texts.size())) {
            id = static_cast<qint32>(texts.size());
            texts.push_back(bytes);
        }
        m_ranks.push_back(id);
    }
    const std::vector<qint32> places = placesOf(texts, canceling);
    if (canceling.isCanceled())
        return;
    for (qint32 &rank : m_ranks)
        rank = places[static_cast<std::size_t>(rank)];
    m_rankCount = static_cast<qint32>(texts.size());
}

} // namespace Rollbook
