// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>

namespace Rollbook
{

/// A case that once went wrong, or that is worth to be gone through each time.
struct KeptCase {
    const char *name;
    const char *text; ///< as caseFrom() reads it
};

inline constexpr std::array KeptCases{
    KeptCase{"what is left of a cancelled run", R"(
course number=0 seats=2 places=2
register batch=2 flying=2 cancel=2
row student=1 course=0
row student=2 course=0
row student=3 course=0
row student=4 course=0
row student=5 course=0
goon
)"},
    KeptCase{"an answer is lost for good, the row is tried again from memory", R"(
course number=0 seats=1 places=2
register attempts=2 faults=0:timed_out:4:lost
row student=1 course=0
row student=2 course=0
goon from-memory
undo
)"},
    KeptCase{"who moved up keeps the seat when the run is undone", R"(
course number=0 seats=1 places=2
register batch=3
row student=1 course=0
row student=2 course=0
row student=3 course=0
withdraw course=0
promote course=0
undo
again
)"},
    KeptCase{"two courses at the same time, batch by batch", R"(
course number=0 meets=1-8-1
course number=1 meets=1-9-1
course number=2 meets=1-8-2
register
row student=1 course=1
row student=1 course=0
row student=1 course=2
)"},
    KeptCase{"two courses at the same time, all together", R"(
course number=0 meets=1-8-1
course number=1 meets=1-9-1
course number=2 meets=1-8-2
register batch=3
row student=1 course=1
row student=1 course=0
row student=1 course=2
)"},
    // The least by which the random ones found what was broken on purpose.
    KeptCase{"a batch behind a fault does not overtake it", R"(
course number=0
register batch=5 flying=4 faults=4:throttled:1
row student=3 course=0
row course=0
row student=7 course=0
row student=0 course=0
row student=2 course=0
row student=3 course=0
)"},
    KeptCase{"one place is taken back, and the list closes up", R"(
course number=0 seats=2 places=4
register
row student=3 course=0
row student=2 course=0
row student=7 course=0
register
row student=0 course=0
undo
)"},
    KeptCase{"who withdrew is not registered by trying the run again", R"(
course number=1
register faults=2:store_fault:1:lost
row student=10 course=1
row student=2 course=1
row student=4 course=1
withdraw course=1 number=2
goon from-memory
)"},
    KeptCase{"whoever cancels the second time keeps the fault of the first", R"(
register batch=3 faults=1:store_fault:1
row student=9 course=0
row student=3 course=0
goon cancel=0
)"},
};

} // namespace Rollbook
