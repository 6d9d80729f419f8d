// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pgtestdatabase.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <array>

#include <sys/stat.h>
#include <unistd.h>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What is sent is encrypted, and nobody can pretend to be the school's server.
class TestPgTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void trustedServerIsSpokenWith();
    void otherServersAreNot_data();
    void otherServersAreNot();
    void programEndsWithoutTidyingUp_data();
    void programEndsWithoutTidyingUp();

private:
    PgAddress address(const QString &words) const;

    std::unique_ptr<PostgresCluster> m_cluster;
};

namespace
{

bool makeCertificate(const QString &key, const QString &certificate)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
            u"ec_paramgen_curve:prime256v1"_s, u"-subj"_s, u"/CN=school"_s, u"-addext"_s,
            u"subjectAltName=DNS:localhost"_s, u"-days"_s, u"2"_s, u"-keyout"_s, key, u"-out"_s,
            certificate});
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

/// One that proves itself as "localhost", not as "127.0.0.1".
class TlsCluster : public PostgresCluster
{
public:
    TlsCluster()
        : PostgresCluster(Fsync::Off, {u"ssl = on"_s})
    {
    }

    QString certificate() const { return dataFolder() + u"/server.crt"_s; }
    QString otherCertificate() const { return dataFolder() + u"/other.crt"_s; }

protected:
    bool make() override
    {
        const QString key = dataFolder() + u"/server.key"_s;
        if (!PostgresCluster::make() || !makeCertificate(key, otherCertificate())
            || !makeCertificate(key, certificate()))
            return false;
        const QFileInfo folder(dataFolder());
        const QByteArray path = QFile::encodeName(key);
        return chown(path.constData(), folder.ownerId(), folder.groupId()) == 0
            && chmod(path.constData(), S_IRUSR | S_IWUSR) == 0;
    }
};

} // namespace

void TestPgTls::initTestCase()
{
    m_cluster = std::make_unique<TlsCluster>();
    QVERIFY(m_cluster->start());
    QCOMPARE(m_cluster->execute(u"CREATE ROLE clerk LOGIN PASSWORD 'right'"_s), QString());
}

PgAddress TestPgTls::address(const QString &words) const
{
    return {u"hostaddr=127.0.0.1 dbname=postgres user=clerk port=%1 %2"_s.arg(m_cluster->port())
                .arg(QString(words).replace(u"%FOLDER"_s, m_cluster->dataFolder()))
                .toStdString(),
        "right"};
}

void TestPgTls::trustedServerIsSpokenWith()
{
    PgConnection connection(
        address(u"host=localhost sslmode=verify-full sslrootcert=%FOLDER/server.crt"_s));
    QCOMPARE(first(connection.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")),
        u"t"_s);
    // More than fits in a record of TLS, both ways.
    const std::string text(3 << 20, 'z');
    const std::array<PgCommand, 2> commands{
        PgCommand{"SELECT $1", {PgParameter(text)}}, PgCommand{"SELECT $1", {PgParameter(text)}}};
    for (const PgResult &answer : connection.executeAll(commands))
        QVERIFY(answer.text(0, 0) == text);
}

void TestPgTls::otherServersAreNot_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("another name")
        << u"host=127.0.0.1 sslmode=verify-full sslrootcert=%FOLDER/server.crt"_s;
    QTest::newRow("another certificate")
        << u"host=localhost sslmode=verify-full sslrootcert=%FOLDER/other.crt"_s;
    QTest::newRow("no certificates here")
        << u"host=localhost sslmode=verify-full sslrootcert=/nowhere/root.crt"_s;
    QTest::newRow("authority only")
        << u"host=localhost sslmode=verify-ca sslrootcert=%FOLDER/other.crt"_s;
}

void TestPgTls::otherServersAreNot()
{
    QFETCH(QString, words);
    const auto fault = faultIn([&] { PgConnection connection(address(words)); });
    QVERIFY(fault);
    QVERIFY2(fault->kind() == PgFault::Kind::Certificate, fault->what());
    QVERIFY(!fault->isOutage());
    const Error error = postgresError(*fault, u"North School"_s);
    QCOMPARE(error.code, ErrorCode::StoreUnavailable);
    QVERIFY2(error.sentence.contains(u"is not trusted"_s), qPrintable(error.sentence));
}

void TestPgTls::programEndsWithoutTidyingUp_data()
{
    QTest::addColumn<QStringList>("arguments");
    const PgAddress server = address(u"host=localhost sslmode=require password=right"_s);
    QTest::newRow("connected") << QStringList{QString::fromStdString(server.location)};
    QTest::newRow("digested") << QStringList();
}

// Beside threads that are just ending, and free the same.
void TestPgTls::programEndsWithoutTidyingUp()
{
    QFETCH(const QStringList, arguments);
    QProcess program;
    program.start(QStringLiteral(USEOPENSSL), arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TestPgTls)
#include "tst_pgtls.moc"
