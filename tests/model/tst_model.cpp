// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casemaker.h"
#include "caserun.h"
#include "caseshrinking.h"
#include "casetext.h"
#include "keptcases.h"

#include <QRandomGenerator>
#include <QTest>

#include <optional>

using namespace Rollbook;

namespace
{

// So many cases share a school: making one takes longer than a case, and in a large one the
// courses of all the others would be looked at again and again.
constexpr int CasesInASchool = 25;
// What depends on the moment does not go wrong each time.
constexpr int TriesToFail = 3;

int casesWanted()
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_MODEL_CASES", &ok);
    return ok ? wanted : 300;
}

QString differenceInSchoolOfItsOwn(const ModelCase &modelCase)
{
    ModelSchool school;
    return differenceIn(school, modelCase, QStringLiteral("x"));
}

bool goesWrong(const ModelCase &modelCase)
{
    for (int i = 0; i < TriesToFail; ++i) {
        if (!differenceInSchoolOfItsOwn(modelCase).isEmpty())
            return true;
    }
    return false;
}

// What a failure says: enough to keep the least of it in keptcases.h.
QString report(quint32 seed, const QString &difference)
{
    const ModelCase whole = randomCase(seed);
    const ModelCase least = shrunk(whole, goesWrong);
    return QStringLiteral("seed %1: %2\nthe least that goes wrong: %3\n%4")
        .arg(QString::number(seed), difference, differenceInSchoolOfItsOwn(least), textOf(least));
}

} // namespace

/// Whatever happens to a school, it comes out as one row after the other by the rules.
class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptCasesStayRight_data();
    void keptCasesStayRight();
    void casesAreReadAsTheyAreWritten();
    void casesAreShrunkToWhatMatters();
    void randomCasesComeOutAsTheRulesSay();
};

void TestModel::keptCasesStayRight_data()
{
    QTest::addColumn<QString>("text");
    for (const KeptCase &kept : KeptCases)
        QTest::newRow(kept.name) << QString::fromUtf8(kept.text);
}

void TestModel::keptCasesStayRight()
{
    QFETCH(const QString, text);
    const auto kept = caseFrom(text);
    QVERIFY(kept);
    const QString difference = differenceInSchoolOfItsOwn(*kept);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestModel::casesAreReadAsTheyAreWritten()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        const ModelCase made = randomCase(seed);
        const auto read = caseFrom(textOf(made));
        QVERIFY(read);
        QCOMPARE(textOf(*read), textOf(made));
        QVERIFY(*read == made);
    }
    QVERIFY(!caseFrom(QStringLiteral("course number=0 chairs=3")));
    QVERIFY(!caseFrom(QStringLiteral("dance")));
}

void TestModel::casesAreShrunkToWhatMatters()
{
    // As if an undo of a run that student 3 is in were wrong.
    const auto fails = [](const ModelCase &one) {
        bool isIn = false;
        for (const ModelStep &step : one.steps) {
            for (const CaseRow &row : step.rows)
                isIn = isIn || row.student == 3;
            if (isIn && step.kind == ModelStep::Kind::Undo)
                return true;
        }
        return false;
    };
    int failures = 0;
    for (quint32 seed = 0; seed < 200; ++seed) {
        const ModelCase whole = randomCase(seed);
        if (!fails(whole))
            continue;
        ++failures;
        QCOMPARE(textOf(shrunk(whole, fails)),
            QStringLiteral("register\nrow student=3 course=0\nundo\n"));
    }
    QVERIFY(failures > 0);
}

void TestModel::randomCasesComeOutAsTheRulesSay()
{
    const quint32 first = qEnvironmentVariableIsSet("ROLLBOOK_MODEL_SEED")
        ? qEnvironmentVariable("ROLLBOOK_MODEL_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    const int cases = casesWanted();
    qInfo("%d cases from seed %u", cases, first);
    std::optional<ModelSchool> school;
    for (int i = 0; i < cases; ++i) {
        if (i % CasesInASchool == 0)
            school.emplace();
        const quint32 seed = first + static_cast<quint32>(i);
        const QString difference =
            differenceIn(*school, randomCase(seed), QStringLiteral("m%1").arg(i));
        if (!difference.isEmpty())
            QFAIL(qPrintable(report(seed, difference)));
    }
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
