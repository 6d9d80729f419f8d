// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbookfiles.h"

#include "madezip.h"

#include <QFile>
#include <QtEndian>

using namespace Rollbook;

namespace WorkbookFiles
{

namespace
{

class Rows : public RowSink
{
public:
    QList<QStringList> rows;

    bool addRow(std::span<const QByteArrayView> cells) override
    {
        QStringList row;
        for (const QByteArrayView cell : cells)
            row += QString::fromUtf8(cell);
        rows += row;
        return true;
    }
};

class NoRows : public RowSink
{
public:
    bool addRow(std::span<const QByteArrayView> /*cells*/) override { return true; }
};

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray file(const QString &name)
{
    QFile file(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/workbooks/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

Reading read(const QByteArray &bytes, const QString &sheet)
{
    Rows sink;
    auto content = readWorkbook(bytes, QStringLiteral("class.xlsx"), sheet, sink);
    return {std::move(content), sink.rows};
}

Expected<WorkbookContent> readWithoutRows(const QByteArray &bytes)
{
    NoRows sink;
    return readWorkbook(bytes, QStringLiteral("class.xlsx"), {}, sink);
}

QByteArray zip(const Parts &parts)
{
    return zipArchive(parts);
}

QByteArray xlsx(const QByteArray &rows, const QByteArray &styles, const QByteArray &texts)
{
    const QByteArray type("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
    Parts parts{
        {QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("_rels/.rels"),
            "<Relationships><Relationship Id='r1' Type='" + type
                + "officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {QStringLiteral("xl/workbook.xml"),
            "<workbook xmlns:r='r'><sheets><sheet name='Class' r:id='r1'/></sheets></workbook>"},
        {QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<Relationships><Relationship Id='r1' Type='" + type
                + "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" + type
                + "styles' Target='/xl/styles.xml'/><Relationship Id='r3' Type='" + type
                + "sharedStrings' Target='sharedStrings.xml'/></Relationships>"},
        {QStringLiteral("xl/worksheets/sheet1.xml"),
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
    if (!styles.isEmpty())
        parts += {QStringLiteral("xl/styles.xml"), "<styleSheet>" + styles + "</styleSheet>"};
    if (!texts.isEmpty())
        parts += {QStringLiteral("xl/sharedStrings.xml"), "<sst>" + texts + "</sst>"};
    return zip(parts);
}

QByteArray ods(const QByteArray &tables, const QByteArray &styles)
{
    return zip({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
        {QStringLiteral("content.xml"),
            "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' "
            "xmlns:style='s' xmlns:draw='d'><office:automatic-styles>"
                + styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                + "</office:spreadsheet></office:body></office:document-content>"}});
}

// [MS-CFB] 2: a header, the stream, a directory sector and the table of sectors.
QByteArray compoundFile(const QString &stream, QByteArray bytes)
{
    constexpr qsizetype sectorSize = 512;
    bytes.append(qMax(qsizetype(4096), bytes.size()) - bytes.size(), '\0');
    const auto size = static_cast<quint32>(bytes.size());
    bytes.append((sectorSize - bytes.size() % sectorSize) % sectorSize, '\0');
    const auto sectors = static_cast<quint32>(bytes.size() / sectorSize);

    QByteArray header = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(16, '\0')
        + QByteArray::fromHex("3e000300feff09000600") + QByteArray(10, '\0') + littleEndian(1)
        + littleEndian(sectors) + littleEndian(0) + littleEndian(4096) + littleEndian(0xFFFFFFFE)
        + littleEndian(0) + littleEndian(0xFFFFFFFE) + littleEndian(0) + littleEndian(sectors + 1);
    header.append(sectorSize - header.size(), '\xFF');

    const auto entry = [](const QString &name, char kind, quint32 start, quint32 length) {
        QByteArray words(64, '\0');
        qToLittleEndian<char16_t>(name.utf16(), name.size(), words.data());
        const auto nameSize = static_cast<char>((name.size() + 1) * 2);
        return words + nameSize + '\0' + kind + QByteArray(49, '\0') + littleEndian(start)
            + littleEndian(length) + littleEndian(0);
    };
    QByteArray directory =
        entry(QStringLiteral("Root Entry"), 5, 0xFFFFFFFE, 0) + entry(stream, 2, 0, size);
    directory.append(sectorSize - directory.size(), '\0');

    QByteArray table;
    for (quint32 sector = 1; sector < sectors; ++sector)
        table += littleEndian(sector);
    table += littleEndian(0xFFFFFFFE) + littleEndian(0xFFFFFFFE) + littleEndian(0xFFFFFFFD);
    table.append(sectorSize - table.size(), '\xFF');
    return header + bytes + directory + table;
}

QByteArray record(quint16 type, const QByteArray &data)
{
    return littleEndian(type | static_cast<quint32>(data.size()) << 16) + data;
}

} // namespace WorkbookFiles
