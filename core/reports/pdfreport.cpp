// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfreport.h"

#include "documentlocale.h"
#include "logo.h"
#include "paperfont.h"
#include "papertable.h"
#include "pdfinformation.h"
#include "reporttext.h"
#include "reportwords.h"
#include "statuscolor.h"
#include "taildevice.h"

#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>

#include <algorithm>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr int DotsPerInch = 300;
constexpr qreal MarginMillimetres = 14;
constexpr qreal TitlePoints = 16;
constexpr qreal TextPoints = 9;
constexpr qreal LogoLines = 4;

/// The rows of one page.
struct Page {
    const RegisterStudentsResults *run;
    qsizetype first = 0;
    bool hasFigures = false;
    std::vector<float> heights = {}; // of the rows
};

class PaperReport
{
public:
    /// `nextPage` is asked for each page but the first; false ends it.
    PaperReport(const ReportTask &task, QPaintDevice &paper, NextPage nextPage)
        : m_task(task)
        , m_paper(paper)
        , m_nextPage(std::move(nextPage))
        , m_logo(logoImage(task.letterhead))
        , m_width(paper.width())
    {
    }

    bool write();
    std::size_t pages() const { return m_pages.size(); }

private:
    qreal lineHeight() const { return QFontMetricsF(m_text, &m_paper).height(); }
    qreal bottom() const { return m_paper.height() - 2 * lineHeight(); }
    qreal figuresHeight(const Run &run) const;
    bool breakIntoPages(const RegisterStudentsResults &run);
    bool drawPage(const Page &page, std::size_t number);
    QStringList addressLines() const;
    qreal letterheadHeight() const;
    void drawLetterhead();
    void drawFigures(const Run &run);
    qreal drawFacts(const Run &run, qreal top);
    void drawBar(const Run &run, qreal top);
    void drawFoot(const Run &run, std::size_t number);

    const ReportTask &m_task;
    QPaintDevice &m_paper;
    NextPage m_nextPage;
    QImage m_logo;
    QPainter m_painter;
    qreal m_width;
    QFont m_title = paperFont(TitlePoints, QFont::Bold);
    QFont m_text = paperFont(TextPoints);
    std::vector<Page> m_pages;
};

qreal PaperReport::figuresHeight(const Run &run) const
{
    const auto lines = static_cast<qreal>(
        runFacts(run, documentLocale(m_task.letterhead)).size() + statusFigures(run).size());
    return letterheadHeight() + QFontMetricsF(m_title, &m_paper).height()
        + (lines + 5) * lineHeight();
}

// Told beforehand, because each page says how many there are.
bool PaperReport::breakIntoPages(const RegisterStudentsResults &run)
{
    const PaperTable table(run, m_paper, m_width);
    qreal top = figuresHeight(run.run) + table.headerHeight();
    m_pages.push_back({.run = &run, .hasFigures = true});
    for (qsizetype result = 0; result < run.results.size(); ++result) {
        const qreal height = table.rowHeight(result);
        if (top + height > bottom()) {
            m_pages.push_back({.run = &run, .first = result});
            top = table.headerHeight();
        }
        top += height;
        m_pages.back().heights.push_back(static_cast<float>(height));
        if (!m_task.progress.goesOn())
            return false;
    }
    return true;
}

QStringList PaperReport::addressLines() const
{
    return m_task.letterhead.address.split(u'\n', Qt::SkipEmptyParts);
}

qreal PaperReport::letterheadHeight() const
{
    const Letterhead &head = m_task.letterhead;
    const auto lines =
        static_cast<qreal>(addressLines().size() + (head.schoolName.isEmpty() ? 0 : 1));
    const qreal height =
        std::max(lines * lineHeight(), m_logo.isNull() ? 0 : LogoLines * lineHeight());
    return height > 0 ? height + 2 * lineHeight() : 0;
}

void PaperReport::drawLetterhead()
{
    qreal left = 0;
    if (!m_logo.isNull()) {
        const QSizeF size = QSizeF(m_logo.size())
                                .scaled(m_width / 3, LogoLines * lineHeight(), Qt::KeepAspectRatio);
        m_painter.drawImage(QRectF(QPointF(0, 0), size), m_logo);
        left = size.width() + lineHeight();
    }
    m_painter.setPen(Qt::black);
    qreal base = QFontMetricsF(m_text, &m_paper).ascent();
    const auto drawLine = [&](const QFont &font, const QString &text) {
        m_painter.setFont(font);
        m_painter.drawText(QPointF(left, base), text);
        base += lineHeight();
    };
    if (!m_task.letterhead.schoolName.isEmpty())
        drawLine(paperFont(TextPoints, QFont::Bold), m_task.letterhead.schoolName);
    const QStringList address = addressLines();
    for (const QString &line : address)
        drawLine(m_text, line);
}

