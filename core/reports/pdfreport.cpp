// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfreport.h"

#include "papertable.h"
#include "reporttext.h"
#include "reportwords.h"
#include "statuscolor.h"

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

/// The rows of one page.
struct Page {
    const RegisterStudentsResults *run;
    qsizetype first;
    qsizetype last; // behind it
    bool hasFigures;
};

class PaperReport
{
public:
    PaperReport(const QList<RegisterStudentsResults> &runs, QPdfWriter &paper)
        : m_runs(runs)
        , m_paper(paper)
        , m_width(paper.width())
    {
        m_title.setPointSizeF(TitlePoints);
        m_title.setBold(true);
        m_text.setPointSizeF(TextPoints);
    }

    bool write();

private:
    qreal lineHeight() const { return QFontMetricsF(m_text, &m_paper).height(); }
    qreal bottom() const { return m_paper.height() - 2 * lineHeight(); }
    qreal figuresHeight(const Run &run) const;
    void breakIntoPages(const RegisterStudentsResults &run);
    void drawPage(const Page &page, std::size_t number);
    void drawFigures(const Run &run);
    qreal drawFacts(const Run &run, qreal top);
    void drawBar(const Run &run, qreal top);
    void drawFoot(const Run &run, std::size_t number);

    const QList<RegisterStudentsResults> &m_runs;
    QPdfWriter &m_paper;
    QPainter m_painter;
    qreal m_width;
    QFont m_title;
    QFont m_text;
    std::vector<Page> m_pages;
};

qreal PaperReport::figuresHeight(const Run &run) const
{
    const auto lines = static_cast<qreal>(runFacts(run).size() + statusFigures(run).size());
    return QFontMetricsF(m_title, &m_paper).height() + (lines + 5) * lineHeight();
}

// Told beforehand, because each page says how many there are.
void PaperReport::breakIntoPages(const RegisterStudentsResults &run)
{
    const PaperTable table(run, m_paper, m_width);
    qreal top = figuresHeight(run.run) + table.headerHeight();
    m_pages.push_back({&run, 0, 0, true});
    for (qsizetype result = 0; result < run.results.size(); ++result) {
        const qreal height = table.rowHeight(result);
        if (top + height > bottom()) {
            m_pages.push_back({&run, result, result, false});
            top = table.headerHeight();
        }
        top += height;
        m_pages.back().last = result + 1;
    }
}

qreal PaperReport::drawFacts(const Run &run, qreal top)
{
    m_painter.setFont(m_text);
    const qreal indent = m_width / 6;
    const auto facts = runFacts(run);
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
    const QLocale locale;
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
    const QFontMetricsF metrics(m_title, &m_paper);
    m_painter.setFont(m_title);
    m_painter.setPen(Qt::black);
    m_painter.drawText(
        QPointF(0, metrics.ascent()), metrics.elidedText(run.courseName, Qt::ElideRight, m_width));
    const qreal top = drawFacts(run, metrics.height() + lineHeight());
    drawBar(run, top + lineHeight());
}

void PaperReport::drawFoot(const Run &run, std::size_t number)
{
    m_painter.setFont(m_text);
    m_painter.setPen(QColor(0x5F, 0x63, 0x68));
    const QRectF foot(0, m_paper.height() - lineHeight(), m_width, lineHeight());
    m_painter.drawText(
        foot, Qt::AlignLeft, run.courseName + QStringLiteral(" · ") + run.rosterName);
    m_painter.drawText(
        foot, Qt::AlignRight, ReportText::tr("Page %1 of %2").arg(number).arg(m_pages.size()));
}

void PaperReport::drawPage(const Page &page, std::size_t number)
{
    const PaperTable table(*page.run, m_paper, m_width);
    qreal top = 0;
    if (page.hasFigures) {
        drawFigures(page.run->run);
        top = figuresHeight(page.run->run);
    }
    table.drawHeader(m_painter, top);
    top += table.headerHeight();
    for (qsizetype result = page.first; result < page.last; ++result) {
        table.drawRow(m_painter, top, result);
        top += table.rowHeight(result);
    }
    drawFoot(page.run->run, number);
}

bool PaperReport::write()
{
    for (const RegisterStudentsResults &run : m_runs)
        breakIntoPages(run);
    if (!m_painter.begin(&m_paper))
        return false;
    for (std::size_t page = 0; page < m_pages.size(); ++page) {
        if (page > 0 && !m_paper.newPage())
            return false;
        drawPage(m_pages[page], page + 1);
    }
    return m_painter.end();
}

} // namespace

bool writePdfReport(const QList<RegisterStudentsResults> &runs, QIODevice &device)
{
    QPdfWriter paper(&device);
    paper.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    paper.setResolution(DotsPerInch);
    paper.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
        QMarginsF(MarginMillimetres, MarginMillimetres, MarginMillimetres, MarginMillimetres),
        QPageLayout::Millimeter));
    paper.setCreator(QStringLiteral("Rollbook"));
    if (!runs.isEmpty())
        paper.setTitle(runs.first().run.courseName);
    return PaperReport(runs, paper).write();
}

} // namespace Rollbook
