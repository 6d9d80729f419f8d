// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowmain.h"

#include "commandline.h"
#include "console.h"
#include "domain/memorypages.h"
#include "exitstatus.h"
#include "language.h"
#include "registrars/sampleschool.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QProcess>
#include <QThreadPool>

namespace Rollbook
{

namespace
{

const QLatin1StringView SampleOption("sample");

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int showProblem(const Error &error)
{
    QMessageBox box(QMessageBox::Critical, CommandLine::tr("The school cannot be opened"),
        error.sentence, QMessageBox::Close);
    box.show();
    QApplication::exec();
    return failWith(error);
}

// In a window of its own, with a school of its own.
void startSampleSchool()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--"_qs + SampleOption});
}

int showWindow(School &school, const QStringList &rosters)
{
    MainWindow window(school);
    QObject::connect(&window, &MainWindow::sampleSchoolWanted, &window, &startSampleSchool);
    // Before it is shown: what would be seen until then need not be made.
    window.openRosters(rosters.isEmpty() ? window.listsOfLastTime() : rosters);
    window.show();
    return QApplication::exec();
}

} // namespace

int runWindow(int argc, char **argv)
{
    if (!hasDisplay()) {
        printProblem(CommandLine::tr(
            "There is no display for a window here. “rollbook register --help” says how "
            "to register students without one."));
        return WrongUsage;
    }
    giveBackLargePieces();
    const QApplication application(argc, argv);
    useLanguageOfPerson();
    QApplication::setApplicationDisplayName(QStringLiteral("Rollbook"));
    QApplication::setDesktopFileName(QStringLiteral("rollbook"));
    CommandLine line(
        CommandLine::tr("Registers class lists in courses."), QApplication::arguments());
    line.addPositional(QStringLiteral("rosters"), CommandLine::tr("Class lists to open."),
        QStringLiteral("[ROSTER...]"));
    line.addStoreOption();
    line.addOption({SampleOption, CommandLine::tr("Open a sample school with a class list.")});
    if (const auto status = line.parse())
        return *status;
    applyTheme(rememberedTheme());
    const bool sample = line.isSet(SampleOption);
    const Expected<std::unique_ptr<School>> school = sample ? openSampleSchool() : line.openStore();
    if (!school)
        return showProblem(school.error());
    const QStringList rosters = line.positional();
    const int status = showWindow(
        **school, sample && rosters.isEmpty() ? QStringList{sampleRosterPath()} : rosters);
    // What the window has started there still uses the school.
    QThreadPool::globalInstance()->waitForDone();
    return status;
}

} // namespace Rollbook
