// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/serveraddress.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Addresses of schools on servers, as people write them and as they are kept.
class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void comesBackFromItsOwnUrl_data();
    void comesBackFromItsOwnUrl();
    void keepsThePasswordOutOfTheAddress_data();
    void keepsThePasswordOutOfTheAddress();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void tellsServersFromOtherStores();
    void namesTheSchoolForPeople();
};

namespace
{

ServerAddress address(const QString &database, const QString &user, const QList<ServerHost> &hosts)
{
    ServerAddress made;
    made.database = database;
    made.user = user;
    made.hosts = hosts;
    return made;
}

} // namespace

void TestServerAddress::readsWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const QString &url, const QString &kept) {
        QTest::newRow(name) << url << kept;
    };
    row("all of it", u"postgresql://ines@db.example.org:6432/school?sslmode=verify-ca"_s,
        u"postgresql://ines@db.example.org:6432/school?sslmode=verify-ca"_s);
    row("checked unless it says otherwise", u"postgresql://db.example.org/school"_s,
        u"postgresql://db.example.org/school?sslmode=verify-full"_s);
    row("the short scheme", u"postgres://ines@db.example.org"_s,
        u"postgresql://ines@db.example.org/?sslmode=verify-full"_s);
    row("shouted", u"POSTGRESQL://db/school"_s, u"postgresql://db/school?sslmode=verify-full"_s);
    row("nothing but the scheme", u"postgresql://"_s, u"postgresql:///?sslmode=verify-full"_s);
    row("in quotes, with blanks", u"  \"postgresql://db/school\"\n"_s,
        u"postgresql://db/school?sslmode=verify-full"_s);
    row("in angle brackets", u"<postgresql://db/school>"_s,
        u"postgresql://db/school?sslmode=verify-full"_s);
    row("several servers",
        u"postgresql://ines@one:5432,two:5433,three/school?target_session_attrs=read-write"_s,
        u"postgresql://ines@one:5432,two:5433,three/school?sslmode=verify-full"
        "&target_session_attrs=read-write"_s);
    row("several as parameters", u"postgresql:///school?host=one,two&port=5432,5433"_s,
        u"postgresql://one:5432,two:5433/school?sslmode=verify-full"_s);
    row("one port for several", u"postgresql:///school?host=one,two&port=6432"_s,
        u"postgresql://one:6432,two:6432/school?sslmode=verify-full"_s);
    row("a port for the usual server", u"postgresql:///school?port=6432"_s,
        u"postgresql://:6432/school?sslmode=verify-full"_s);
    row("an empty host", u"postgresql:///school?host="_s,
        u"postgresql:///school?sslmode=verify-full"_s);
    row("the folder of a socket", u"postgresql://%2Frun%2Fpostgresql/school"_s,
        u"postgresql://%2Frun%2Fpostgresql/school?sslmode=verify-full"_s);
    row("the same as a parameter", u"postgresql:///school?host=/run/postgresql&port=5433"_s,
        u"postgresql://%2Frun%2Fpostgresql:5433/school?sslmode=verify-full"_s);
    row("a number as server", u"postgresql://ines@[2001:db8::1234]:5433/school"_s,
        u"postgresql://ines@[2001:db8::1234]:5433/school?sslmode=verify-full"_s);
    row("letters of other languages",
        u"postgresql://In%C3%AAs%40office@db/schule%20öl?x=%F0%9F%8E%93🎓"_s,
        u"postgresql://In%C3%AAs%40office@db/schule%20%C3%B6l?sslmode=verify-full"
        "&x=%F0%9F%8E%93%F0%9F%8E%93"_s);
    row("database and user as parameters", u"postgresql://db?dbname=school&user=ines"_s,
        u"postgresql://ines@db/school?sslmode=verify-full"_s);
    row("a service", u"postgresql://?service=school&sslrootcert=/etc/ssl/school.crt"_s,
        u"postgresql:///?sslmode=verify-full&sslrootcert=/etc/ssl/school.crt&service=school"_s);
    row("parameters of libpq's own",
        u"postgresql://db/school?connect_timeout=10&application_name=my%20app&channel_binding=require"_s,
        u"postgresql://db/school?sslmode=verify-full&application_name=my%20app"
        "&channel_binding=require&connect_timeout=10"_s);
    row("encryption left to chance", u"postgresql://db/school?sslmode=prefer"_s,
        u"postgresql://db/school?sslmode=require"_s);
    row("encryption left to the server", u"postgresql://db/school?sslmode=allow"_s,
        u"postgresql://db/school?sslmode=require"_s);
    row("as Java writes it", u"postgresql://db/school?ssl=true"_s,
        u"postgresql://db/school?sslmode=require"_s);
    row("no encryption", u"postgresql://db/school?sslmode=disable"_s,
        u"postgresql://db/school?sslmode=disable"_s);
}

void TestServerAddress::readsWhatPeoplePaste()
{
    QFETCH(const QString, url);
    const auto written = serverAddressFromUrl(url);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
    QTEST(written->address.toUrl(), "kept");
    QVERIFY(written->password.isEmpty());
}

