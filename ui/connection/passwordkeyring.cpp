// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/passwordkeyring.h"

#include "runthencallback.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

struct KeyringText {
    Q_DECLARE_TR_FUNCTIONS(Rollbook::PasswordKeyring)
};

QString serviceOfKeyring()
{
    return QStringLiteral("Rollbook");
}

// Passwords belong to a user of a server, whichever database it is.
QString keyringKey(const ServerAddress &address)
{
    QStringList servers;
    for (const ServerHost &host : address.hosts) {
        const quint16 port = host.port == 0 ? ServerAddress::UsualPort : host.port;
        servers += QStringLiteral("%1:%2").arg(host.name, QString::number(port));
    }
    if (servers.isEmpty())
        servers += QStringLiteral("service=") + address.service;
    return address.user + u'@' + servers.join(u',');
}

QStringList namesOnBus(const QDBusConnection &bus, const QString &kind)
{
    const QString name = QStringLiteral("org.freedesktop.DBus");
    const auto asked =
        QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/DBus"), name, kind);
    return bus.call(asked).arguments().value(0).toStringList();
}

bool isSomebodyThere()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QStringList names = namesOnBus(bus, QStringLiteral("ListNames"))
        + namesOnBus(bus, QStringLiteral("ListActivatableNames"));
    constexpr std::array keyrings{
        "org.freedesktop.secrets", "org.kde.kwalletd6", "org.kde.kwalletd5"};
    return std::any_of(keyrings.begin(), keyrings.end(),
        [&names](const char *keyring) { return names.contains(QLatin1StringView(keyring)); });
}

// A job goes by itself once it has answered: the keyring's library would tell one that went before.
void startJob(QKeychain::Job *job, const ServerAddress &address)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(keyringKey(address));
    job->start();
}

tl::unexpected<Error> notKept(const QString &sentence)
{
    return fail(ErrorCode::StoreUnavailable, sentence);
}

Expected<void> outcomeOfJob(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return notKept(
            KeyringText::tr("The keyring stays locked, so the password is not kept there."));
    default:
        return notKept(KeyringText::tr("The keyring did not take the password."));
    }
}

} // namespace

void withKeyring(QObject *context, const std::function<void(bool)> &then)
{
    // The bus may not answer at once.
    runThenCallback(
        context, [] { return isSomebodyThere(); }, then);
}

void readPassword(QObject *context, const ServerAddress &address,
    const std::function<void(const std::optional<QString> &)> &then)
{
    const auto read = [context, address, then](bool isThere) {
        if (!isThere) {
            then(std::nullopt);
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(serviceOfKeyring());
        QObject::connect(job, &QKeychain::Job::finished, context, [job, then] {
            const bool isKept = job->error() == QKeychain::NoError;
            then(isKept ? std::optional(job->textData()) : std::nullopt);
        });
        startJob(job, address);
    };
    withKeyring(context, read);
}

void keepPassword(QObject *context, const ServerAddress &address, const QString &password,
    const std::function<void(const Expected<void> &)> &then)
{
    withKeyring(context, [context, address, password, then](bool isThere) {
        if (!isThere) {
            then(notKept(KeyringText::tr(
                "This computer has no keyring, so the password is asked each time.")));
            return;
        }
        auto *job = new QKeychain::WritePasswordJob(serviceOfKeyring());
        job->setTextData(password);
        QObject::connect(
            job, &QKeychain::Job::finished, context, [job, then] { then(outcomeOfJob(*job)); });
        startJob(job, address);
    });
}

void forgetPassword(const ServerAddress &address)
{
    startJob(new QKeychain::DeletePasswordJob(serviceOfKeyring()), address);
}

} // namespace Rollbook
