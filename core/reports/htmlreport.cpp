// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlreport.h"

#include "documentlocale.h"
#include "logo.h"
#include "reportcells.h"
#include "reporttext.h"
#include "reportwords.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLocale>

namespace Rollbook
{

namespace
{

constexpr qsizetype HtmlBytesAtOnce = 1 << 16;

// Names may be written from right to left, whatever the language of the document is.
constexpr bool isTyped(std::size_t column)
{
    return column >= 1 && column <= 7 && column != StateColumn;
}

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/reports/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What HTML does not allow even as a reference is shown as what it is: unknown (HTML, 13.1.4).
QByteArray escaped(const QByteArray &text)
{
    QByteArray safe;
    safe.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        case '\r':
        case '\n':
        case '\t':
            safe += c;
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                safe += "\xEF\xBF\xBD";
            else
                safe += c;
        }
    }
    return safe;
}

QByteArray escaped(const QString &text)
{
    return escaped(text.toUtf8());
}

// As the clock on the wall has it, in an order in which it can be sorted.
QByteArray wallTime(qint64 msSinceEpoch)
{
    return msSinceEpoch == 0 ? QByteArray()
                             : QDateTime::fromMSecsSinceEpoch(msSinceEpoch)
                                   .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                                   .toLatin1();
}

/// Puts a document together, and hands it on before it grows large.
class HtmlPage
{
public:
    HtmlPage(const ReportTask &task, QIODevice &device)
        : m_task(task)
        , m_runs(task.runs)
        , m_device(device)
    {
    }

    bool write();

private:
    void addHead();
    void addLetterhead();
    void addSummary();
    void addFacts(const Run &run);
    void addFigures(const Run &run);
    bool addTable(const RegisterStudentsResults &run);
    void addRow(const ReportCells &cells, const StudentRegistrationResult &result);
    bool flush(qsizetype least);

    const ReportTask &m_task;
    const QList<RegisterStudentsResults> &m_runs;
    QIODevice &m_device;
    QByteArray m_html;
};

void HtmlPage::addHead()
{
    const QString language = languageOfWords(m_task.letterhead);
    const QByteArray script = resource("report.js");
    const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
    m_html += "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\" dir=\""
        + (QLocale(language).textDirection() == Qt::RightToLeft ? "rtl" : "ltr")
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
        + hash + "'\">\n<title>" + escaped(reportTitle(m_runs)) + "</title>\n<style>\n"
        + resource("report.css")
        + "@page { size: " + (m_task.letterhead.paper == Paper::Letter ? "letter" : "A4")
        + " landscape; }\n</style>\n</head>\n<body>\n<main>\n";
    addLetterhead();
    m_html += "<h1>" + escaped(reportTitle(m_runs)) + "</h1>\n";
}

void HtmlPage::addLetterhead()
{
    const Letterhead &head = m_task.letterhead;
    const QByteArray logo = logoPng(head);
    if (logo.isEmpty() && head.schoolName.isEmpty() && head.address.isEmpty())
        return;
    m_html += "<header>";
    if (!logo.isEmpty())
        m_html += "<img alt=\"\" src=\"data:image/png;base64," + logo.toBase64() + "\">";
    m_html += "<div dir=\"auto\"><b>" + escaped(head.schoolName) + "</b><p>" + escaped(head.address)
        + "</p></div></header>\n";
}

// Of several runs; a figure a state, and the way to each.
void HtmlPage::addSummary()
{
    const QLocale locale = documentLocale(m_task.letterhead);
    const auto addFigures = [&](const StatusCounts &counts) {
        for (int i = 0; i < RegistrationStatusCount; ++i) {
            m_html += "<td class=\"n\">"
                + escaped(locale.toString(counts[static_cast<RegistrationStatus>(i)])) + "</td>";
        }
        m_html += "<td class=\"n\">" + escaped(locale.toString(counts.total())) + "</td></tr>\n";
    };
    m_html += "<table class=\"summary\">\n<thead><tr>";
    QStringList titles{ReportText::tr("Class list"), ReportText::tr("Course")};
    for (int i = 0; i < RegistrationStatusCount; ++i)
        titles += statusTitle(static_cast<RegistrationStatus>(i));
    titles += ReportText::tr("All");
    for (const QString &title : std::as_const(titles))
        m_html += "<th scope=\"col\">" + escaped(title) + "</th>";
    m_html += "</tr></thead>\n<tbody>\n";
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const Run &run = m_runs.at(i).run;
        m_html += "<tr><th scope=\"row\" dir=\"auto\"><a href=\"#run-" + QByteArray::number(i + 1)
            + "\">" + escaped(run.rosterName) + "</a></th><td dir=\"auto\">"
            + escaped(run.courseName) + "</td>";
        addFigures(run.counts);
    }
    m_html += "</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"2\">"
        + escaped(ReportText::tr("All together")) + "</th>";
    addFigures(countsOfAll(m_runs));
    m_html += "</tfoot>\n</table>\n";
}

