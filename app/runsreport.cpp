// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "commandline.h"
#include "console.h"
#include "exitstatus.h"
#include "runoutput.h"

namespace Rollbook
{

int reportRun(School &school, const QString &id, const CommandLine &line)
{
    const auto output = readRunOutput(line);
    if (!output)
        return failWith(output.error());
    const auto run = school.journal().run(id);
    if (!run)
        return failWith(run.error());
    if (run->run.kind == RunKind::Undo) {
        return failWith({ErrorCode::Usage,
            CommandLine::tr("The run “%1” took another one back; there is no report of it. “runs "
                            "show” says what it did.")
                .arg(id)});
    }
    return writeReports(school, {*run}, output->reports) ? AllRegistered : SomeNotRegistered;
}

} // namespace Rollbook
