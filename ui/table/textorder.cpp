// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textorder.h"

#include "domain/inthreads.h"
#include "domain/memorypages.h"
#include "peoplesorder.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <numeric>

namespace Rollbook
{

namespace
{

using Texts = std::vector<QByteArrayView>;

// Rows that are looked at to tell whether texts repeat.
constexpr int Sample = 2048;
// Below that, threads cost more than they bring.
constexpr std::size_t TextsForThreads = 20'000;

template <typename BytesOf>
bool repeats(int rows, const BytesOf &bytesOf)
{
    QSet<QByteArrayView> seen;
    const int looked = std::min(rows, Sample);
    for (int i = 0; i < looked; ++i)
        seen.insert(bytesOf(static_cast<int>(qint64{rows} * i / looked)));
    return seen.size() < looked / 2;
}

struct KeyOfText {
    PrimaryKeys::Prefix prefix; // decides nearly always, without a look at the key
    quint32 text;
};

/// Some of the texts with their keys, in order.
struct SortedPart {
    PrimaryKeys keys;
    std::size_t first = 0;
    std::vector<KeyOfText> order;
};

void sortPart(SortedPart &part, const Texts &texts, std::size_t first, std::size_t last,
    const Canceling &canceling)
{
    part.first = first;
    part.order.reserve(last - first);
    for (std::size_t text = first; text < last && !canceling.isCanceled(); ++text) {
        part.keys.append({texts[text].data(), texts[text].size()});
        part.order.push_back({part.keys.prefix(text - first), static_cast<quint32>(text)});
    }
    std::sort(part.order.begin(), part.order.end(),
        [&part](const KeyOfText &one, const KeyOfText &other) {
            return one.prefix != other.prefix
                ? one.prefix < other.prefix
                : part.keys.key(one.text - part.first) < part.keys.key(other.text - part.first);
        });
}

/// All parts in order, with the keys that lie in them.
class MergedParts
{
public:
    MergedParts(std::vector<SortedPart> parts, std::size_t partSize)
        : m_parts(std::move(parts))
        , m_partSize(partSize)
    {
        for (const SortedPart &part : m_parts) {
            const auto middle = static_cast<std::ptrdiff_t>(m_order.size());
            m_order.insert(m_order.end(), part.order.cbegin(), part.order.cend());
            std::inplace_merge(m_order.begin(), m_order.begin() + middle, m_order.end(),
                [this](const KeyOfText &one, const KeyOfText &other) {
                    return one.prefix != other.prefix ? one.prefix < other.prefix
                                                      : keyOf(one) < keyOf(other);
                });
        }
    }

    const std::vector<KeyOfText> &order() const { return m_order; }

    /// Texts with the same key stand together: brings those in order that differ in no more than
    /// accents or case.
    void sortSameKeys(const Texts &texts, const PeoplesOrder &order)
    {
        for (auto first = m_order.begin(); first != m_order.end();) {
            const auto last = std::find_if(std::next(first), m_order.end(),
                [&](const KeyOfText &key) { return !isSameKey(*first, key); });
            if (last - first > 1) {
                std::sort(first, last, [&](const KeyOfText &one, const KeyOfText &other) {
                    return order.compare(textOf(texts, one), textOf(texts, other)) < 0;
                });
            }
            first = last;
        }
    }

    bool isSameText(const Texts &texts, const PeoplesOrder &order, const KeyOfText &one,
        const KeyOfText &other) const
    {
        return isSameKey(one, other)
            && order.compare(textOf(texts, one), textOf(texts, other)) == 0;
    }

private:
    static QUtf8StringView textOf(const Texts &texts, const KeyOfText &key)
    {
        return {texts[key.text].data(), texts[key.text].size()};
    }

    QByteArrayView keyOf(const KeyOfText &key) const
    {
        const SortedPart &part = m_parts[key.text / m_partSize];
        return part.keys.key(key.text - part.first);
    }

    bool isSameKey(const KeyOfText &one, const KeyOfText &other) const
    {
        return one.prefix == other.prefix && keyOf(one) == keyOf(other);
    }

