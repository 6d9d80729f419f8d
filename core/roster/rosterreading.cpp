// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterreading.h"

#include "domain/backgroundthreads.h"
#include "readingobserver.h"
#include "rosterreader.h"

#include <QtConcurrentRun>

namespace Rollbook
{

namespace
{

using Promise = QPromise<Handover<Expected<Roster>>>;

class PromiseObserver : public ReadingObserver
{
public:
    explicit PromiseObserver(Promise &promise)
        : m_promise(promise)
    {
        m_promise.setProgressRange(0, 100);
    }

    void firstRows(const Roster &roster) override
    {
        m_promise.addResult(Handover<Expected<Roster>>(roster));
    }
    bool goesOn(int percent) override
    {
        m_promise.setProgressValue(percent);
        return !m_promise.isCanceled();
    }

private:
    Promise &m_promise;
};

template <typename Read>
RosterReading inBackground(Read read)
{
    const Handover<Read> handed(std::move(read));
    return QtConcurrent::run(&backgroundThreads(), [handed](Promise &promise) {
        PromiseObserver observer(promise);
        promise.addResult(Handover<Expected<Roster>>(handed.value()(&observer)));
    });
}

} // namespace

RosterReading readRosterInBackground(const QString &path, const RosterOptions &options)
{
    return inBackground([path, options](ReadingObserver *observer) {
        return readRosterFile(path, options, observer);
    });
}

RosterReading readRosterTextInBackground(
    const QByteArray &text, const QString &name, const RosterOptions &options)
{
    return inBackground([text, name, options](ReadingObserver *observer) {
        return readRosterBytes(text, name, options, observer);
    });
}

} // namespace Rollbook
