// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registration/registrar.h"

#include <QPromise>

namespace Rollbook
{

QFuture<RegistrationResults> Registrar::plan(const RegistrationBatch & /*batch*/)
{
    QPromise<RegistrationResults> promise;
    QFuture<RegistrationResults> future = promise.future();
    promise.start();
    future.cancel();
    promise.finish();
    return future;
}

} // namespace Rollbook
