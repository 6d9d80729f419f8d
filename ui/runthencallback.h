// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/backgroundthreads.h"
#include "domain/handover.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent>

#include <utility>

namespace Rollbook
{

/// Does blocking work in the background and hands its answer to `callback` in the
/// thread of `context`. Nothing is called once the context is gone.
template <typename Work, typename Callback>
void runThenCallback(QObject *context, Work work, Callback callback)
{
    using Answer = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcher<Answer>::finished, context,
        [watcher, callback = std::move(callback)] {
            watcher->deleteLater();
            callback(watcher->future().takeResult());
        });
    const Handover<Work> handed(std::move(work));
    watcher->setFuture(
        QtConcurrent::run(&backgroundThreads(), [handed] { return handed.value()(); }));
}

} // namespace Rollbook
