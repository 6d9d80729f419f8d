// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonreader.h"

#include "jsonentries.h"
#include "rostertext.h"
#include "textencoding.h"

#include <QStringList>

#include <unordered_map>

namespace Rollbook
{

namespace
{

constexpr std::size_t MostLists = 100;

/// The keys of a list's entries, in the order in which they first appear.
class Columns
{
public:
    std::size_t size() const { return m_keys.size(); }
    const std::vector<std::string> &keys() const { return m_keys; }

    // Entries mostly have their keys in the same order, so the next one is tried first.
    std::size_t find(const std::string &key)
    {
        if (m_next < m_keys.size() && m_keys[m_next] == key)
            return m_next++;
        const auto [found, isNew] = m_numbers.try_emplace(key, m_keys.size());
        if (isNew)
            m_keys.push_back(key);
        m_next = found->second + 1;
        return found->second;
    }

private:
    std::vector<std::string> m_keys;
    std::unordered_map<std::string, std::size_t> m_numbers;
    std::size_t m_next = 0;
};

/// Finds the lists and their keys.
class Survey final : public JsonEntries
{
public:
    struct List {
        std::string name;
        qint64 entries = 0;
        qint64 firstOdd = -1; // the entry that is not an object
        Columns columns;
    };
    std::vector<List> lists;
    bool isTooWide = false;

protected:
    bool beginList(const std::string &name) override
    {
        lists.push_back({name, 0, -1, {}});
        return lists.size() <= MostLists;
    }
    bool beginEntry() override
    {
        ++lists.back().entries;
        return true;
    }
    bool addValue(const std::string &path, const std::string & /*text*/, bool /*more*/) override
    {
        lists.back().columns.find(path);
        isTooWide = lists.back().columns.size() > MostColumns;
        return !isTooWide;
    }
    bool endEntry() override { return true; }
    bool addOddEntry() override
    {
        if (lists.back().firstOdd < 0)
            lists.back().firstOdd = lists.back().entries + 1;
        return true;
    }
};

/// Pushes the entries of one list.
class Rows final : public JsonEntries
{
public:
    Rows(std::size_t list, Columns &columns, RowSink &sink)
        : m_wanted(list)
        , m_columns(columns)
        , m_sink(sink)
        , m_cells(columns.size())
        , m_views(columns.size())
    {
    }

protected:
    bool beginList(const std::string & /*name*/) override
    {
        m_isWanted = m_lists++ == m_wanted;
        return true;
    }
    bool beginEntry() override
    {
        if (m_isWanted) {
            for (std::string &cell : m_cells)
                cell.clear();
        }
        return true;
    }
    bool addValue(const std::string &path, const std::string &text, bool more) override
    {
        if (!m_isWanted)
            return true;
        std::string &cell = m_cells[m_columns.find(path)];
        if (more)
            cell.append("; ").append(text);
        else
            cell = text;
        return true;
    }
    bool endEntry() override
    {
        if (!m_isWanted)
            return true;
        for (std::size_t column = 0; column < m_cells.size(); ++column)
            m_views[column] = QByteArrayView(m_cells[column]);
        return m_sink.addRow(m_views);
    }
    bool addOddEntry() override { return true; }

private:
    std::size_t m_wanted;
    std::size_t m_lists = 0;
    bool m_isWanted = false;
    Columns &m_columns;
    RowSink &m_sink;
    std::vector<std::string> m_cells;
    std::vector<QByteArrayView> m_views;
};

// The parser keeps a text or number twice until it ends, so one as long as the file would take many
// times its size.
bool hasEndlessValue(QByteArrayView bytes)
{
    constexpr qsizetype longest = 4 << 20; // in bytes; cells of a class list have some hundred
    const auto parts = [](char c) {
        return c == '"' || c == ',' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t'
            || c == '{' || c == '}' || c == '[' || c == ']';
    };
    bool inText = false;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (at - begin > longest)
            return true;
        if (inText && c == '\\') {
            ++at;
        } else if (inText ? c == '"' : parts(c)) {
            begin = at;
            inText = inText != (c == '"');
        }
    }
    return false;
}

Error broken(QByteArrayView bytes, std::size_t position, const QString &name)
{
    const QByteArrayView before =
        bytes.first(qBound(qsizetype{0}, static_cast<qsizetype>(position) - 1, bytes.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return {ErrorCode::NotARoster,
        Text::tr("“%1” is a JSON file that is broken in line %2, or was cut off there. Ask for the "
                 "export again.")
            .arg(name, QString::number(line))};
}

/// Which of the lists holds the students.
Expected<std::size_t> chooseList(const std::vector<Survey::List> &lists, const QString &name)
{
    std::optional<std::size_t> chosen;
    QStringList names;
    for (std::size_t number = 0; number < lists.size(); ++number) {
        if (lists[number].entries == 0)
            continue;
        const QString list = QString::fromStdString(lists[number].name);
        if (list.compare(u"students", Qt::CaseInsensitive) == 0)
            return number;
        names += list;
        chosen = number;
    }
    if (!chosen) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” is a JSON file without a list of students. Rollbook needs a list in "
                     "which each student has named fields.")
                .arg(name));
    }
    if (names.size() > 1) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” has several lists (%2), and none is called “students”. Keep the one "
                     "that holds the students.")
                .arg(name, names.mid(0, 10).join(QStringLiteral(", "))));
    }
    return *chosen;
}

