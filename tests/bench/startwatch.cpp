// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linked into a program with a window: tells how long it took from the start of the process until
// its window was painted, and until its default button (where it has one) can be pressed; ends it
// then.

#include "measurement.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QPushButton>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Rollbook::Bench
{

namespace
{

double millisecondsSinceStart()
{
    const qint64 started = qEnvironmentVariable("ROLLBOOK_BENCH_STARTED").toLongLong();
    const qint64 now = std::chrono::steady_clock::now().time_since_epoch().count();
    return static_cast<double>(now - started) / 1e6;
}

class StartWatch : public QObject
{
public:
    explicit StartWatch(QObject *parent)
        : QObject(parent)
    {
        parent->installEventFilter(this);
        m_idle.setInterval(0);
        connect(&m_idle, &QTimer::timeout, this, [this] { look(); });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_window) {
            m_window = qobject_cast<QMainWindow *>(watched);
            if (m_window)
                m_idle.start();
        }
        return false;
    }

private:
    // The turn after all of the window has been painted, and each one from then on.
    void look()
    {
        if (m_measurement.milliseconds == 0) {
            m_measurement.milliseconds = millisecondsSinceStart();
            m_measurement.heldMegabytes = residentMegabytes();
        }
        const auto buttons = m_window->findChildren<QPushButton *>();
        const auto isDefault = [](const QPushButton *button) { return button->isDefault(); };
        const auto isReady = [](const QPushButton *button) {
            return button->isDefault() && button->isEnabled() && button->isVisible();
        };
        const bool waits = std::any_of(buttons.cbegin(), buttons.cend(), isDefault);
        if (waits && std::none_of(buttons.cbegin(), buttons.cend(), isReady))
            return;
        m_measurement.readyMilliseconds = millisecondsSinceStart();
        m_measurement.peakMegabytes = peakMegabytes();
        QTextStream(stdout) << toText(m_measurement);
        m_idle.stop();
        QApplication::closeAllWindows();
    }

    QMainWindow *m_window = nullptr;
    QTimer m_idle;
    Measurement m_measurement;
};

void watchStart()
{
    if (qEnvironmentVariableIsSet("ROLLBOOK_BENCH_STARTED"))
        new StartWatch(QCoreApplication::instance());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchStart)

} // namespace Rollbook::Bench
