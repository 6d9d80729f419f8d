// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperreport.h"

#include "documentlocale.h"
#include "paperfont.h"
#include "paperhead.h"
#include "papersummary.h"
#include "papertable.h"
#include "reporttext.h"
#include "reportwords.h"
#include "statuscolor.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace Rollbook
{

namespace
{

constexpr qreal TitlePoints = 16;
constexpr QRgb QuietColor = 0xFF5F6368;

/// The rows of one page.
struct PaperPage {
    const RegisterStudentsResults *run = nullptr; ///< none: the summary of all
    qsizetype first = 0;
    bool isFirst = false;            ///< of the run
    std::vector<float> heights = {}; ///< of the rows
};

class PaperReport
{
public:
    PaperReport(const ReportTask &task, QPaintDevice &paper, NextPage nextPage)
        : m_runs(task.runs)
        , m_paper(paper)
        , m_nextPage(std::move(nextPage))
        , m_progress(task.progress)
        , m_locale(documentLocale(task.letterhead))
        , m_head(task.letterhead, paper)
        , m_summary(task.runs, paper, m_locale)
        , m_width(paper.width())
        , m_textMetrics(m_text, &paper)
        , m_titleMetrics(m_title, &paper)
    {
    }

    bool write();
    std::size_t pageCount() const { return m_pages.size(); }

private:
    qreal lineHeight() const { return m_textMetrics.height(); }
    qreal bottom() const { return m_paper.height() - 2 * lineHeight(); }
    qreal titleHeight() const { return m_head.height() + m_titleMetrics.height(); }
    qreal figuresHeight(const Run &run) const;
    const PaperTable &tableOf(const RegisterStudentsResults &run);
    void breakSummaryIntoPages();
    bool breakIntoPages(const RegisterStudentsResults &run);
    bool drawPage(const PaperPage &page, std::size_t number);
    void drawSummary(const PaperPage &page);
    bool drawRows(const PaperPage &page);
    void drawTitle(const QString &title);
    void drawFigures(const Run &run);
    qreal drawFacts(const Run &run, qreal top);
    void drawBar(const Run &run, qreal top);
    void drawFoot(const QString &about, std::size_t number);

    const QList<RegisterStudentsResults> &m_runs;
    QPaintDevice &m_paper;
    NextPage m_nextPage;
    RowProgress &m_progress;
    QLocale m_locale;
    PaperHead m_head;
    PaperSummary m_summary;
    QPainter m_painter;
    qreal m_width;
    QFont m_title = paperFont(TitlePoints, QFont::Bold);
    QFont m_text = paperFont(PaperTextPoints);
    QFontMetricsF m_textMetrics;
    QFontMetricsF m_titleMetrics;
    std::optional<PaperTable> m_table;
    std::vector<PaperPage> m_pages;
};

qreal PaperReport::figuresHeight(const Run &run) const
{
    const auto lines =
        static_cast<qreal>(runFacts(run, m_locale).size() + statusFigures(run).size());
    return titleHeight() + (lines + 5) * lineHeight();
}

// Measuring letters takes longer than a page does; pages of a run come one after the other.
const PaperTable &PaperReport::tableOf(const RegisterStudentsResults &run)
{
    if (!m_table || &m_table->run() != &run)
        m_table.emplace(run, m_paper, m_width, m_locale);
    return *m_table;
}

void PaperReport::breakSummaryIntoPages()
{
    qreal top = titleHeight() + lineHeight() + m_summary.headerHeight();
    m_pages.push_back({.isFirst = true});
    for (qsizetype row = 0; row < m_summary.rowCount(); ++row) {
        if (top + m_summary.rowHeight() > bottom()) {
            m_pages.push_back({.first = row});
            top = m_summary.headerHeight();
        }
        top += m_summary.rowHeight();
        m_pages.back().heights.push_back(static_cast<float>(m_summary.rowHeight()));
    }
}

// Told beforehand, because each page says how many there are.
bool PaperReport::breakIntoPages(const RegisterStudentsResults &run)
{
    const PaperTable &table = tableOf(run);
    qreal top = figuresHeight(run.run) + table.headerHeight();
    m_pages.push_back({.run = &run, .isFirst = true});
    for (qsizetype result = 0; result < run.results.size(); ++result) {
        const qreal height = table.rowHeight(result);
        if (top + height > bottom()) {
            m_pages.push_back({.run = &run, .first = result});
            top = table.headerHeight();
        }
        top += height;
        m_pages.back().heights.push_back(static_cast<float>(height));
        if (!m_progress.goesOn())
            return false;
    }
    return true;
}

qreal PaperReport::drawFacts(const Run &run, qreal top)
{
    m_painter.setFont(m_text);
    const qreal indent = m_width / 6;
    const auto facts = runFacts(run, m_locale);
    for (const auto &[name, value] : facts) {
        const qreal base = top + m_textMetrics.ascent();
        m_painter.setPen(QColor::fromRgb(QuietColor));
        m_painter.drawText(QPointF(0, base), name);
        m_painter.setPen(Qt::black);
        m_painter.drawText(QPointF(indent, base),
            m_textMetrics.elidedText(value, Qt::ElideRight, m_width - indent));
        top += lineHeight();
    }
    return top;
}

// Words and figures beside the colour.
void PaperReport::drawBar(const Run &run, qreal top)
{
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
        m_painter.drawText(QPointF(0, line + m_textMetrics.ascent()),
            m_locale.toString(count) + QChar(0x2002) + statusTitle(status));
        line += lineHeight();
    }
}

void PaperReport::drawTitle(const QString &title)
{
    m_head.draw(m_painter);
    m_painter.setFont(m_title);
    m_painter.setPen(Qt::black);
    m_painter.drawText(QPointF(0, m_head.height() + m_titleMetrics.ascent()),
        m_titleMetrics.elidedText(title, Qt::ElideRight, m_width));
}

void PaperReport::drawFigures(const Run &run)
{
    drawTitle(run.courseName);
    const qreal top = drawFacts(run, titleHeight() + lineHeight());
    drawBar(run, top + lineHeight());
}

void PaperReport::drawFoot(const QString &about, std::size_t number)
{
    m_painter.setFont(m_text);
    m_painter.setPen(QColor::fromRgb(QuietColor));
    const QRectF foot(0, m_paper.height() - lineHeight(), m_width, lineHeight());
    const QString page = ReportText::tr("Page %1 of %2").arg(number).arg(m_pages.size());
    const qreal room = m_width - m_textMetrics.horizontalAdvance(page) - lineHeight();
    m_painter.drawText(foot, Qt::AlignLeft, m_textMetrics.elidedText(about, Qt::ElideRight, room));
    m_painter.drawText(foot, Qt::AlignRight, page);
}

void PaperReport::drawSummary(const PaperPage &page)
{
    qreal top = 0;
    if (page.isFirst) {
        drawTitle(reportTitle(m_runs));
        top = titleHeight() + lineHeight();
    }
    m_summary.drawHeader(m_painter, top);
    top += m_summary.headerHeight();
    qsizetype row = page.first;
    for (const float height : page.heights) {
        m_summary.drawRow(m_painter, top, row++);
        top += static_cast<qreal>(height);
    }
}

bool PaperReport::drawRows(const PaperPage &page)
{
    const PaperTable &table = tableOf(*page.run);
    qreal top = 0;
    if (page.isFirst) {
        drawFigures(page.run->run);
        top = figuresHeight(page.run->run);
    }
    table.drawHeader(m_painter, top);
    top += table.headerHeight();
    qsizetype result = page.first;
    for (const float height : page.heights) {
        table.drawRow(m_painter, top, static_cast<qreal>(height), result++);
        top += static_cast<qreal>(height);
        if (!m_progress.advance())
            return false;
    }
    return true;
}

bool PaperReport::drawPage(const PaperPage &page, std::size_t number)
{
    if (!page.run)
        drawSummary(page);
    else if (!drawRows(page))
        return false;
    drawFoot(page.run ? aboutRun(page.run->run) : reportTitle(m_runs), number);
    return true;
}

bool PaperReport::write()
{
    if (m_runs.size() > 1)
        breakSummaryIntoPages();
    for (const RegisterStudentsResults &run : m_runs) {
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

} // namespace

bool drawPages(const ReportTask &task, QPaintDevice &paper, const NextPage &nextPage, int *pages)
{
    PaperReport report(task, paper, nextPage);
    const bool isDrawn = report.write();
    if (pages)
        *pages = static_cast<int>(report.pageCount());
    return isDrawn;
}

} // namespace Rollbook
