// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltablereader.h"

#include "htmltablewalk.h"
#include "rostertext.h"
#include "textencoding.h"

#include <algorithm>
#include <cctype>
#include <cstring>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits>
#include <memory>

namespace Rollbook
{

namespace
{

/// Adds up what the attributes of a page cost: the parser compares each one of a tag with all
/// before it, so a tag of a megabyte would take a minute.
class AttributeCost
{
public:
    bool isTooMuch() const { return m_cost > MostComparisons; }
    /// Of the tag that begins there; returns where it ends.
    const char *addTag(const char *at, const char *end)
    {
        qint64 words = 0;
        bool inWord = false;
        char before = 0; // the last that is no blank
        for (; at != end && *at != '>' && words < MostComparisons; ++at) {
            if ((*at == '"' || *at == '\'') && before == '=') {
                at = std::find(at + 1, end, *at);
                if (at == end)
                    break;
            }
            const bool isName = !isBlank(*at) && !std::strchr("=/\"'<", *at);
            words += isName && !inWord ? 1 : 0;
            inWord = isName;
            if (!isBlank(*at))
                before = *at;
        }
        if (words > OrdinaryWords)
            m_cost += words < MostComparisons ? words * words : MostComparisons + 1;
        return at;
    }

private:
    static constexpr qint64 OrdinaryWords = 100;
    static constexpr qint64 MostComparisons = 250'000'000;
    static bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    qint64 m_cost = 0;
};

bool hasTooManyAttributes(QByteArrayView html)
{
    AttributeCost cost;
    const char *const end = html.end();
    for (const char *at = html.begin(); at != end && !cost.isTooMuch();) {
        at = std::find(at, end, '<');
        if (at != end && ++at != end && std::isalpha(static_cast<unsigned char>(*at)))
            at = cost.addTag(at, end);
    }
    return cost.isTooMuch();
}

QByteArrayView bytesOf(const xmlChar *text)
{
    return QByteArrayView(reinterpret_cast<const char *>(text));
}

/// What libxml2 calls, and what ends it.
struct Listener {
    HtmlTableWalk &walk;
    htmlParserCtxtPtr parser;
    bool isStopped = false;

    static Listener &of(void *self) { return *static_cast<Listener *>(self); }
    void stopUnless(bool more)
    {
        if (more || isStopped)
            return;
        isStopped = true;
        xmlStopParser(parser);
    }

    static void startElement(void *self, const xmlChar *name, const xmlChar **attributes)
    {
        Listener &listener = of(self);
        if (listener.isStopped)
            return;
        qint32 columnSpan = 1;
        qint32 rowSpan = 1;
        for (; attributes && attributes[0]; attributes += 2) {
            if (!attributes[1])
                continue;
            if (bytesOf(attributes[0]) == "colspan")
                columnSpan = bytesOf(attributes[1]).toByteArray().toInt();
            else if (bytesOf(attributes[0]) == "rowspan")
                rowSpan = bytesOf(attributes[1]).toByteArray().toInt();
        }
        listener.stopUnless(listener.walk.begin(bytesOf(name), columnSpan, rowSpan));
    }
    static void endElement(void *self, const xmlChar *name)
    {
        Listener &listener = of(self);
        if (!listener.isStopped)
            listener.stopUnless(listener.walk.end(bytesOf(name)));
    }
    static void characters(void *self, const xmlChar *text, int size)
    {
        Listener &listener = of(self);
        if (!listener.isStopped) {
            listener.stopUnless(
                listener.walk.text(QByteArrayView(reinterpret_cast<const char *>(text), size)));
        }
    }
    // Otherwise scripts and styles would come as characters.
    static void cdata(void * /*self*/, const xmlChar * /*text*/, int /*size*/) {}
};

bool parse(const QByteArray &utf8, HtmlTableWalk &walk)
{
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
        htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (!parser)
        return false;
    Listener listener{walk, parser.get()};
    htmlSAXHandler handler{};
    handler.startElement = &Listener::startElement;
    handler.endElement = &Listener::endElement;
    handler.characters = &Listener::characters;
    handler.ignorableWhitespace = &Listener::characters;
    handler.cdataBlock = &Listener::cdata;
    *parser->sax = handler;
    parser->userData = &listener;
    // Without a tree there is no document to free. What a <meta> says of the encoding was true of
    // the file, not of this text.
    htmlCtxtReadMemory(parser.get(), utf8.constData(), static_cast<int>(utf8.size()), nullptr,
        "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
    return true;
}

Error explained(HtmlTableWalk::Trouble trouble, const QString &name)
{
    const auto sentence = [&]() -> QString {
        switch (trouble) {
        case HtmlTableWalk::Trouble::TooDeep:
            return Text::tr(
                "“%1” is too deeply nested to be a class list. Copy the table alone, or "
                "save the list as CSV (UTF-8).");
        case HtmlTableWalk::Trouble::TooManyColumns:
            return Text::tr(
                "The table in “%1” has more than 2000 columns, so it does not seem to be a class "
                "list.");
        case HtmlTableWalk::Trouble::TooManyRows:
            return Text::tr(
                "The table in “%1” has more than a million rows. Split it into several lists.");
        case HtmlTableWalk::Trouble::TooManyCells:
            return Text::tr("The table in “%1” has too many merged cells. Save the list as CSV "
                            "(UTF-8), then drop that file.");
        case HtmlTableWalk::Trouble::CellTooLong:
            return Text::tr("In the table in “%1” there are millions of letters in one row, so "
                            "this does not seem to be a class list.");
        }
        return {};
    };
    return {ErrorCode::NotARoster, sentence().arg(name)};
}

} // namespace

bool looksLikeHtmlTable(QByteArrayView bytes)
{
    bytes = withoutUtf8Mark(bytes);
    if (!bytes.trimmed().startsWith('<'))
        return false;
    static constexpr QByteArrayView tag("<table");
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    const auto *found = std::search(bytes.begin(), bytes.end(), tag.begin(), tag.end(), same);
    if (found == bytes.end() || found + tag.size() == bytes.end())
        return false;
    const char after = *(found + tag.size());
    return after == '>' || after == ' ' || after == '\t' || after == '\r' || after == '\n';
}

Expected<void> readHtmlTable(QByteArray utf8, const QString &name, RowSink &sink)
{
    // The parser takes it for the end.
    if (utf8.contains('\0'))
        utf8.replace('\0', ' ');
    if (utf8.size() > std::numeric_limits<int>::max()) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” is larger than 2 GB. Split it into several lists.").arg(name));
    }
    if (hasTooManyAttributes(utf8)) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” is a web page that is broken, or made to do harm. Copy the table alone, "
                     "or save the list as CSV (UTF-8).")
                .arg(name));
    }
    HtmlTableWalk survey;
    if (!parse(utf8, survey))
        return fail(ErrorCode::Internal, Text::tr("Not enough memory to read “%1”.").arg(name));
    if (const auto trouble = survey.trouble())
        return tl::unexpected(explained(*trouble, name));
    if (survey.largestTable() < 0) {
        return fail(ErrorCode::NotARoster,
            Text::tr("“%1” has no table with text in it. Copy the table again, with its header.")
                .arg(name));
    }
    HtmlTableWalk rows(survey.largestTable(), sink);
    parse(utf8, rows);
    return {};
}

} // namespace Rollbook
