// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table/statestyle.h"

#include "stateiconengine.h"

#include <algorithm>
#include <cmath>

namespace Rollbook
{

namespace
{

// WCAG 2.1, level AA for text.
constexpr double LeastContrast = 4.5;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor &one, const QColor &other, float share)
{
    return QColor::fromRgbF(one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share);
}

// The first colour on the way from `from` to `to` that is readable on every second row, too; `to`
// if none is.
QColor readable(const QColor &from, const QColor &to, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor alternate = palette.color(QPalette::AlternateBase);
    constexpr int steps = 16;
    for (int step = 0; step < steps; ++step) {
        const QColor color = mixed(from, to, static_cast<float>(step) / steps);
        if (contrast(color, base) >= LeastContrast && contrast(color, alternate) >= LeastContrast)
            return color;
    }
    return to;
}

// Hue in degrees; none: as muted text.
std::optional<int> hueOf(RowState state)
{
    switch (state) {
    case RowState::WillRegister:
    case RowState::Registered:
        return 140;
    case RowState::WillWait:
    case RowState::Waitlisted:
        return 38;
    case RowState::WillBeAlready:
    case RowState::AlreadyRegistered:
    case RowState::Stays:
        return 210;
    case RowState::Problem:
    case RowState::WillTakeOut:
        return 20;
    case RowState::WillReject:
    case RowState::Rejected:
        return 0;
    case RowState::Failed:
        return 300;
    default:
        return std::nullopt;
    }
}

} // namespace

QColor stateColor(RowState state, const QPalette &palette)
{
    const std::optional<int> hue = hueOf(state);
    if (!hue)
        return mutedTextColor(palette);
    return readable(QColor::fromHsl(*hue, 190, 110), palette.color(QPalette::Text), palette);
}

QColor mutedTextColor(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    return readable(mixed(base, text, 0.6F), text, palette);
}

QColor linkColor(const QPalette &palette)
{
    return readable(palette.color(QPalette::Link), palette.color(QPalette::Text),
        palette.color(QPalette::Base));
}

QColor problemCellColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), stateColor(RowState::Problem, palette), 0.18F);
}

QColor chosenButtonColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Button), palette.color(QPalette::Highlight), 0.35F);
}

HitColors searchHitColors(const QPalette &palette, bool isSelected)
{
    const QColor highlight = palette.color(QPalette::Highlight);
    if (isSelected) {
        const QColor background = palette.color(QPalette::HighlightedText);
        const QColor text = luminance(background) > 0.5 ? Qt::black : Qt::white;
        return {background, readable(highlight, text, background)};
    }
    // As much of the highlight as the words stay readable on.
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    for (const float share : {0.5F, 0.4F, 0.3F, 0.2F}) {
        const QColor background = mixed(base, highlight, share);
        if (contrast(text, background) >= LeastContrast)
            return {background, text};
    }
    return {base, text};
}

QIcon stateIcon(RowState state, const QPalette &palette)
{
    return QIcon(new StateIconEngine(
        state, stateColor(state, palette), palette.color(QPalette::HighlightedText)));
}

} // namespace Rollbook
