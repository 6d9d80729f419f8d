// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/servercheck.h"

namespace Rollbook
{

tl::expected<ServerFacts, ServerProblem> tryServer(
    const ServerAddress &, const QString &, const std::stop_token &)
{
    return tl::unexpected(ServerProblem{
        ServerPart::Nothing, {ErrorCode::Unsupported, QStringLiteral("Not in this version.")}});
}

} // namespace Rollbook