void TestServerAddress::comesBackFromItsOwnUrl_data()
{
    QTest::addColumn<ServerAddress>("address");
    QTest::newRow("nothing") << ServerAddress();
    QTest::newRow("one server") << address(u"school"_s, u"ines"_s, {{u"db.example.org"_s, 6432}});
    QTest::newRow("several") << address(
        u"school"_s, {}, {{u"one"_s}, {u"10.0.0.2"_s, 1}, {u"fe80::1%eth0"_s, 65535}});
    QTest::newRow("the first without a name")
        << address(u"school"_s, {}, {{QString(), 5433}, {u"two"_s}});
    QTest::newRow("socket with odd letters")
        << address(u"a/b?c#d&e=f%g"_s, u"o'neill:@/?"_s, {{u"/tmp/a b:c/ü"_s, 5432}});
    for (const TlsMode mode :
        {TlsMode::VerifyFull, TlsMode::VerifyCa, TlsMode::Require, TlsMode::Off}) {
        ServerAddress made = address(u"school"_s, {}, {{u"db"_s}});
        made.tls = mode;
        made.rootCertificate = u"/home/in ês/root & more.crt"_s;
        made.service = u"the=school"_s;
        made.parameters = {{u"options"_s, u"-c geqo=off"_s}, {u"application_name"_s, u"100 %"_s}};
        QTest::newRow(qPrintable(tlsWord(mode))) << made;
    }
}

void TestServerAddress::comesBackFromItsOwnUrl()
{
    QFETCH(const ServerAddress, address);
    const auto written = serverAddressFromUrl(address.toUrl());
    QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
    QCOMPARE(written->address.toUrl(), address.toUrl());
    QVERIFY(written->address == address);
}

void TestServerAddress::keepsThePasswordOutOfTheAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    QTest::newRow("before the server")
        << u"postgresql://ines:s3cret@db.example.org/school"_s << u"s3cret"_s;
    QTest::newRow("encoded") << u"postgresql://ines:s3%40c%3Aret%2F@db.example.org/school"_s
                             << u"s3@c:ret/"_s;
    QTest::newRow("as people write it")
        << u"postgresql://ines:s3@c:ret@db.example.org/school"_s << u"s3@c:ret"_s;
    QTest::newRow("a parameter") << u"postgresql://ines@db.example.org/school?password=s3cret"_s
                                 << u"s3cret"_s;
}

void TestServerAddress::keepsThePasswordOutOfTheAddress()
{
    QFETCH(const QString, url);
    const auto written = serverAddressFromUrl(url);
    QVERIFY(written);
    QTEST(written->password, "password");
    QVERIFY(written->address == address(u"school"_s, u"ines"_s, {{u"db.example.org"_s}}));
    QVERIFY(!written->address.toUrl().contains(u"s3"_s));
}

void TestServerAddress::refusesWithASentence_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("about");
    const auto row = [](const QString &url, const QString &about) {
        QTest::newRow(qPrintable(url)) << url << about;
    };
    row({}, u"address of a school"_s);
    row(u"db.example.org"_s, u"address of a school"_s);
    row(u"mysql://db/school"_s, u"address of a school"_s);
    row(u"postgresql:db/school"_s, u"address of a school"_s);
    row(u"postgresql://db:port/school"_s, u"port"_s);
    row(u"postgresql://db:0/school"_s, u"port"_s);
    row(u"postgresql://db:65536/school"_s, u"port"_s);
    row(u"postgresql://ines:s3/cret@db/school"_s, u"port"_s);
    row(u"postgresql:///school?host=db&port=-1"_s, u"port"_s);
    row(u"postgresql:///school?host=a,b,c&port=1,2"_s, u"as many ports"_s);
    row(u"postgresql://[::1/school"_s, u"square brackets"_s);
    row(u"postgresql://[]/school"_s, u"square brackets"_s);
    row(u"postgresql://[::1]s3cret/school"_s, u"square brackets"_s);
    row(u"postgresql://ines:s3%cret@db/school"_s, u"percent sign"_s);
    row(u"postgresql://db/school%0"_s, u"percent sign"_s);
    row(u"postgresql://db/school%00"_s, u"percent sign"_s);
    row(u"postgresql://db/school%+1"_s, u"percent sign"_s);
    row(u"postgresql://db/school%C3"_s, u"cannot be read"_s);
    row(u"postgresql://db/school?sslmode"_s, u"question mark"_s);
    row(u"postgresql://db/school?=require"_s, u"question mark"_s);
    row(u"postgresql://db/school?a=b=c"_s, u"question mark"_s);
    row(u"postgresql://db/school?sslmode=s3cret"_s, u"sslmode"_s);
    row(u"postgresql://db/school?ssl=s3cret"_s, u"sslmode"_s);
    row(u"postgresql://db/school?sslpassword=s3cret"_s, u"sslpassword"_s);
}

void TestServerAddress::refusesWithASentence()
{
    QFETCH(const QString, url);
    QFETCH(const QString, about);
    const auto written = serverAddressFromUrl(url);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Usage);
    QVERIFY2(written.error().sentence.contains(about), qPrintable(written.error().sentence));
    QVERIFY(written.error().sentence.endsWith(u'.'));
    QVERIFY(!written.error().sentence.contains(u"s3"_s));
    QVERIFY(!written.error().sentence.contains(u"cret"_s));
}

void TestServerAddress::tellsServersFromOtherStores()
{
    QVERIFY(isServerUrl(u"postgresql://db/school"_s));
    QVERIFY(isServerUrl(u" Postgres:what"_s));
    QVERIFY(!isServerUrl(u"sqlite:postgresql.sqlite"_s));
    QVERIFY(!isServerUrl(u"db.example.org"_s));
}

void TestServerAddress::namesTheSchoolForPeople()
{
    QCOMPARE(address(u"school"_s, u"ines"_s, {{u"db.example.org"_s, 6432}}).displayName(),
        u"school on db.example.org"_s);
    QCOMPARE(
        address(u"school"_s, {}, {{u"one"_s}, {u"two"_s}}).displayName(), u"school on one, two"_s);
    QCOMPARE(address(u"school"_s, {}, {{u"/run/postgresql"_s}}).displayName(),
        u"school on this computer"_s);
    ServerAddress named;
    named.service = u"oak-street"_s;
    QCOMPARE(named.displayName(), u"oak-street"_s);
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
