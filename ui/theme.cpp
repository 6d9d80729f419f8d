// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include "crispframes.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>

namespace Rollbook
{

namespace
{

const QLatin1StringView ThemeKey("theme");
const QLatin1StringView Fusion("Fusion");

QPalette palette(bool dark)
{
    const QColor window(QRgb(dark ? 0x23262b : 0xf4f5f7));
    const QColor base(QRgb(dark ? 0x1b1e22 : 0xffffff));
    const QColor text(QRgb(dark ? 0xe8eaed : 0x1d2126));
    const QColor button(QRgb(dark ? 0x30343a : 0xe9ebef));
    const QColor quiet(QRgb(dark ? 0x8d949e : 0x6b7280));
    const QColor accent(QRgb(dark ? 0x6ea8fe : 0x1f5fbf));

    QPalette colours(button, window);
    colours.setColor(QPalette::WindowText, text);
    colours.setColor(QPalette::Base, base);
    colours.setColor(QPalette::AlternateBase, QColor(QRgb(dark ? 0x21252a : 0xf7f8fa)));
    colours.setColor(QPalette::Text, text);
    colours.setColor(QPalette::ButtonText, text);
    colours.setColor(QPalette::BrightText, QColor(dark ? Qt::white : Qt::black));
    colours.setColor(QPalette::ToolTipBase, base);
    colours.setColor(QPalette::ToolTipText, text);
    colours.setColor(QPalette::PlaceholderText, quiet);
    colours.setColor(QPalette::Link, accent);
    colours.setColor(QPalette::Highlight, accent);
    colours.setColor(QPalette::HighlightedText, QColor(QRgb(dark ? 0x10141a : 0xffffff)));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(QPalette::Disabled, role, quiet);
    return colours;
}

// Others draw their frames in their own way.
QStyle *styleOfName(const QString &name)
{
    QStyle *const style = QStyleFactory::create(name);
    return name.compare(Fusion, Qt::CaseInsensitive) == 0 ? new CrispFrames(style) : style;
}

} // namespace

void applyTheme(Theme theme)
{
    static const QString platformStyle = QApplication::style()->objectName();
    if (theme == Theme::System) {
        QApplication::setStyle(styleOfName(platformStyle));
        QApplication::setPalette(QApplication::style()->standardPalette());
        return;
    }
    QApplication::setStyle(styleOfName(Fusion));
    QApplication::setPalette(palette(theme == Theme::Dark));
}

Theme rememberedTheme()
{
    const int theme = QSettings().value(ThemeKey, 0).toInt();
    return theme == 1 ? Theme::Light : theme == 2 ? Theme::Dark : Theme::System;
}

void rememberTheme(Theme theme)
{
    QSettings().setValue(ThemeKey, static_cast<int>(theme));
}

} // namespace Rollbook
