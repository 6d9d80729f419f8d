// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caserun.h"
#include "teststore.h"

#include <QRandomGenerator>
#include <QTest>

#include <optional>

using namespace Rollbook;

namespace
{

// So many cases share a school: making one takes longer than a case.
constexpr int CasesInASchool = 500;

int casesWanted()
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("ROLLBOOK_MODEL_CASES", &ok);
    return ok ? wanted : 300;
}

QString differenceInSchoolOfItsOwn(const ModelCase &modelCase)
{
    const TestStore place(QStringLiteral("sqlite"));
    return differenceIn(*place.open(), modelCase);
}

// The case without that row, none where it has none or goes right without it.
std::optional<ModelCase> smaller(const ModelCase &failing, qsizetype run, qsizetype row)
{
    ModelCase less = failing;
    less.runs[run].students.removeAt(row);
    less.runs[run].courses.removeAt(row);
    return differenceInSchoolOfItsOwn(less).isEmpty() ? std::nullopt : std::optional(less);
}

/// What is left of a case that goes wrong when all is taken away that does not matter.
ModelCase shrunk(ModelCase failing)
{
    for (qsizetype run = failing.runs.size() - 1; run >= 0; --run) {
        for (qsizetype row = failing.runs.at(run).students.size() - 1; row >= 0; --row) {
            if (const auto less = smaller(failing, run, row))
                failing = *less;
        }
    }
    return failing;
}

} // namespace

/// Whatever happens to runs of whatever lists, it comes out as one row after the other by the
/// rules.
class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foundCasesStayRight_data();
    void foundCasesStayRight();
    void randomCasesComeOutAsTheRulesSay();
};

void TestModel::foundCasesStayRight_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("the first") << 1U;
}

void TestModel::foundCasesStayRight()
{
    QFETCH(const quint32, seed);
    const ModelCase found = ModelCase::random(seed, QStringLiteral("x"));
    const QString difference = differenceInSchoolOfItsOwn(found);
    QVERIFY2(difference.isEmpty(), qPrintable(difference + u'\n' + found.description()));
}

void TestModel::randomCasesComeOutAsTheRulesSay()
{
    const quint32 first = qEnvironmentVariableIsSet("ROLLBOOK_MODEL_SEED")
        ? static_cast<quint32>(qEnvironmentVariableIntValue("ROLLBOOK_MODEL_SEED"))
        : QRandomGenerator::global()->generate();
    const int cases = casesWanted();
    qInfo("%d cases from seed %u", cases, first);
    std::optional<TestStore> place;
    std::unique_ptr<School> school;
    for (int i = 0; i < cases; ++i) {
        if (i % CasesInASchool == 0) {
            school.reset();
            place.emplace(QStringLiteral("sqlite"));
            school = place->open();
        }
        const quint32 seed = first + static_cast<quint32>(i);
        const ModelCase random = ModelCase::random(seed, QStringLiteral("m%1").arg(i));
        const QString difference = differenceIn(*school, random);
        if (difference.isEmpty())
            continue;
        const ModelCase least = shrunk(ModelCase::random(seed, QStringLiteral("x")));
        QFAIL(qPrintable(QStringLiteral("seed %1: %2\nthe least that goes wrong: %3\n%4")
                             .arg(QString::number(seed), difference,
                                 differenceInSchoolOfItsOwn(least), least.description())));
    }
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
