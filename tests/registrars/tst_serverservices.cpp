// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrars/serverservices.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// Servers that have a name in files of libpq.
class TestServerServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thereAreNoneWithoutFiles();
    void readsWhatIsSaidAboutEach();
    void ownFileComesFirst();
    void leavesPasswordsWhereTheyAre();
    void leavesOutWhatCannotBeUnderstood();
    void knowsWhatTheEnvironmentSays();

private:
    void write(const QString &fileName, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestServerServices::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("PGSERVICEFILE", m_folder->filePath(u"own.conf"_s).toLocal8Bit());
    qputenv("PGSYSCONFDIR", m_folder->path().toLocal8Bit());
}

void TestServerServices::cleanup()
{
    qunsetenv("PGSERVICEFILE");
    qunsetenv("PGSYSCONFDIR");
}

void TestServerServices::write(const QString &fileName, const QByteArray &content) const
{
    QFile file(m_folder->filePath(fileName));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestServerServices::thereAreNoneWithoutFiles()
{
    QVERIFY(serverServices().isEmpty());
}

void TestServerServices::readsWhatIsSaidAboutEach()
{
    write(u"own.conf"_s,
        "# written by hand\r\n[oak street]\r\nhost=db.example.org,standby.example.org\r\n"
        "port=5432,5433\r\n dbname = school \r\nuser=ines\r\nsslmode=verify-ca\r\n"
        "options=-c geqo=off\r\n#user=otto\r\n\r\n[hill]\r\n");
    const QList<ServerService> services = serverServices();
    QCOMPARE(services.size(), 2);
    QCOMPARE(services.first().name, u"oak street"_s);
    QCOMPARE(services.first().stated.toUrl(),
        u"postgresql://ines@db.example.org:5432,standby.example.org:5433/school?sslmode=verify-ca"
        "&options=-c%20geqo%3Doff"_s);
    QVERIFY((services.last() == ServerService{u"hill"_s, {}}));
}

void TestServerServices::ownFileComesFirst()
{
    write(u"own.conf"_s, "[school]\nhost=own\n");
    write(u"pg_service.conf"_s, "[school]\nhost=common\n[other]\nhost=other\n");
    const QList<ServerService> services = serverServices();
    QCOMPARE(services.size(), 2);
    QCOMPARE(services.first().stated.hosts.first().name, u"own"_s);
    QCOMPARE(services.last().name, u"other"_s);
}

void TestServerServices::leavesPasswordsWhereTheyAre()
{
    write(u"own.conf"_s, "[school]\nhost=db\npassword=s3cret\nsslpassword=s3cret\n");
    const QList<ServerService> services = serverServices();
    QCOMPARE(services.size(), 1);
    QCOMPARE(services.first().stated.toUrl(), u"postgresql://db/?sslmode=verify-full"_s);
}

void TestServerServices::leavesOutWhatCannotBeUnderstood()
{
    write(u"own.conf"_s,
        "host=nobody\n[]\nhost=nameless\n[bad port]\nport=many\n[school]\nno sign\n=\nhost=db\n");
    const QList<ServerService> services = serverServices();
    QCOMPARE(services.size(), 1);
    QCOMPARE(services.first().name, u"school"_s);
    QCOMPARE(services.first().stated.hosts.first().name, u"db"_s);
}

void TestServerServices::knowsWhatTheEnvironmentSays()
{
    const QStringList names{u"PGHOST"_s, u"PGPORT"_s, u"PGDATABASE"_s, u"PGUSER"_s, u"PGSSLMODE"_s,
        u"PGSSLROOTCERT"_s, u"PGSERVICE"_s, u"PGPASSWORD"_s};
    for (const QString &name : names)
        qunsetenv(name.toLatin1().constData());
    QVERIFY(serverOfEnvironment() == ServerAddress());
    qputenv("PGHOST", "one,/run/postgresql");
    qputenv("PGPORT", "6432");
    qputenv("PGDATABASE", "school & more");
    qputenv("PGSSLMODE", "what");
    qputenv("PGSSLROOTCERT", "/etc/ssl/school.crt");
    qputenv("PGPASSWORD", "s3cret");
    QCOMPARE(serverOfEnvironment().toUrl(),
        u"postgresql://one:6432,%2Frun%2Fpostgresql:6432/school%20%26%20more?sslmode=verify-full"
        "&sslrootcert=/etc/ssl/school.crt"_s);
    for (const QString &name : names)
        qunsetenv(name.toLatin1().constData());
}

QTEST_GUILESS_MAIN(TestServerServices)
#include "tst_serverservices.moc"
