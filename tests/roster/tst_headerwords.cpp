// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headerwords.h"
#include "typingerrors.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Rollbook;

/// The file of header words can be relied on, and typing errors are counted right.
class TestHeaderWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfTheFileAreWellFormed();
    void everyLanguageHasWordsForEveryField();
    void typingErrorsAreCounted_data();
    void typingErrorsAreCounted();
    void shortWordsTolerateNone();
};

void TestHeaderWords::wordsOfTheFileAreWellFormed()
{
    QFile file(QStringLiteral(":/roster/headers.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error{};
    const auto root = QJsonDocument::fromJson(file.readAll(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QStringList names{QStringLiteral("other")};
    for (int field = 0; field < StudentFieldCount; ++field)
        names += canonicalName(static_cast<StudentField>(field));

    // Two fields must not ask for one column with the same word at the same rank.
    QHash<QString, QString> owners;
    const auto entries = root.value(QStringLiteral("fields")).toArray();
    QVERIFY(entries.size() > StudentFieldCount);
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString field = entry.value(QStringLiteral("field")).toString();
        QVERIFY2(names.contains(field), qPrintable(field));
        for (const QString &condition : {QStringLiteral("beside"), QStringLiteral("without")}) {
            if (entry.contains(condition))
                QVERIFY(names.contains(entry.value(condition).toString()));
        }
        const QString terms = QString::number(entry.value(QStringLiteral("rank")).toInt(1))
            + entry.value(QStringLiteral("beside")).toString();
        const auto languages = entry.value(QStringLiteral("words")).toObject();
        for (const auto &words : languages) {
            const QJsonArray list = words.toArray();
            QVERIFY(!list.isEmpty());
            for (const auto &word : list) {
                const QString folded = foldedHeader(word.toString());
                QVERIFY2(!folded.isEmpty(), qPrintable(word.toString()));
                if (field == names.first())
                    continue;
                const QString owner = owners.value(terms + folded, field);
                QVERIFY2(owner == field, qPrintable(word.toString() + owner + field));
                owners.insert(terms + folded, field);
            }
        }
    }
}

void TestHeaderWords::everyLanguageHasWordsForEveryField()
{
    QFile file(QStringLiteral(":/roster/headers.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList languages = QStringLiteral("en es fr de pt it nl pl tr ar zh ja").split(u' ');
    QSet<QString> covered;
    const auto entries = root.value(QStringLiteral("fields")).toArray();
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto words = entry.value(QStringLiteral("words")).toObject();
        for (auto language = words.begin(); language != words.end(); ++language) {
            QVERIFY2(languages.contains(language.key()), qPrintable(language.key()));
            covered.insert(entry.value(QStringLiteral("field")).toString() + language.key());
        }
    }
    QCOMPARE(covered.size(), (StudentFieldCount + 1) * languages.size());
}

void TestHeaderWords::typingErrorsAreCounted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::addColumn<int>("errors");
    QTest::newRow("none") << "email"
                          << "email" << 0;
    QTest::newRow("exchanged") << "emial"
                               << "email" << 1;
    QTest::newRow("exchanged at the start") << "meail"
                                            << "email" << 1;
    QTest::newRow("left out") << "emal"
                              << "email" << 1;
    QTest::newRow("added at the end") << "emaill"
                                      << "email" << 1;
    QTest::newRow("mistaken") << "emaik"
                              << "email" << 1;
    QTest::newRow("exchanged twice") << "meali"
                                     << "email" << 2;
    QTest::newRow("exchanged and parted") << "ca"
                                          << "abc" << 3;
    QTest::newRow("nothing typed") << ""
                                   << "email" << 5;
    QTest::newRow("nothing meant") << "email"
                                   << "" << 5;
    QTest::newRow("nothing at all") << ""
                                    << "" << 0;
}

void TestHeaderWords::typingErrorsAreCounted()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, meant);
    QFETCH(const int, errors);
    QCOMPARE(typingErrors(typed, meant), errors);
    QCOMPARE(typingErrors(meant, typed), errors);
}

void TestHeaderWords::shortWordsTolerateNone()
{
    QCOMPARE(tolerableTypingErrors(u""), 0);
    QCOMPARE(tolerableTypingErrors(u"name"), 0);
    QCOMPARE(tolerableTypingErrors(u"email"), 1);
    QCOMPARE(tolerableTypingErrors(u"lastname"), 1);
    QCOMPARE(tolerableTypingErrors(u"firstname"), 2);
    QCOMPARE(tolerableTypingErrors(u"course123456"), 0);
    QCOMPARE(tolerableTypingErrors(u"学生身份证号码"), 0);
}

QTEST_APPLESS_MAIN(TestHeaderWords)
#include "tst_headerwords.moc"
