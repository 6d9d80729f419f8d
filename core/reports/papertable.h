// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/run.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLocale>
#include <QPaintDevice>
#include <QPainter>
#include <QTextLayout>

#include <array>

namespace Rollbook
{

/// The rows of a run as a table on paper. Units: those of the device that it is drawn on.
class PaperTable
{
public:
    PaperTable(const RegisterStudentsResults &run, QPaintDevice &device, qreal width,
        const QLocale &locale);

    const RegisterStudentsResults &run() const { return m_run; }
    qreal headerHeight() const;
    /// Of a result, by its place in the run.
    qreal rowHeight(qsizetype result) const;
    void drawHeader(QPainter &painter, qreal top) const;
    /// `height` is rowHeight() of it.
    void drawRow(QPainter &painter, qreal top, qreal height, qsizetype result) const;

private:
    static constexpr std::size_t ColumnCount = 7;
    // Latin, Greek and Cyrillic, then the dashes and quotation marks of them.
    static constexpr char16_t FirstOtherScript = 0x530;
    static constexpr char16_t FirstMark = 0x2010;
    static constexpr char16_t LastMark = 0x2027;
    static constexpr std::size_t EuropeanCount = FirstOtherScript + LastMark - FirstMark + 1;
    using Cells = std::array<QString, ColumnCount>;

    Cells cellsOf(const StudentRegistrationResult &result) const;
    void shareWidth(qreal width);
    qreal advance(const QString &text) const;
    float europeanAdvance(QStringView text) const;
    QRectF cellRect(std::size_t column, qreal top, qreal height) const;
    qreal heightOf(const QString &text, std::size_t column) const;
    /// Breaks it into the lines that the column has room for; their height.
    qreal breakIntoLines(QTextLayout &layout, std::size_t column) const;
    static bool isEuropean(char16_t letter);
    static std::size_t placeOf(char16_t letter);
    static bool isEuropean(QStringView text);
    bool surelyFits(QStringView text, std::size_t column) const;
    void drawCell(
        QPainter &painter, std::size_t column, qreal top, qreal height, const QString &text) const;

    const RegisterStudentsResults &m_run;
    QLocale m_locale;
    QFont m_font;
    QFont m_joining;
    QFont m_bold;
    QPaintDevice &m_device;
    QFontMetricsF m_metrics;
    std::array<float, EuropeanCount> m_advances{};
    qreal m_padding;
    std::array<qreal, ColumnCount + 1> m_lefts{}; // of each column, and the end of the last
};

} // namespace Rollbook