std::optional<Error> whyNoList(const Survey &survey, QByteArrayView bytes, const QString &name)
{
    if (survey.isTooWide) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” has more than %2 columns, so it does not seem to be a class list.")
                .arg(name, QString::number(MostColumns))};
    }
    if (survey.lists.size() > MostLists) {
        return Error{ErrorCode::NotARoster,
            Text::tr("“%1” has more than %2 lists, so it does not seem to be a class list.")
                .arg(name, QString::number(MostLists))};
    }
    if (const auto position = survey.brokenAt())
        return broken(bytes, *position, name);
    return std::nullopt;
}

template <typename Handler>
void walk(QByteArrayView bytes, Handler &handler)
{
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &handler);
}

} // namespace

bool looksLikeJson(QByteArrayView bytes)
{
    bytes = withoutUtf8Mark(bytes);
    const auto next = [&bytes] {
        const auto *found = std::find_if(bytes.begin(), bytes.end(),
            [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
        if (found == bytes.end())
            return '\0';
        bytes = bytes.sliced(found - bytes.begin() + 1);
        return *found;
    };
    const char first = next();
    const char second = next();
    return (first == '[' && (second == '{' || second == ']'))
        || (first == '{' && (second == '"' || second == '}'));
}

Expected<void> readJson(const QByteArray &bytes, const QString &name, RowSink &sink)
{
    if (hasEndlessValue(bytes)) {
        return fail(ErrorCode::NotARoster,
            Text::tr("In “%1” there are millions of letters in one value, so this does not seem to "
                     "be a class list.")
                .arg(name));
    }
    try {
        Survey survey;
        walk(bytes, survey);
        if (const auto reason = whyNoList(survey, bytes, name))
            return tl::unexpected(*reason);
        const Expected<std::size_t> chosen = chooseList(survey.lists, name);
        if (!chosen)
            return tl::unexpected(chosen.error());
        Survey::List &list = survey.lists[*chosen];
        if (list.firstOdd >= 0) {
            return fail(ErrorCode::NotARoster,
                Text::tr("In “%1”, entry %2 of the list is not a student with named fields. Ask "
                         "for the export again.")
                    .arg(name, QString::number(list.firstOdd)));
        }
        std::vector<QByteArrayView> header(list.columns.keys().begin(), list.columns.keys().end());
        if (!sink.addRow(header))
            return {};
        Rows rows(*chosen, list.columns, sink);
        walk(bytes, rows);
        return {};
    } catch (const std::exception &) {
        return fail(ErrorCode::Internal, Text::tr("Not enough memory to read “%1”.").arg(name));
    }
}

} // namespace Rollbook
