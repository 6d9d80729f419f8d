// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/rememberedservers.h"

#include <QSettings>

namespace Rollbook
{

namespace
{

const QLatin1StringView ServersKey("servers");
const QLatin1StringView AddressKey("address");
const QLatin1StringView PasswordKeptKey("passwordInKeyring");
constexpr int MostServers = 8;

} // namespace

QList<RememberedServer> rememberedServers()
{
    QSettings settings;
    QList<RememberedServer> servers;
    const int count = settings.beginReadArray(ServersKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto read = serverAddressFromUrl(settings.value(AddressKey).toString());
        if (read)
            servers += {read->address, settings.value(PasswordKeptKey).toBool()};
    }
    return servers;
}

void rememberServer(const RememberedServer &server)
{
    QList<RememberedServer> servers = rememberedServers();
    servers.removeIf(
        [&server](const RememberedServer &one) { return one.address == server.address; });
    servers.prepend(server);
    servers = servers.mid(0, MostServers);
    QSettings settings;
    settings.beginWriteArray(ServersKey, static_cast<int>(servers.size()));
    for (int i = 0; i < servers.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(AddressKey, servers.at(i).address.toUrl());
        settings.setValue(PasswordKeptKey, servers.at(i).isPasswordKept);
    }
    settings.endArray();
}

} // namespace Rollbook
