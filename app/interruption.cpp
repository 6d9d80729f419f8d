// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interruption.h"

#include <array>
#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Rollbook
{

namespace
{

// A signal handler may do next to nothing (signal-safety(7)): it writes to this descriptor.
int wakeDescriptor = -1;

void wake(int /*signal*/)
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(wakeDescriptor, &one, sizeof one);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM})
        ::sigaction(signal, &action, nullptr);
}

} // namespace

Interruption::Interruption()
{
    wakeDescriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(wakeDescriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        quint64 count = 0;
        [[maybe_unused]] const auto taken = ::read(wakeDescriptor, &count, sizeof count);
        if (!m_happened)
            Q_EMIT happened();
        m_happened = true;
    });
    setHandler(&wake);
}

Interruption::~Interruption()
{
    setHandler(SIG_IGN);
    m_notifier.reset();
    ::close(wakeDescriptor);
}

} // namespace Rollbook
