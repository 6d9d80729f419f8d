// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowmain.h"

#include "commandline.h"
#include "console.h"
#include "domain/backgroundthreads.h"
#include "domain/memorypages.h"
#include "exitstatus.h"
#include "language.h"
#include "registrars/sampleschool.h"
#include "serverwindow.h"
#include "startedserver.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QProcess>

#include <memory>

namespace Rollbook
{

namespace
{

const QLatin1StringView SampleOption("sample");
const QLatin1StringView StoreOption("store");
// What the heap has grown to when the window is first painted, rounded up.
constexpr std::size_t HeapOfWindow = 6 << 20;

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

// In a window of its own, with a school of its own.
void startSampleSchool()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--"_qs + SampleOption});
}

void startServerSchool(const ServerAddress &address, const QString &password)
{
    startForServer(QCoreApplication::applicationFilePath(), address, password);
}

int showWindow(School &school, const QStringList &rosters)
{
    auto window = std::make_unique<MainWindow>(school);
    QObject::connect(
        window.get(), &MainWindow::sampleSchoolWanted, window.get(), &startSampleSchool);
    QObject::connect(
        window.get(), &MainWindow::serverSchoolWanted, window.get(), &startServerSchool);
    // Before it is shown: what would be seen until then need not be made.
    window->openRosters(rosters.isEmpty() ? window->listsOfLastTime() : rosters);
    window->show();
    const int status = QApplication::exec();
    window.reset();
    // What the window has started there still uses the school.
    backgroundThreads().waitForDone();
    return status;
}

int showServerWindow(const CommandLine &line)
{
    const auto written = serverAddressFromUrl(line.value(StoreOption));
    if (!written)
        return showSchoolProblem(written.error());
    const QString password = line.isSet(PasswordOption) ? passwordFromInput() : written->password;
    return runServerWindow(written->address, password,
        [&line](School &school) { return showWindow(school, line.positional()); });
}

int showFileWindow(const CommandLine &line)
{
    const bool sample = line.isSet(SampleOption);
    const Expected<std::unique_ptr<School>> school = sample ? openSampleSchool() : line.openStore();
    if (!school)
        return showSchoolProblem(school.error());
    const QStringList rosters = line.positional();
    return showWindow(
        **school, sample && rosters.isEmpty() ? QStringList{sampleRosterPath()} : rosters);
}

} // namespace

int showSchoolProblem(const Error &error)
{
    QMessageBox box(QMessageBox::Critical, CommandLine::tr("The school cannot be opened"),
        error.sentence, QMessageBox::Close);
    box.show();
    QApplication::exec();
    return failWith(error);
}

int runWindow(int argc, char **argv)
{
    if (!hasDisplay()) {
        printProblem(CommandLine::tr(
            "There is no display for a window here. “rollbook register --help” says how "
            "to register students without one."));
        return WrongUsage;
    }
    fetchHeap(HeapOfWindow);
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
    line.addOption({QString(PasswordOption),
        CommandLine::tr("Take the password of the school's server from standard input.")});
    line.addOption({SampleOption, CommandLine::tr("Open a sample school with a class list.")});
    if (const auto status = line.parse())
        return *status;
    applyTheme(rememberedTheme());
    const bool isOnServer = !line.isSet(SampleOption) && isServerUrl(line.value(StoreOption));
    return isOnServer ? showServerWindow(line) : showFileWindow(line);
}

} // namespace Rollbook
