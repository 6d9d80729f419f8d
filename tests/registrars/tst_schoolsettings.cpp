// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teststore.h"

#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// What every school keeps of what it has settled.
class TestSchoolSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStore::addKinds(); }
    void init();
    void cleanup() { m_school.reset(); }

    void newSchoolHasSaidNothing();
    void keepsAllOfALetterhead();
    void lastOneIsKept();
    void everybodyHasTheSame();
    void changeIsWrittenDown();
    void savingTheSameIsNoChange();
    void refusesPictureThatIsTooLarge();

private:
    SchoolSettings &settings() const { return m_school->settings(); }
    static Letterhead oakSchool();

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<School> m_school;
};

void TestSchoolSettings::init()
{
    QFETCH_GLOBAL(const QString, store);
    m_store = std::make_unique<TestStore>(store);
    m_school = m_store->open();
    QVERIFY(m_school);
}

Letterhead TestSchoolSettings::oakSchool()
{
    // A zero in it, as pictures have them.
    return {u"Colegio del Ñandú"_s, u"1 Oak Lane\nSpringfield"_s, QByteArray("\x89PNG\0\1", 6),
        Paper::Letter, u"es-MX"_s};
}

void TestSchoolSettings::newSchoolHasSaidNothing()
{
    const auto letterhead = settings().letterhead();
    QVERIFY(letterhead);
    QCOMPARE(*letterhead, Letterhead());
}

void TestSchoolSettings::keepsAllOfALetterhead()
{
    QVERIFY(settings().save(oakSchool()));
    QCOMPARE(settings().letterhead()->schoolName, oakSchool().schoolName);
    QCOMPARE(settings().letterhead()->logo, oakSchool().logo);
    QVERIFY(*settings().letterhead() == oakSchool());
}

void TestSchoolSettings::lastOneIsKept()
{
    QVERIFY(settings().save(oakSchool()));
    const Letterhead other{u"Oak School"_s, {}, {}, Paper::A4, {}};
    QVERIFY(settings().save(other));
    QVERIFY(*settings().letterhead() == other);
}

void TestSchoolSettings::everybodyHasTheSame()
{
    QVERIFY(settings().save(oakSchool()));
    const auto colleague = m_store->open();
    QVERIFY(*colleague->settings().letterhead() == oakSchool());
}

void TestSchoolSettings::changeIsWrittenDown()
{
    QVERIFY(settings().save(oakSchool()));
    Letterhead moved = oakSchool();
    moved.address = u"2 Oak Lane"_s;
    moved.paper = Paper::A4;
    QVERIFY(settings().save(moved));
    const AuditEntry entry = m_school->audit().entries()->first();
    QCOMPARE(entry.action, AuditAction::LetterheadSaved);
    QCOMPARE(entry.subject, moved.schoolName);
    QCOMPARE(entry.content, u"{\"changed\":[\"address\",\"paper\"]}"_s);
    const auto verified = m_school->audit().verify();
    QVERIFY(verified);
    QVERIFY(!verified->firstBreak);
}

void TestSchoolSettings::savingTheSameIsNoChange()
{
    QVERIFY(settings().save(oakSchool()));
    const auto entries = m_school->audit().entries()->size();
    QVERIFY(settings().save(oakSchool()));
    QCOMPARE(m_school->audit().entries()->size(), entries);
}

void TestSchoolSettings::refusesPictureThatIsTooLarge()
{
    QVERIFY(settings().save(oakSchool()));
    Letterhead large = oakSchool();
    large.logo = QByteArray(SchoolSettings::MostLogoBytes + 1, 'x');
    const auto saved = settings().save(large);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidData);
    QVERIFY(*settings().letterhead() == oakSchool());
}

QTEST_GUILESS_MAIN(TestSchoolSettings)
#include "tst_schoolsettings.moc"
