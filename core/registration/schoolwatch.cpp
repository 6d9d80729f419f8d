// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the signals of that header are made.
#include "registration/schoolwatch.h"
