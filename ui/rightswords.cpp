// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rightswords.h"

#include <QCoreApplication>

namespace Rollbook
{

namespace
{

struct RightsWords {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::RightsWords)
};

} // namespace

QString whoWorksHere(const SchoolRights &rights)
{
    if (rights.user.isEmpty() || rights.mayManage())
        return rights.user;
    return (rights.mayRegister() ? RightsWords::tr("%1 · may register")
                                 : RightsWords::tr("%1 · may look only"))
        .arg(rights.user);
}

QString whatTheyMayDo(const SchoolRights &rights)
{
    if (rights.user.isEmpty())
        return {};
    if (rights.mayManage()) {
        return RightsWords::tr(
            "You work as “%1”, who may register students and look after the school.")
            .arg(rights.user);
    }
    if (rights.mayRegister()) {
        return RightsWords::tr("You work as “%1”, who may register students. Courses and students "
                               "are looked after by those who manage the school.")
            .arg(rights.user);
    }
    return RightsWords::tr("You work as “%1”, who may look at everything and change nothing.")
        .arg(rights.user);
}

QString whyNotRegister(const SchoolRights &rights)
{
    if (rights.mayRegister())
        return {};
    return RightsWords::tr("You can look at this school, but not register anyone. Whoever looks "
                           "after the server can change that.");
}

} // namespace Rollbook
