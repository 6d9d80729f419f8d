// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "values/emailaddress.h"

#include <QTest>

using namespace Rollbook;

/// Addresses that mail can reach are told from those that it cannot, and slips are seen.
class TestEmailAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsKnown_data();
    void addressIsKnown();
    void wrappingIsTakenOff_data();
    void wrappingIsTakenOff();
    void slipIsSeen_data();
    void slipIsSeen();
    void rightAddressIsLeftAlone_data();
    void rightAddressIsLeftAlone();
};

void TestEmailAddress::addressIsKnown_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("known");
    const auto known = [](const QByteArray &address) {
        QTest::addRow("right: %s", address.left(60).constData()) << address << true;
    };
    const auto wrong = [](const QByteArray &address) {
        QTest::addRow("wrong: %s", address.left(60).constData()) << address << false;
    };
    known("ana@example.org");
    known("Ana.Munoz+school_1@mail.example.co.uk");
    known("b.o'hara@x-y.org");
    known("a@b.cd");
    known("1@2.xn--p1ai");
    known("íñigo@example.org");
    known("ana@münchen.de");
    known("用户@例子.公司");
    known("иван@почта.рф");
    known(QByteArray(64, 'a') + "@example.org");
    known("a@" + QByteArray(63, 'b') + ".org");

    for (const char *address : {"", "@", "a@", "@b.org", "ana", "ana@example", "ana@example.",
             "ana@.org", "ana@example..org", "ana..m@example.org", ".ana@example.org",
             "ana.@example.org", "ana@@example.org", "ana@exa@mple.org", "ana munoz@example.org",
             "ana@exam ple.org", " ana@example.org", "ana@example.org ", "ana@example.o",
             "ana@127.0.0.1", "ana@[127.0.0.1]", "\"ana\"@example.org", "ana@-example.org",
             "ana@example-.org", "ana@exam_ple.org", "ana@example.org;", "<ana@example.org>",
             "ana,m@example.org", "ana@example,org", "ana\u00A0m@example.org",
             "ana@exam\u3000ple.org", "ana\uFFFD@example.org", "ana@\uFFFD.org", "\xFF@example.org",
             "ana@\xC3.org", "ana\t@example.org", "ana@example.org\n"})
        wrong(address);
    wrong(QByteArray("a\0b@example.org", 15));
    wrong(QByteArray(65, 'a') + "@example.org");
    wrong("a@" + QByteArray(64, 'b') + ".org");
    wrong("a@" + QByteArray("b.").repeated(130) + "org");
    wrong("a@" + QByteArray("ü").repeated(80) + ".org");
    wrong(QByteArray(1 << 20, 'a'));
    wrong(QByteArray(1 << 20, '@'));
    wrong("a@" + QByteArray(1 << 20, '.'));
    wrong("a@" + QByteArray("ü").repeated(1 << 19));
}

void TestEmailAddress::addressIsKnown()
{
    QFETCH(const QByteArray, address);
    QTEST(isEmailAddress(address), "known");
}

void TestEmailAddress::wrappingIsTakenOff_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("address");
    const QByteArray ana("ana@example.org");
    QTest::newRow("none") << ana << ana;
    QTest::newRow("blanks") << QByteArray(" ana@example.org ") << ana;
    QTest::newRow("link") << QByteArray("mailto:ana@example.org") << ana;
    QTest::newRow("link with subject") << QByteArray("MailTo:ana@example.org?subject=x") << ana;
    QTest::newRow("name") << QByteArray("Ana Muñoz <ana@example.org>") << ana;
    QTest::newRow("name in quotes") << QByteArray("\"Muñoz, Ana\" <ana@example.org>;") << ana;
    QTest::newRow("link in a name") << QByteArray("Ana <mailto:ana@example.org>") << ana;
    QTest::newRow("semicolon") << QByteArray("ana@example.org;") << ana;
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("nothing inside") << QByteArray("<>") << QByteArray();
    QTest::newRow("half") << QByteArray("Ana <ana") << QByteArray("Ana <ana");
    QTest::newRow("scheme alone") << QByteArray("mailto:") << QByteArray("mailto:");
    QTest::newRow("separators") << QByteArray(";;, ;") << QByteArray();
}

void TestEmailAddress::wrappingIsTakenOff()
{
    QFETCH(const QByteArray, cell);
    QTEST(cleanedEmail(cell).toByteArray(), "address");
}

void TestEmailAddress::slipIsSeen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("meant");
    const auto slip = [](const char *address, const char *meant) {
        QTest::newRow(address) << QString::fromUtf8(address) << QString::fromUtf8(meant);
    };
    slip("ana@gmial.com", "ana@gmail.com");
    slip("ana@gmail.con", "ana@gmail.com");
    slip("ana@gmail.co", "ana@gmail.com");
    slip("ana@gamil.com", "ana@gmail.com");
    slip("ana@GMIAL.com", "ana@gmail.com");
    slip("ana@gmail.comm", "ana@gmail.com");
    slip("Ana.M@hotmial.com", "Ana.M@hotmail.com");
    slip("ana@hotmai.com", "ana@hotmail.com");
    slip("ana@yahoo.cm", "ana@yahoo.com");
    slip("ana@yaho.com", "ana@yahoo.com");
    slip("ana@yahoo.co.uj", "ana@yahoo.co.uk");
    slip("ana@outlok.com", "ana@outlook.com");
    slip("ana@icloud.co", "ana@icloud.com");
    slip("ana@gmail,com", "ana@gmail.com");
    slip("ana,munoz@example.org", "ana.munoz@example.org");
    slip("ana@example,org", "ana@example.org");
    slip("ana @gmail.com", "ana@gmail.com");
    slip("ana@exam ple.org", "ana@example.org");
    slip("ana@@example.org", "ana@example.org");
    slip("ana＠example.org", "ana@example.org");
    slip("ana@example..org", "ana@example.org");
    slip("ana@example.org.", "ana@example.org");
    slip("ana(at)example.org", "ana@example.org");
    slip("ana.gmail.com", "ana@gmail.com");
    slip("anagmail.com", "ana@gmail.com");
    slip("ana\"hotmail.es", "ana@hotmail.es");
    slip("mailto:ana@example.org", "ana@example.org");
    slip("Ana <ana@gmial.com>", "ana@gmail.com");
    slip("íñigo@gmial.com", "íñigo@gmail.com");
}

void TestEmailAddress::slipIsSeen()
{
    QFETCH(const QString, address);
    const auto suggested = suggestedEmail(address);
    QVERIFY(suggested);
    QTEST(*suggested, "meant");
}

void TestEmailAddress::rightAddressIsLeftAlone_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
        {"ana@gmail.com", "ana@GMAIL.com", "ana@ymail.com", "ana@mail.com", "ana@email.com",
            "ana@cloud.com", "ana@yahoo.cl", "ana@outlook.at", "ana@hotmail.es", "ana@gmx.net",
            "ana@we.com", "ana@example.org", "ana@school.gmail.example", "ana@münchen.de", "", "@",
            "nowhere", "b at x", "gmail.com", "@gmail.com", "ana@", "..", "\uFFFD@\uFFFD"})
        QTest::newRow(address) << QString::fromUtf8(address);
    QTest::newRow("huge") << QString(1 << 20, u'@');
}

void TestEmailAddress::rightAddressIsLeftAlone()
{
    QFETCH(const QString, address);
    const auto suggested = suggestedEmail(address);
    QVERIFY2(!suggested, suggested ? qPrintable(*suggested) : "");
}

QTEST_APPLESS_MAIN(TestEmailAddress)
#include "tst_emailaddress.moc"
