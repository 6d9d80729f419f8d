// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfinformation.h"

#include <QRegularExpression>
#include <QXmlStreamWriter>

namespace Rollbook
{

namespace
{

const QString Rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString DublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString Xmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString Pdf = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
const QString PdfaId = QStringLiteral("http://www.aiim.org/pdfa/ns/id/");

QString creator()
{
    return QStringLiteral("Rollbook");
}

QString producer()
{
    return QStringLiteral("Qt %1").arg(QLatin1StringView(qVersion()));
}

// XML has no way to write the others.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    return text;
}

/// A property that is a list (rdf:Seq) or has languages (rdf:Alt) of one text.
void writeListed(
    QXmlStreamWriter &xml, const QString &name, const QString &kind, const QString &text)
{
    xml.writeStartElement(DublinCore, name);
    xml.writeStartElement(Rdf, kind);
    xml.writeStartElement(Rdf, QStringLiteral("li"));
    if (kind == QStringLiteral("Alt"))
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(printable(text));
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
}

// A text string (ISO 32000-1, 7.9.2.2) in hexadecimal, so that nothing in it can end it.
QByteArray pdfText(const QString &text)
{
    QByteArray hexadecimal("<FEFF");
    const QString shown = printable(text);
    for (const QChar c : shown)
        hexadecimal += QByteArray::number(c.unicode() | 0x10000, 16).toUpper().right(4);
    return hexadecimal + '>';
}

QByteArray dictionaryOf(const PdfInformation &information)
{
    return "<<\n/Title " + pdfText(information.title) + "\n/Author " + pdfText(information.author)
        + "\n/Subject " + pdfText(information.subject) + "\n/Creator " + pdfText(creator())
        + "\n/Producer " + pdfText(producer()) + "\n/CreationDate (D:"
        + information.createdAt.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)\n>>\n";
}

// The one that there is, with the language. Empty where there is none: a document of which nobody
// knows the language is better than none.
QByteArray catalogueOf(
    const PdfInformation &information, const QByteArray &number, const QByteArray &head)
{
    const QByteArray start = '\n' + number + " 0 obj\n<<\n";
    const qsizetype at = head.indexOf(start);
    const qsizetype end = head.indexOf("endobj", at);
    if (at < 0 || end < 0)
        return {};
    const qsizetype from = at + start.size();
    return "<<\n/Lang (" + information.language.toLatin1() + ")\n" + head.mid(from, end - from);
}

/// Objects to put behind a file, and where they are then.
class PdfObjects
{
public:
    explicit PdfObjects(qint64 size)
        : m_size(size)
    {
    }

    /// To be called in the order of the numbers.
    void add(const QByteArray &number, const QByteArray &dictionary)
    {
        constexpr int OffsetDigits = 10;
        m_bytes += '\n';
        m_places += number + " 1\n"
            + QByteArray::number(m_size + m_bytes.size()).rightJustified(OffsetDigits, '0')
            + " 00000 n \n";
        m_bytes += number + " 0 obj\n" + dictionary + "endobj\n";
    }
    QByteArray bytes() const { return m_bytes; }
    /// As a cross-reference table has them.
    QByteArray places() const { return m_places; }

private:
    qint64 m_size;
    QByteArray m_bytes;
    QByteArray m_places;
};

} // namespace

QByteArray xmpOf(const PdfInformation &information)
{
    const QString time = information.createdAt.toString(Qt::ISODate);
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    xml.writeNamespace(Rdf, QStringLiteral("rdf"));
    xml.writeStartElement(Rdf, QStringLiteral("RDF"));
    xml.writeNamespace(DublinCore, QStringLiteral("dc"));
    xml.writeNamespace(Xmp, QStringLiteral("xmp"));
    xml.writeNamespace(Pdf, QStringLiteral("pdf"));
    xml.writeNamespace(PdfaId, QStringLiteral("pdfaid"));
    xml.writeStartElement(Rdf, QStringLiteral("Description"));
    xml.writeAttribute(Rdf, QStringLiteral("about"), QString());
    writeListed(xml, QStringLiteral("title"), QStringLiteral("Alt"), information.title);
    writeListed(xml, QStringLiteral("creator"), QStringLiteral("Seq"), information.author);
    writeListed(xml, QStringLiteral("description"), QStringLiteral("Alt"), information.subject);
    xml.writeTextElement(Xmp, QStringLiteral("CreatorTool"), creator());
    xml.writeTextElement(Xmp, QStringLiteral("CreateDate"), time);
    xml.writeTextElement(Pdf, QStringLiteral("Producer"), producer());
    xml.writeTextElement(PdfaId, QStringLiteral("part"), QStringLiteral("1"));
    xml.writeTextElement(PdfaId, QStringLiteral("conformance"), QStringLiteral("B"));
    xml.writeEndDocument();
    return "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n" + text
        + "\n<?xpacket end='w'?>";
}

QByteArray pdfUpdate(const PdfInformation &information, const PdfEnds &file)
{
    static const QRegularExpression trailer(
        QStringLiteral("trailer\\s*<<(.*)>>\\s*startxref\\s*(\\d+)\\s*%%EOF"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression reference(QStringLiteral("/(Info|Root)\\s+(\\d+) 0 R"));
    const QRegularExpressionMatch match = trailer.match(QString::fromLatin1(file.tail));
    QByteArray info;
    QByteArray root;
    auto references = reference.globalMatch(match.captured(1));
    while (references.hasNext()) {
        const QRegularExpressionMatch one = references.next();
        (one.captured(1) == QStringLiteral("Info") ? info : root) = one.captured(2).toLatin1();
    }
    if (info.isEmpty() || root.isEmpty())
        return {};
    PdfObjects objects(file.size);
    objects.add(info, dictionaryOf(information));
    if (const QByteArray catalogue = catalogueOf(information, root, file.head);
        !catalogue.isEmpty())
        objects.add(root, catalogue);
    return objects.bytes() + "xref\n" + objects.places() + "trailer\n<<"
        + match.captured(1).toLatin1() + "/Prev " + match.captured(2).toLatin1()
        + "\n>>\nstartxref\n" + QByteArray::number(file.size + objects.bytes().size())
        + "\n%%EOF\n";
}

} // namespace Rollbook