void HtmlPage::addFacts(const Run &run)
{
    m_html += "<dl>\n";
    const auto facts = runFacts(run, documentLocale(m_task.letterhead));
    for (const auto &[name, value] : facts) {
        m_html += "<dt>" + escaped(name) + "</dt><dd dir=\"auto\">" + escaped(value) + "</dd>\n";
    }
    m_html += "</dl>\n";
}

// The words say all; the bar is for whoever sees it.
void HtmlPage::addFigures(const Run &run)
{
    const QLocale locale = documentLocale(m_task.letterhead);
    const int all = qMax(1, run.counts.total());
    QByteArray bar;
    m_html += "<ul class=\"figures\">\n";
    const auto figures = statusFigures(run);
    for (const auto &[status, count] : figures) {
        const QByteArray word = statusWord(status).toLatin1();
        m_html += "<li class=\"" + word + "\"><b>" + escaped(locale.toString(count)) + "</b> "
            + escaped(statusTitle(status)) + "</li>\n";
        bar += "<span class=\"" + word + "\" style=\"width:"
            + QByteArray::number(100.0 * count / all, 'f', 3) + "%\">&nbsp;</span>";
    }
    m_html += "</ul>\n<div class=\"bar\" aria-hidden=\"true\">" + bar + "</div>\n";
}

void HtmlPage::addRow(const ReportCells &cells, const StudentRegistrationResult &result)
{
    m_html += "<tr>";
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column == StateColumn) {
            m_html += "<td class=\"" + cells[column].toByteArray() + "\">"
                + escaped(statusTitle(result.status())) + "</td>";
        } else if (isNumberColumn(column)) {
            m_html += "<td class=\"n\">" + cells[column].toByteArray() + "</td>";
        } else if (column == TimeColumn) {
            const StudentRegistration *held = result.registration();
            m_html += "<td class=\"n\">" + wallTime(held ? held->registeredAtMs : 0) + "</td>";
        } else {
            m_html += (isTyped(column) ? "<td dir=\"auto\">" : "<td>")
                + escaped(neutralised(cells[column])) + "</td>";
        }
    }
    m_html += "</tr>\n";
}

bool HtmlPage::addTable(const RegisterStudentsResults &run)
{
    m_html += "<table>\n<caption>" + escaped(run.run.courseName) + " · "
        + escaped(run.run.rosterName) + "</caption>\n<thead><tr>";
    for (std::size_t column = 0; column < ReportColumns.size(); ++column) {
        m_html += "<th scope=\"col\"><button type=\"button\">" + escaped(reportColumnTitle(column))
            + "</button></th>";
    }
    m_html += "</tr></thead>\n<tbody>\n";
    RowCells cells(run, documentLocale(m_task.letterhead));
    for (const StudentRegistrationResult &result : run.results) {
        addRow(cells.of(result), result);
        if (!flush(HtmlBytesAtOnce) || !m_task.progress.advance())
            return false;
    }
    m_html += "</tbody>\n</table>\n";
    return true;
}

bool HtmlPage::flush(qsizetype least)
{
    if (m_html.size() < least)
        return true;
    const bool written = m_device.write(m_html) == m_html.size();
    m_html.resize(0);
    return written;
}

bool HtmlPage::write()
{
    addHead();
    if (m_runs.size() > 1)
        addSummary();
    int number = 0;
    for (const RegisterStudentsResults &run : m_runs) {
        m_html += "<section id=\"run-" + QByteArray::number(++number) + "\">\n";
        if (m_runs.size() > 1)
            m_html += "<h2 dir=\"auto\">" + escaped(run.run.rosterName) + "</h2>\n";
        addFacts(run.run);
        addFigures(run.run);
        if (!addTable(run))
            return false;
        m_html += "</section>\n";
    }
    m_html += "</main>\n<script>" + resource("report.js") + "</script>\n</body>\n</html>\n";
    return flush(0);
}

} // namespace

bool writeHtmlReport(const ReportTask &task, QIODevice &device)
{
    return HtmlPage(task, device).write();
}

} // namespace Rollbook
