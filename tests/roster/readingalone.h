// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "refusal.h"

/// Reads `path` in a process of its own, so that what one file costs does not hide behind another
/// that was read before. The program is this one, whose main() asks isAskedToRead(). What a crash
/// or no end in time says is an answer that no refusal has.
Answer answerAlone(const QString &path);

/// True in the process that answerAlone() started; readAsAsked() is then all it has to do.
bool isAskedToRead(int argc, char **argv);
int readAsAsked(char **argv);
