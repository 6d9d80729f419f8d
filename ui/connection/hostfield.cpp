// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/hostfield.h"

#include <QUrl>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Nobody types so many letters at once.
constexpr int PastedLetters = 8;

bool isNumberedHost(const QString &name)
{
    return name.count(u':') > 1 && !name.contains(u'/');
}

QString hostText(const ServerHost &host, bool withPort)
{
    if (!withPort || host.port == 0)
        return host.name;
    const QString name = isNumberedHost(host.name) ? u'[' + host.name + u']' : host.name;
    return name + u':' + QString::number(host.port);
}

Expected<ServerHost> hostFromText(const QString &text)
{
    const bool isBare = text.startsWith(u'/') || (isNumberedHost(text) && !text.startsWith(u'['));
    if (isBare)
        return ServerHost{text};
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(text, ":[]"));
    return serverAddressFromUrl(QStringLiteral("postgresql://") + encoded)
        .map([](const WrittenAddress &written) {
            return written.address.hosts.isEmpty() ? ServerHost() : written.address.hosts.first();
        });
}

} // namespace

HostField::HostField(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &HostField::lookAt);
    // What was typed letter by letter.
    connect(this, &QLineEdit::editingFinished, this, &HostField::takeAddress);
}

quint16 HostField::commonPort(const QList<ServerHost> &hosts)
{
    const quint16 first = hosts.isEmpty() ? quint16{0} : hosts.first().port;
    const bool isCommon = std::all_of(hosts.cbegin(), hosts.cend(),
        [first](const ServerHost &host) { return host.port == first; });
    return isCommon ? first : quint16{0};
}

void HostField::setHosts(const QList<ServerHost> &hosts)
{
    const bool withPorts = commonPort(hosts) == 0;
    QStringList texts;
    for (const ServerHost &host : hosts)
        texts += hostText(host, withPorts);
    setText(texts.join(QStringLiteral(", ")));
}

Expected<QList<ServerHost>> HostField::hosts(quint16 port) const
{
    QList<ServerHost> hosts;
    const QStringList texts = text().split(u',');
    for (const QString &text : texts) {
        auto host = hostFromText(text.trimmed());
        if (!host)
            return tl::unexpected(host.error());
        if (host->port == 0)
            host->port = port;
        if (!host->name.isEmpty())
            hosts += *host;
    }
    return hosts;
}

void HostField::lookAt(const QString &text)
{
    const bool isPasted = text.size() - m_length >= PastedLetters;
    m_length = text.size();
    if (isPasted)
        takeAddress();
}

void HostField::takeAddress()
{
    if (!isServerUrl(text()))
        return;
    const auto written = serverAddressFromUrl(text());
    // Before it is told: who hears it writes something else here.
    clear();
    if (written) {
        Q_EMIT addressWritten(*written);
        return;
    }
    // Once everybody knows that the text has changed, which takes away what is said about it.
    QMetaObject::invokeMethod(
        this, [this, error = written.error()] { Q_EMIT refused(error); }, Qt::QueuedConnection);
}

} // namespace Rollbook
