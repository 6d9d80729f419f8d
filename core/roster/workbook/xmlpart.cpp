// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbook/xmlpart.h"

#include "workbook/workbooklimits.h"

#include <cstring>
#include <expat.h>
#include <memory>
#include <type_traits>

namespace Rollbook
{

namespace
{

// A tag or comment that is not at its end by then makes the parser start over and over again.
constexpr qint64 LongestToken = 4 << 20;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// What expat's callbacks are given.
struct Parse {
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser;
    XmlHandler &handler;
    bool definesEntities = false;

    void stopIfAsked() const
    {
        if (handler.isStopped())
            XML_StopParser(parser.get(), XML_FALSE);
    }
};

void XMLCALL startElement(void *parse, const XML_Char *name, const XML_Char **attributes)
{
    auto *self = static_cast<Parse *>(parse);
    self->handler.startElement(XmlAttributes::localName(name), XmlAttributes(attributes));
    self->stopIfAsked();
}

void XMLCALL endElement(void *parse, const XML_Char *name)
{
    auto *self = static_cast<Parse *>(parse);
    self->handler.endElement(XmlAttributes::localName(name));
    self->stopIfAsked();
}

void XMLCALL text(void *parse, const XML_Char *utf8, int size)
{
    auto *self = static_cast<Parse *>(parse);
    self->handler.text({utf8, size});
    self->stopIfAsked();
}

// A document type alone is harmless (old OpenOffice names one), what it defines need not be.
void XMLCALL startDocumentType(void *parse, const XML_Char * /*name*/,
    const XML_Char * /*systemId*/, const XML_Char * /*publicId*/, int hasDefinitions)
{
    auto *self = static_cast<Parse *>(parse);
    if (hasDefinitions == 0)
        return;
    self->definesEntities = true;
    XML_StopParser(self->parser.get(), XML_FALSE);
}

} // namespace

QByteArrayView XmlAttributes::localName(const char *name)
{
    const char *const colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

QByteArrayView XmlAttributes::value(QByteArrayView name) const
{
    for (const char *const *each = m_namesAndValues; *each; each += 2) {
        if (localName(each[0]) == name)
            return each[1];
    }
    return {};
}

Expected<void> readXmlPart(ZipPackage &package, const QString &part, XmlHandler &handler)
{
    Parse parse{{XML_ParserCreate(nullptr), {}}, handler};
    XML_Parser parser = parse.parser.get();
    if (!parser)
        return fail(ErrorCode::Internal, WorkbookErrors::cannotBeKept(package.name()).sentence);
    XML_SetUserData(parser, &parse);
    XML_SetElementHandler(parser, &startElement, &endElement);
    XML_SetCharacterDataHandler(parser, &text);
    XML_SetStartDoctypeDeclHandler(parser, &startDocumentType);

    bool wellFormed = true;
    qint64 fed = 0;
    const auto room = [parser](
                          int most) { return static_cast<char *>(XML_GetBuffer(parser, most)); };
    const auto take = [&](int size, bool last) {
        wellFormed = XML_ParseBuffer(parser, size, last ? 1 : 0) == XML_STATUS_OK;
        fed += size;
        if (wellFormed && fed - XML_GetCurrentByteIndex(parser) > LongestToken)
            wellFormed = false;
        return wellFormed;
    };
    Expected<void> read = package.read(part, room, take);
    if (handler.error())
        return tl::unexpected(*handler.error());
    if (parse.definesEntities)
        return tl::unexpected(WorkbookErrors::definesEntities(package.name()));
    if (!read)
        return read;
    if (!wellFormed && !handler.isStopped())
        return tl::unexpected(WorkbookErrors::damaged(package.name()));
    return {};
}

} // namespace Rollbook
