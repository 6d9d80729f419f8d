// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverwindow.h"

#include "exitstatus.h"
#include "ui/connectiondialog.h"
#include "windowmain.h"

#include <QApplication>

#include <optional>

namespace Rollbook
{

namespace
{

/// What somebody decided in the dialog.
struct ChosenServer {
    ServerAddress address;
    QString password;
};

// Nothing else is open meanwhile, and the program goes on when the dialog goes.
std::optional<ChosenServer> chooseServer(const ServerAddress &address, const QString &password)
{
    std::optional<ChosenServer> chosen;
    ConnectionDialog dialog;
    QObject::connect(&dialog, &ConnectionDialog::openWanted, &dialog,
        [&chosen](const ServerAddress &wanted, const QString &typed) {
            chosen = ChosenServer{wanted, typed};
        });
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&dialog, &QDialog::finished, &dialog, [] { QApplication::exit(); });
    dialog.setAddress(address);
    dialog.setPassword(password);
    dialog.show();
    dialog.openAtOnce();
    QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(true);
    return chosen;
}

} // namespace

int runServerWindow(const ServerAddress &address, const QString &password,
    const std::function<int(School &school)> &show)
{
    const auto chosen = chooseServer(address, password);
    if (!chosen)
        return NoStore;
    const auto school = openSchool(chosen->address, chosen->password);
    return school ? show(**school) : showSchoolProblem(school.error());
}

} // namespace Rollbook
