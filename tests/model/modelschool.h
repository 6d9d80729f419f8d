// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schoollook.h"
#include "teststore.h"

namespace Rollbook
{

/// A real school, for cases with different marks.
class ModelSchool
{
public:
    School &operator*() const { return *m_school; }
    School *operator->() const { return m_school.get(); }
    SchoolLook &look() { return m_look; }

private:
    TestStore m_place{QStringLiteral("sqlite")};
    std::unique_ptr<School> m_school = m_place.open();
    SchoolLook m_look{m_place.url().section(u':', 1)};
};

} // namespace Rollbook
