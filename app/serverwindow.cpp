// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverwindow.h"

#include "exitstatus.h"
#include "ui/connectiondialog.h"

#include <QApplication>

#include <memory>

namespace Rollbook
{

namespace
{

// Nothing else is open meanwhile, and the program goes on when the dialog goes.
std::unique_ptr<School> askForSchool(const ServerAddress &address, const QString &password)
{
    ConnectionDialog dialog;
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&dialog, &QDialog::finished, &dialog, [] { QApplication::exit(); });
    dialog.opensSchool();
    dialog.setAddress(address);
    dialog.setPassword(password);
    dialog.show();
    dialog.openAtOnce();
    QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(true);
    return dialog.takeSchool();
}

} // namespace

int runServerWindow(const ServerAddress &address, const QString &password,
    const std::function<int(School &school)> &show)
{
    const std::unique_ptr<School> school = askForSchool(address, password);
    return school ? show(*school) : NoStore;
}

} // namespace Rollbook
