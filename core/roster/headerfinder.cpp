// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headerfinder.h"

#include "headerwords.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr qsizetype DecidingColumns = 500; // what lies beyond cannot decide
constexpr int RowsBelow = 10;              // to see what a column holds

bool isBlank(const QString &cell)
{
    return cell.trimmed().isEmpty();
}

bool hasDigit(const QString &cell)
{
    return std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isDigit(); });
}

bool isAddress(const QString &cell)
{
    const auto at = cell.indexOf(u'@');
    return at > 0 && cell.indexOf(u'.', at) > at + 1;
}

// A number or a date, without a word.
bool isNumber(const QString &cell)
{
    return hasDigit(cell)
        && std::none_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isLetter(); });
}

// What one knows cell says for the row being a header.
int weight(const HeaderMeaning &meaning)
{
    if (meaning.claims.isEmpty())
        return 1;
    const HeaderClaim &claim = meaning.claims.first();
    if (claim.likeness == HeaderClaim::Likeness::Typo)
        return 1;
    const bool tellsWho = claim.field <= StudentField::Email;
    return claim.rank == 1 && tellsWho ? 3 : 2;
}

struct RowLook {
    QStringList cells;
    int filled = 0;
    int known = 0;   // different words that a header may have
    int weight = 0;  // of these
    int numbers = 0; // cells that are a number or a date
    bool hasAddress = false;
    bool isBrief = true; // no cell of more than two characters: column letters

    explicit RowLook(const QStringList &row)
        : cells(row.first(std::min(row.size(), DecidingColumns)))
    {
        QSet<QString> words;
        for (const QString &cell : std::as_const(cells)) {
            if (isBlank(cell))
                continue;
            ++filled;
            isBrief = isBrief && cell.trimmed().size() <= 2;
            hasAddress = hasAddress || isAddress(cell);
            numbers += isNumber(cell) ? 1 : 0;
            if (isAddress(cell) || isNumber(cell))
                continue;
            const HeaderMeaning meaning = headerMeaning(cell);
            const QString word = meaning.known ? foldedHeader(cell) : QString();
            if (!meaning.known || words.contains(word))
                continue;
            words.insert(word);
            ++known;
            weight += Rollbook::weight(meaning);
        }
    }
};

/// Looks at each row with what is above and below it.
class HeaderSearch
{
public:
    explicit HeaderSearch(const QList<QStringList> &rows)
        : m_looks(rows.cbegin(), rows.cend())
    {
    }

    HeaderPlace best() const;

private:
    std::vector<const RowLook *> below(int row) const;
    int columnsOfValues(int row) const;
    bool isAmongStudents(int row) const;
    int score(int row) const;
    bool isBetter(int row, int score, int earlier, int earlierScore) const;

    const RowLook &look(int row) const { return m_looks[static_cast<std::size_t>(row)]; }
    int size() const { return static_cast<int>(m_looks.size()); }

    std::vector<RowLook> m_looks;
};

// The next rows that are neither blank nor the same header again.
std::vector<const RowLook *> HeaderSearch::below(int row) const
{
    std::vector<const RowLook *> rows;
    for (int next = row + 1; next < size() && rows.size() < RowsBelow; ++next) {
        if (look(next).filled > 0 && !isSameHeader(look(row).cells, look(next).cells))
            rows.push_back(&look(next));
    }
    return rows;
}

// In how many columns the row has a word, and most rows below a number or an address.
int HeaderSearch::columnsOfValues(int row) const
{
    const auto rows = below(row);
    int columns = 0;
    for (qsizetype column = 0; column < look(row).cells.size(); ++column) {
        const QString &word = look(row).cells.at(column);
        if (isBlank(word) || hasDigit(word) || word.contains(u'@'))
            continue;
        int filled = 0;
        int values = 0;
        for (const RowLook *next : rows) {
            const QString cell = next->cells.value(column);
            filled += isBlank(cell) ? 0 : 1;
            values += hasDigit(cell) || isAddress(cell) ? 1 : 0;
        }
        columns += values > 0 && values * 2 > filled ? 1 : 0;
    }
    return columns;
}

// A student whose name is a header's word stands below others, and has more than this word.
bool HeaderSearch::isAmongStudents(int row) const
{
    if (row < 2 || look(row).known == look(row).filled)
        return false;
    return look(row - 1).filled >= look(row).filled && look(row - 2).filled >= look(row).filled;
}

// 0: no header. Four points a weight, so that two doubts can halve it.
int HeaderSearch::score(int row) const
{
    const RowLook &header = look(row);
    if (header.filled == 0 || header.hasAddress || isAmongStudents(row))
        return 0;
    const auto rows = below(row);
    std::vector<int> fills;
    fills.reserve(rows.size());
    for (const RowLook *next : rows)
        fills.push_back(next->filled);
    std::sort(fills.begin(), fills.end());
    const int usual = fills.empty() ? header.filled : fills[fills.size() / 2];
    const bool aboveValues = header.numbers == 0 && !header.isBrief && columnsOfValues(row) > 0;
    if (header.known == 0)
        return aboveValues && header.filled >= usual ? 2 : 0;
    const bool mostlyKnown = header.known * 2 >= header.filled && header.numbers == 0;
    if (header.known == 1 && (usual > 2 * header.filled || !(mostlyKnown || aboveValues)))
        return 0;
    int points = header.weight * 4;
    if (header.known * 2 <= header.filled)
        points /= 2;
    if (usual * 2 > header.filled * 3 || (usual == 1 && header.filled > 1))
        points /= 2;
    return points;
}

bool HeaderSearch::isBetter(int row, int score, int earlier, int earlierScore) const
{
    int students = 0;
    for (int between = earlier + 1; between < row; ++between)
        students += look(between).filled * 2 >= look(earlier).filled && look(between).filled > 0;
    // The header of the next class, further down in the same list.
    if (students >= 3)
        return false;
    const bool secondLine = row == earlier + 1 && look(row).filled >= look(earlier).filled
        && !isSameHeader(look(earlier).cells, look(row).cells);
    return score > earlierScore || (secondLine && score == earlierScore);
}

HeaderPlace HeaderSearch::best() const
{
    HeaderPlace place;
    int best = 0;
    for (int row = 0; row < size(); ++row) {
        const int points = score(row);
        if (points > 0 && (!place.found || isBetter(row, points, place.row, best))) {
            place = {row, true};
            best = points;
        }
    }
    return place;
}

// Without looking at the whole cell; true where it cannot be told.
bool mayBeginAlike(const QString &word, const QString &cell)
{
    const QStringView a = QStringView(word).trimmed();
    const QStringView b = QStringView(cell).trimmed();
    const auto isPlain = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    return a.isEmpty() || b.isEmpty() || !isPlain(a.front()) || !isPlain(b.front())
        || a.front().toLower() == b.front().toLower();
}

qsizetype filledSize(const QStringList &row)
{
    const auto last = std::find_if(
        row.crbegin(), row.crend(), [](const QString &cell) { return !isBlank(cell); });
    return row.crend() - last;
}

} // namespace

HeaderPlace findHeader(const QList<QStringList> &firstRows)
{
    return HeaderSearch(firstRows).best();
}

bool isSameHeader(const QStringList &header, const QStringList &row)
{
    const qsizetype size = filledSize(header);
    if (size == 0 || size != filledSize(row))
        return false;
    return std::equal(header.cbegin(), header.cbegin() + size, row.cbegin(),
        [](const QString &word, const QString &cell) {
            return word == cell
                || (mayBeginAlike(word, cell) && foldedHeader(word) == foldedHeader(cell));
        });
}

} // namespace Rollbook
