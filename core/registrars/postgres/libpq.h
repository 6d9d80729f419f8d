// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <libpq-fe.h>

namespace Rollbook
{

/// The functions of libpq, the library of PostgreSQL for its clients (manual of PostgreSQL 15,
/// chapter 34), by their names without "PQ".
struct Libpq {
    decltype(&PQbackendPID) backendPID;
    decltype(&PQcancel) cancel;
    decltype(&PQclear) clear;
    decltype(&PQcmdTuples) cmdTuples;
    decltype(&PQconnectPoll) connectPoll;
    decltype(&PQconnectStartParams) connectStartParams;
    decltype(&PQconninfo) conninfo;
    decltype(&PQconninfoFree) conninfoFree;
    decltype(&PQconninfoParse) conninfoParse;
    decltype(&PQconsumeInput) consumeInput;
    decltype(&PQenterPipelineMode) enterPipelineMode;
    decltype(&PQerrorMessage) errorMessage;
    decltype(&PQexitPipelineMode) exitPipelineMode;
    decltype(&PQfinish) finish;
    decltype(&PQflush) flush;
    decltype(&PQfreeCancel) freeCancel;
    decltype(&PQfreemem) freemem;
    decltype(&PQftype) ftype;
    decltype(&PQgetCancel) getCancel;
    decltype(&PQgetResult) getResult;
    decltype(&PQgetisnull) getisnull;
    decltype(&PQgetlength) getlength;
    decltype(&PQgetvalue) getvalue;
    decltype(&PQhost) host;
    decltype(&PQhostaddr) hostaddr;
    decltype(&PQisBusy) isBusy;
    decltype(&PQnfields) nfields;
    decltype(&PQnotifies) notifies;
    decltype(&PQntuples) ntuples;
    decltype(&PQparameterStatus) parameterStatus;
    decltype(&PQpipelineStatus) pipelineStatus;
    decltype(&PQpipelineSync) pipelineSync;
    decltype(&PQport) port;
    decltype(&PQresultErrorField) resultErrorField;
    decltype(&PQresultErrorMessage) resultErrorMessage;
    decltype(&PQresultStatus) resultStatus;
    decltype(&PQsendFlushRequest) sendFlushRequest;
    decltype(&PQsendQuery) sendQuery;
    decltype(&PQsendQueryParams) sendQueryParams;
    decltype(&PQserverVersion) serverVersion;
    decltype(&PQsetErrorVerbosity) setErrorVerbosity;
    decltype(&PQsetNoticeProcessor) setNoticeProcessor;
    decltype(&PQsetnonblocking) setnonblocking;
    decltype(&PQsocket) socket;
    decltype(&PQstatus) status;
    decltype(&PQtransactionStatus) transactionStatus;
    decltype(&PQunescapeBytea) unescapeBytea;
};

/// Loads it when it is first asked for, as hardly any school is on a server, and with libpq come
/// the libraries for LDAP and Kerberos: together they took a tenth of each start. Throws PgFault
/// (NoLibrary) where it is not installed. For any thread.
const Libpq &libpq();

/// Gives back what libpq made, for std::unique_ptr.
struct LibpqFree {
    void operator()(PGconn *connection) const { libpq().finish(connection); }
    void operator()(PGresult *result) const { libpq().clear(result); }
    void operator()(PGcancel *request) const { libpq().freeCancel(request); }
    void operator()(PQconninfoOption *options) const { libpq().conninfoFree(options); }
    void operator()(unsigned char *decoded) const { libpq().freemem(decoded); }
};

} // namespace Rollbook