    std::vector<SortedPart> m_parts;
    std::size_t m_partSize;
    std::vector<KeyOfText> m_order;
};

MergedParts sortTexts(const Texts &texts, const Canceling &canceling)
{
    const auto processors = static_cast<std::size_t>(std::max(QThread::idealThreadCount(), 1));
    const std::size_t count = texts.size() < TextsForThreads ? 1 : processors;
    const std::size_t size = std::max<std::size_t>(1, (texts.size() + count - 1) / count);
    std::vector<SortedPart> parts(count);
    inThreads(count, [&](std::size_t part) {
        const std::size_t first = std::min(part * size, texts.size());
        sortPart(parts[part], texts, first, std::min(first + size, texts.size()), canceling);
    });
    return {std::move(parts), size};
}

/// Rows brought together by their place: as many as there are places.
struct PlacedRows {
    std::vector<qint32> rows;
    std::vector<qint32> ends; // behind the last row of each place
};

PlacedRows placeRows(const std::vector<qint32> &places, qint32 count)
{
    PlacedRows placed;
    placed.ends.assign(static_cast<std::size_t>(count) + 1, 0);
    for (const qint32 place : places)
        ++placed.ends[static_cast<std::size_t>(place) + 1];
    std::partial_sum(placed.ends.begin(), placed.ends.end(), placed.ends.begin());
    placed.rows.reserve(places.size());
    preferLargePages(placed.rows.data(), sizeof(qint32) * placed.rows.capacity());
    placed.rows.resize(places.size());
    for (std::size_t row = 0; row < places.size(); ++row) {
        const auto place = static_cast<std::size_t>(places[row]);
        placed.rows[static_cast<std::size_t>(placed.ends[place]++)] = static_cast<qint32>(row);
    }
    placed.ends.pop_back();
    return placed;
}

struct Places {
    std::vector<qint32> ofText;
    qint32 count = 0;
};

// For each of these texts its place among them; equal ones share theirs.
Places placesOf(const Texts &texts, const Canceling &canceling)
{
    MergedParts merged = sortTexts(texts, canceling);
    if (canceling.isCanceled())
        return {};
    const PeoplesOrder peoples;
    merged.sortSameKeys(texts, peoples);
    Places places;
    places.ofText.resize(texts.size());
    const KeyOfText *before = nullptr;
    for (const KeyOfText &key : merged.order()) {
        if (!before || !merged.isSameText(texts, peoples, *before, key))
            ++places.count;
        places.ofText[key.text] = places.count - 1;
        before = &key;
    }
    return places;
}

/// The different texts of a column, and which of them each row has; empty: each its own.
struct DifferentTexts {
    Texts texts;
    std::vector<qint32> ofRow;
};

template <typename BytesOf>
DifferentTexts differentTexts(int rows, const BytesOf &bytesOf, const Canceling &canceling)
{
    DifferentTexts different;
    if (!repeats(rows, bytesOf)) {
        different.texts.reserve(static_cast<std::size_t>(rows));
        for (int row = 0; row < rows && !canceling.isCanceled(); ++row)
            different.texts.push_back(bytesOf(row));
        return different;
    }
    // Comparing each different one once is several times cheaper then.
    QHash<QByteArrayView, qint32> known;
    different.ofRow.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows && !canceling.isCanceled(); ++row) {
        const QByteArrayView bytes = bytesOf(row);
        qint32 &id = known[bytes];
        if (known.size() > static_cast<qsizetype>(different.texts.size())) {
            id = static_cast<qint32>(different.texts.size());
            different.texts.push_back(bytes);
        }
        different.ofRow.push_back(id);
    }
    return different;
}

} // namespace

TextOrder::TextOrder(
    int rows, const std::function<QUtf8StringView(int)> &text, const Canceling &canceling)
    : m_starts(static_cast<std::size_t>(rows))
{
    const auto bytesOf = [&text](int row) {
        const QUtf8StringView utf8 = text(row);
        return QByteArrayView(utf8.data(), utf8.size());
    };
    DifferentTexts different = differentTexts(rows, bytesOf, canceling);
    Places places = placesOf(different.texts, canceling);
    if (canceling.isCanceled())
        return;
    if (different.ofRow.empty())
        different.ofRow = std::move(places.ofText);
    else
        std::transform(different.ofRow.begin(), different.ofRow.end(), different.ofRow.begin(),
            [&places](qint32 id) { return places.ofText[static_cast<std::size_t>(id)]; });
    PlacedRows placed = placeRows(different.ofRow, places.count);
    m_ascending = std::make_shared<const RowOrder>(std::move(placed.rows));
    if (rows > 0)
        m_starts.insert(0);
    for (const qint32 end : placed.ends) {
        if (end < rows)
            m_starts.insert(static_cast<std::size_t>(end));
    }
}

std::shared_ptr<const RowOrder> TextOrder::descending() const
{
    const std::vector<qint32> &ascending = m_ascending->rows();
    std::vector<qint32> rows;
    rows.reserve(ascending.size());
    preferLargePages(rows.data(), sizeof(qint32) * rows.capacity());
    for (std::size_t end = ascending.size(); end > 0;) {
        std::size_t start = end - 1;
        while (!m_starts.contains(start))
            --start;
        rows.insert(rows.end(), ascending.cbegin() + static_cast<std::ptrdiff_t>(start),
            ascending.cbegin() + static_cast<std::ptrdiff_t>(end));
        end = start;
    }
    return std::make_shared<const RowOrder>(std::move(rows));
}

} // namespace Rollbook
