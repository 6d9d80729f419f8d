// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/roster.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Rollbook;

namespace
{

const QString Ending = QStringLiteral(".expected");

/// The columns of an expected table, in its order.
constexpr std::array Fields{StudentField::StudentId, StudentField::GivenName,
    StudentField::FamilyName, StudentField::Email, StudentField::BirthDate,
    StudentField::GradeLevel, StudentField::Course};

/// What has to be read from a file; tests/data/make-rosters.py says how it is written.
struct ExpectedRoster {
    QMap<QString, QString> facts;
    QList<QStringList> rows;
};

QDir folderOfRosters()
{
    return QDir(QStringLiteral(ROLLBOOK_TEST_DATA "/rosters/real"));
}

QStringList namesOfRosters()
{
    QStringList names =
        folderOfRosters().entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeIf([](const QString &name) { return name.endsWith(Ending); });
    return names;
}

QString unescaped(const QString &cell)
{
    QString text;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        if (cell.at(i) != u'\\' || i + 1 == cell.size()) {
            text += cell.at(i);
            continue;
        }
        ++i;
        text += cell.at(i) == u't' ? u'\t' : cell.at(i) == u'n' ? u'\n' : cell.at(i);
    }
    return text;
}

ExpectedRoster expectedOf(const QString &name)
{
    QFile file(folderOfRosters().filePath(name + Ending));
    ExpectedRoster expected;
    if (!file.open(QIODevice::ReadOnly))
        return expected;
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    lines.removeLast(); // after the last line break
    for (const QString &fact : lines.takeFirst().split(u'\t'))
        expected.facts.insert(fact.section(u'=', 0, 0), unescaped(fact.section(u'=', 1)));
    for (const QString &line : std::as_const(lines)) {
        QStringList cells = line.split(u'\t');
        std::transform(cells.begin(), cells.end(), cells.begin(), unescaped);
        expected.rows += cells;
    }
    return expected;
}

QList<QStringList> rowsOf(const Roster &roster)
{
    QList<QStringList> rows;
    for (qint32 row = 0; row < roster.size(); ++row) {
        QStringList cells;
        for (const StudentField field : Fields)
            cells += roster.students.text(row, field);
        rows += cells;
    }
    return rows;
}

QString formatWord(RosterSource::Kind kind)
{
    switch (kind) {
    case RosterSource::Kind::Text:
        return QStringLiteral("Text");
    case RosterSource::Kind::Workbook:
        return QStringLiteral("Workbook");
    case RosterSource::Kind::Json:
        return QStringLiteral("Json");
    case RosterSource::Kind::WebTable:
        return QStringLiteral("WebTable");
    case RosterSource::Kind::Bundle:
        return QStringLiteral("Bundle");
    }
    return {};
}

QString delimiterWord(char delimiter)
{
    switch (delimiter) {
    case ',':
        return QStringLiteral("comma");
    case ';':
        return QStringLiteral("semicolon");
    case '\t':
        return QStringLiteral("tab");
    case '|':
        return QStringLiteral("bar");
    default:
        return {};
    }
}

// "UTF-16LE", "UTF-16 LE" and "utf_16le" are one encoding.
QString plainEncoding(const QString &encoding)
{
    QString plain = encoding.toCaseFolded();
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return plain;
}

qsizetype errorCount(const Roster &roster)
{
    return std::count_if(roster.problems.cbegin(), roster.problems.cend(),
        [](const RosterProblem &p) { return p.severity == RosterProblem::Severity::Error; });
}

QMap<QString, QString> factsOf(const Roster &roster)
{
    const RosterSource &source = roster.source;
    return {{QStringLiteral("format"), formatWord(source.kind)},
        {QStringLiteral("encoding"), plainEncoding(source.encoding)},
        {QStringLiteral("delimiter"), delimiterWord(source.delimiter)},
        {QStringLiteral("sheet"), source.sheet},
        {QStringLiteral("rows"), QString::number(roster.size())},
        {QStringLiteral("rowsAbove"), QString::number(source.rowsAbove)},
        {QStringLiteral("problems"), QString::number(errorCount(roster))}};
}

/// What differs, a line each, or nothing; the first few only.
QStringList differences(const Roster &roster, const ExpectedRoster &expected)
{
    constexpr qsizetype enough = 8;
    QStringList found;
    const QMap<QString, QString> facts = factsOf(roster);
    for (auto fact = expected.facts.cbegin(); fact != expected.facts.cend(); ++fact) {
        const QString meant =
            fact.key() == u"encoding" ? plainEncoding(fact.value()) : fact.value();
        if (facts.value(fact.key()) != meant)
            found += QStringLiteral("%1 is “%2”, not “%3”")
                         .arg(fact.key(), facts.value(fact.key()), meant);
    }
    const QList<QStringList> rows = rowsOf(roster);
    for (qsizetype row = 0; row < std::max(rows.size(), expected.rows.size()); ++row) {
        if (found.size() >= enough)
            break;
        if (rows.value(row) != expected.rows.value(row))
            found += QStringLiteral("row %1 is “%2”, not “%3”")
                         .arg(row + 1)
                         .arg(rows.value(row).join(u'|'), expected.rows.value(row).join(u'|'));
    }
    return found;
}

} // namespace

/// Every roster that schools have is read without a setting, and means what who wrote it meant.
class TestRosterFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreMany();
    void isReadAsMeant_data();
    void isReadAsMeant();
    void isReadTheSameAgain_data() { isReadAsMeant_data(); }
    void isReadTheSameAgain();
};

void TestRosterFiles::thereAreMany()
{
    const QStringList names = namesOfRosters();
    QVERIFY(names.size() >= 60);
    const auto tables = folderOfRosters().entryList({u'*' + Ending}, QDir::Files);
    QCOMPARE(tables.size(), names.size());
    for (const QString &name : names)
        QVERIFY2(expectedOf(name).rows.size() >= 8, qPrintable(name));
}

void TestRosterFiles::isReadAsMeant_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : namesOfRosters())
        QTest::newRow(qPrintable(name)) << name;
}

void TestRosterFiles::isReadAsMeant()
{
    QFETCH(const QString, name);
    const ExpectedRoster expected = expectedOf(name);
    const auto roster = readRoster(folderOfRosters().filePath(name));
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().sentence));
    QCOMPARE(roster->name, name);
    const QStringList found = differences(*roster, expected);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral("\n   "))));
}

void TestRosterFiles::isReadTheSameAgain()
{
    QFETCH(const QString, name);
    const QString path = folderOfRosters().filePath(name);
    const auto first = readRoster(path);
    const auto second = readRoster(path);
    QVERIFY2(first, first ? "" : qPrintable(first.error().sentence));
    QVERIFY(second);
    QCOMPARE(second->headers, first->headers);
    QCOMPARE(rowsOf(*second), rowsOf(*first));
    QCOMPARE(factsOf(*second), factsOf(*first));
    QCOMPARE(second->problems, first->problems);
}

QTEST_APPLESS_MAIN(TestRosterFiles)
#include "tst_rosterfiles.moc"