qreal PaperReport::drawFacts(const Run &run, qreal top)
{
    m_painter.setFont(m_text);
    const qreal indent = m_width / 6;
    const auto facts = runFacts(run, documentLocale(m_task.letterhead));
    for (const auto &[name, value] : facts) {
        const qreal base = top + QFontMetricsF(m_text, &m_paper).ascent();
        m_painter.setPen(QColor(0x5F, 0x63, 0x68));
        m_painter.drawText(QPointF(0, base), name);
        m_painter.setPen(Qt::black);
        m_painter.drawText(QPointF(indent, base), value);
        top += lineHeight();
    }
    return top;
}

// Words and figures beside the colour.
void PaperReport::drawBar(const Run &run, qreal top)
{
    const QLocale locale = documentLocale(m_task.letterhead);
    const int all = std::max(1, run.counts.total());
    qreal left = 0;
    qreal line = top + 2 * lineHeight();
    const auto figures = statusFigures(run);
    for (const auto &[status, count] : figures) {
        const QColor color = QColor::fromRgb(statusColor(status));
        const qreal width = m_width * count / all;
        m_painter.fillRect(QRectF(left, top, width, lineHeight()), color);
        left += width;
        m_painter.setPen(color);
        m_painter.drawText(QPointF(0, line + QFontMetricsF(m_text, &m_paper).ascent()),
            locale.toString(count) + QChar(0x2002) + statusTitle(status));
        line += lineHeight();
    }
}

void PaperReport::drawFigures(const Run &run)
{
    drawLetterhead();
    const QFontMetricsF metrics(m_title, &m_paper);
    m_painter.setFont(m_title);
    m_painter.setPen(Qt::black);
    m_painter.drawText(QPointF(0, letterheadHeight() + metrics.ascent()),
        metrics.elidedText(run.courseName, Qt::ElideRight, m_width));
    const qreal top = drawFacts(run, letterheadHeight() + metrics.height() + lineHeight());
    drawBar(run, top + lineHeight());
}

void PaperReport::drawFoot(const Run &run, std::size_t number)
{
    m_painter.setFont(m_text);
    m_painter.setPen(QColor(0x5F, 0x63, 0x68));
    const QRectF foot(0, m_paper.height() - lineHeight(), m_width, lineHeight());
    m_painter.drawText(foot, Qt::AlignLeft, aboutRun(run));
    m_painter.drawText(
        foot, Qt::AlignRight, ReportText::tr("Page %1 of %2").arg(number).arg(m_pages.size()));
}

bool PaperReport::drawPage(const Page &page, std::size_t number)
{
    const PaperTable table(*page.run, m_paper, m_width);
    qreal top = 0;
    if (page.hasFigures) {
        drawFigures(page.run->run);
        top = figuresHeight(page.run->run);
    }
    table.drawHeader(m_painter, top);
    top += table.headerHeight();
    qsizetype result = page.first;
    for (const auto height : page.heights) {
        table.drawRow(m_painter, top, static_cast<qreal>(height), result++);
        top += static_cast<qreal>(height);
        if (!m_task.progress.advance())
            return false;
    }
    drawFoot(page.run->run, number);
    return true;
}

bool PaperReport::write()
{
    for (const RegisterStudentsResults &run : m_task.runs) {
        if (!breakIntoPages(run))
            return false;
    }
    if (!m_painter.begin(&m_paper))
        return false;
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        if (page > 0 && !m_nextPage(m_painter))
            return false;
        if (!drawPage(m_pages[page], page + 1))
            return false;
    }
    return m_painter.end();
}

QPageLayout layoutOn(Paper paper)
{
    const QMarginsF margins(
        MarginMillimetres, MarginMillimetres, MarginMillimetres, MarginMillimetres);
    const auto size = paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4;
    return {QPageSize(size), QPageLayout::Landscape, margins, QPageLayout::Millimeter};
}

PdfInformation informationOn(const QList<RegisterStudentsResults> &runs)
{
    const Run run = runs.isEmpty() ? Run() : runs.first().run;
    return {reportTitle(runs), run.startedBy, run.registrarName, QDateTime::currentDateTimeUtc()};
}

} // namespace

QPageLayout pageLayoutOn(Paper paper)
{
    return layoutOn(paper);
}

bool drawReport(const ReportTask &task, QPaintDevice &paper, const NextPage &nextPage, int *pages)
{
    PaperReport report(task, paper, nextPage);
    const bool isDrawn = report.write();
    if (pages)
        *pages = static_cast<int>(report.pages());
    return isDrawn;
}

bool writePdfReport(const ReportTask &task, QIODevice &device)
{
    const PdfInformation information = informationOn(task.runs);
    TailDevice target(device);
    QPdfWriter paper(&target);
    paper.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    paper.setResolution(DotsPerInch);
    paper.setPageLayout(layoutOn(task.letterhead.paper));
    paper.setDocumentXmpMetadata(xmpOf(information));
    if (!PaperReport(task, paper, [&paper](QPainter &) { return paper.newPage(); }).write())
        return false;
    const QByteArray update = pdfUpdate(information, target.tail(), target.written());
    return target.isWhole() && !update.isEmpty() && device.write(update) == update.size();
}

} // namespace Rollbook
