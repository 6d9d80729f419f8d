// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgres/libpq.h"

#include "postgres/pgfault.h"

#include <QLibrary>

namespace Rollbook
{

namespace
{

// Of its interface, since PostgreSQL 8.2.
constexpr int LibraryVersion = 5;

class LibraryFile
{
public:
    LibraryFile()
        : m_library(QStringLiteral("pq"), LibraryVersion)
    {
        // What it leaves to the end of the program would be called where it no longer is.
        m_library.setLoadHints(QLibrary::PreventUnloadHint);
    }

    template <typename Function>
    void find(const char *name, Function &function)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        if (function == nullptr)
            throw PgFault(PgFault::Kind::NoLibrary, {}, m_library.errorString().toUtf8());
    }

private:
    QLibrary m_library;
};

Libpq load()
{
    LibraryFile file;
    Libpq all{};
    file.find("PQbackendPID", all.backendPID);
    file.find("PQcancel", all.cancel);
    file.find("PQclear", all.clear);
    file.find("PQcmdTuples", all.cmdTuples);
    file.find("PQconnectPoll", all.connectPoll);
    file.find("PQconnectStartParams", all.connectStartParams);
    file.find("PQconninfo", all.conninfo);
    file.find("PQconninfoFree", all.conninfoFree);
    file.find("PQconninfoParse", all.conninfoParse);
    file.find("PQconsumeInput", all.consumeInput);
    file.find("PQenterPipelineMode", all.enterPipelineMode);
    file.find("PQerrorMessage", all.errorMessage);
    file.find("PQexitPipelineMode", all.exitPipelineMode);
    file.find("PQfinish", all.finish);
    file.find("PQflush", all.flush);
    file.find("PQfreeCancel", all.freeCancel);
    file.find("PQfreemem", all.freemem);
    file.find("PQftype", all.ftype);
    file.find("PQgetCancel", all.getCancel);
    file.find("PQgetResult", all.getResult);
    file.find("PQgetisnull", all.getisnull);
    file.find("PQgetlength", all.getlength);
    file.find("PQgetvalue", all.getvalue);
    file.find("PQhost", all.host);
    file.find("PQhostaddr", all.hostaddr);
    file.find("PQisBusy", all.isBusy);
    file.find("PQnfields", all.nfields);
    file.find("PQnotifies", all.notifies);
    file.find("PQntuples", all.ntuples);
    file.find("PQparameterStatus", all.parameterStatus);
    file.find("PQpipelineStatus", all.pipelineStatus);
    file.find("PQpipelineSync", all.pipelineSync);
    file.find("PQport", all.port);
    file.find("PQresultErrorField", all.resultErrorField);
    file.find("PQresultErrorMessage", all.resultErrorMessage);
    file.find("PQresultStatus", all.resultStatus);
    file.find("PQsendFlushRequest", all.sendFlushRequest);
    file.find("PQsendQuery", all.sendQuery);
    file.find("PQsendQueryParams", all.sendQueryParams);
    file.find("PQserverVersion", all.serverVersion);
    file.find("PQsetErrorVerbosity", all.setErrorVerbosity);
    file.find("PQsetNoticeProcessor", all.setNoticeProcessor);
    file.find("PQsetnonblocking", all.setnonblocking);
    file.find("PQsocket", all.socket);
    file.find("PQstatus", all.status);
    file.find("PQtransactionStatus", all.transactionStatus);
    file.find("PQunescapeBytea", all.unescapeBytea);
    return all;
}

} // namespace

const Libpq &libpq()
{
    // Where it fails, the next who asks tries again.
    static const Libpq all = load();
    return all;
}

} // namespace Rollbook
