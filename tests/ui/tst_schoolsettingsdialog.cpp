// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "droppedfiles.h"
#include "sampleschool.h"
#include "school/logofield.h"
#include "school/schoolsettingsdialog.h"
#include "shownwindow.h"
#include "ui/theme.h"
#include "windowpicture.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Rollbook;
using namespace Qt::Literals::StringLiterals;

/// How a school says what stands on its documents.
class TestSchoolSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void savesForEverybody();
    void showsWhatWasSaved();
    void offersTheLanguagesThatThereAreWordsOf();
    void cancellingChangesNothing();
    void takesPictureThatIsDropped();
    void largePictureIsMadeSmaller();
    void whatIsNoPictureIsRefused();
    void removesPicture();
    void states_data();
    void states();

private:
    void open();
    QPushButton *button(const QString &text) const;
    QLineEdit *name() const { return m_dialog->findChild<QLineEdit *>(); }
    QComboBox *box(const QString &accessibleName) const;
    LogoField *logo() const { return m_dialog->findChild<LogoField *>(); }
    QString problem() const;
    Letterhead kept() { return *m_sample->school().settings().letterhead(); }
    QString picture(const QString &fileName, QSize size) const;

    std::unique_ptr<SampleSchool> m_sample;
    std::unique_ptr<ShownWindow> m_window;
    SchoolSettingsDialog *m_dialog = nullptr;
};

void TestSchoolSettingsDialog::init()
{
    m_sample = std::make_unique<SampleSchool>();
    m_window = std::make_unique<ShownWindow>(m_sample->school());
    QVERIFY(m_window->isActive());
}

void TestSchoolSettingsDialog::cleanup()
{
    m_window.reset();
    m_sample.reset();
    applyTheme(Theme::System);
}

void TestSchoolSettingsDialog::open()
{
    QTest::keyClick(&**m_window, Qt::Key_Comma, Qt::ControlModifier);
    m_dialog = (*m_window)->findChild<SchoolSettingsDialog *>();
    QVERIFY(m_dialog);
    QTRY_VERIFY(name()->isEnabled());
}

QPushButton *TestSchoolSettingsDialog::button(const QString &text) const
{
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text().remove(u'&').startsWith(text))
            return one;
    }
    return nullptr;
}

QComboBox *TestSchoolSettingsDialog::box(const QString &accessibleName) const
{
    const auto boxes = m_dialog->findChildren<QComboBox *>();
    for (QComboBox *one : boxes) {
        if (one->accessibleName() == accessibleName)
            return one;
    }
    return nullptr;
}

// What is said in the dialog that something is wrong.
QString TestSchoolSettingsDialog::problem() const
{
    const auto labels = m_dialog->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(u"picture that"_s))
            return label->text();
    }
    return {};
}

QString TestSchoolSettingsDialog::picture(const QString &fileName, QSize size) const
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(0x1f6f43));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(image.rect().adjusted(0, 0, -size.width() / 2, 0));
    painter.fillRect(QRect(QPoint(size.width() * 5 / 8, size.height() / 4), size / 3), Qt::black);
    painter.end();
    const QString path = m_sample->path(fileName);
    return image.save(path) ? path : QString();
}

void TestSchoolSettingsDialog::savesForEverybody()
{
    open();
    name()->setText(u"  Oak Street School "_s);
    m_dialog->findChild<QPlainTextEdit *>()->setPlainText(u"1 Oak Street\nSpringfield\n"_s);
    QComboBox *paper = box(u"Paper"_s);
    paper->setCurrentIndex(paper->findText(u"Letter"_s, Qt::MatchStartsWith));
    QComboBox *language = box(u"Language of the reports"_s);
    language->setCurrentIndex(language->findText(u"English"_s, Qt::MatchContains));
    const QPointer<SchoolSettingsDialog> dialog(m_dialog);
    button(u"Save"_s)->click();
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    QVERIFY((kept()
        == Letterhead{
            u"Oak Street School"_s, u"1 Oak Street\nSpringfield"_s, {}, Paper::Letter, u"en"_s}));
}

void TestSchoolSettingsDialog::showsWhatWasSaved()
{
    QVERIFY(m_sample->school().settings().save(
        {u"Oak Street School"_s, u"1 Oak Street"_s, {}, Paper::Letter, u"pt-BR"_s}));
    open();
    QCOMPARE(name()->text(), u"Oak Street School"_s);
    QCOMPARE(m_dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"1 Oak Street"_s);
    QVERIFY(box(u"Paper"_s)->currentText().startsWith(u"Letter"_s));
    // Also one that this program has no words of.
    QCOMPARE(box(u"Language of the reports"_s)->currentData().toString(), u"pt-BR"_s);
}

void TestSchoolSettingsDialog::offersTheLanguagesThatThereAreWordsOf()
{
    open();
    QComboBox *languages = box(u"Language of the reports"_s);
    QStringList names;
    QStringList codes;
    for (int i = 0; i < languages->count(); ++i) {
        names += languages->itemText(i);
        codes += languages->itemData(i).toString();
    }
    QCOMPARE(codes, (QStringList{QString(), u"en"_s, u"de"_s, u"es"_s, u"fr"_s}));
    QCOMPARE(names,
        (QStringList{
            u"Like the program"_s, u"English"_s, u"Deutsch"_s, u"Español"_s, u"Français"_s}));
}

void TestSchoolSettingsDialog::cancellingChangesNothing()
{
    open();
    name()->setText(u"Oak Street School"_s);
    const QPointer<SchoolSettingsDialog> dialog(m_dialog);
    QTest::keyClick(name(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    QVERIFY(kept() == Letterhead());
}

void TestSchoolSettingsDialog::takesPictureThatIsDropped()
{
    open();
    drop(*logo(), *filesToDrop({picture(u"oak.png"_s, {400, 200})}));
    QTRY_VERIFY(!logo()->logo().isEmpty());
    QCOMPARE(QImage::fromData(logo()->logo()).size(), QSize(400, 200));
    const QByteArray shown = logo()->logo();
    button(u"Save"_s)->click();
    QTRY_COMPARE(kept().logo, shown);
}

void TestSchoolSettingsDialog::largePictureIsMadeSmaller()
{
    open();
    logo()->take(picture(u"large.png"_s, {4000, 2000}));
    QTRY_VERIFY(!logo()->logo().isEmpty());
    QCOMPARE(QImage::fromData(logo()->logo()).size(), QSize(600, 300));
    QVERIFY(logo()->logo().size() <= SchoolSettings::MostLogoBytes);
}

void TestSchoolSettingsDialog::whatIsNoPictureIsRefused()
{
    open();
    drop(*logo(), *filesToDrop({m_sample->write(u"letter.docx"_s, "no picture")}));
    QTRY_COMPARE(problem(),
        u"“letter.docx” is not a picture that Rollbook can read. Choose a PNG or JPEG file."_s);
    QVERIFY(logo()->logo().isEmpty());
    // It goes away with what it was about.
    logo()->take(picture(u"oak.png"_s, {40, 20}));
    QTRY_VERIFY(problem().isEmpty());
}

void TestSchoolSettingsDialog::removesPicture()
{
    QVERIFY(m_sample->school().settings().save({{}, {}, "\x89PNG", Paper::A4, {}}));
    open();
    button(u"Remove it"_s)->click();
    QVERIFY(!button(u"Remove it"_s)->isEnabled());
    button(u"Save"_s)->click();
    QTRY_VERIFY(kept().logo.isEmpty());
}

void TestSchoolSettingsDialog::states_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << Theme::Light << u"light"_s;
    QTest::newRow("dark") << Theme::Dark << u"dark"_s;
}

// Made to be looked at.
void TestSchoolSettingsDialog::states()
{
    QFETCH(const Theme, theme);
    QFETCH(const QString, name);
    applyTheme(theme);
    open();
    QVERIFY(!keepPictureOf(*m_dialog, u"13-settings-empty"_s, name).isNull());
    this->name()->setText(u"Oak Street School"_s);
    m_dialog->findChild<QPlainTextEdit *>()->setPlainText(u"1 Oak Street\nSpringfield"_s);
    logo()->take(picture(u"oak.png"_s, {400, 200}));
    QTRY_VERIFY(!logo()->logo().isEmpty());
    QVERIFY(!keepPictureOf(*m_dialog, u"13-settings"_s, name).isNull());
    logo()->take(m_sample->write(u"letter.docx"_s, "no picture"));
    QTRY_VERIFY(!problem().isEmpty());
    QVERIFY(!keepPictureOf(*m_dialog, u"13-settings-problem"_s, name).isNull());
    QVERIFY(logo()->height() >= logo()->minimumSizeHint().height());
    QVERIFY(m_dialog->width() < 1280 && m_dialog->height() < 800);
}

QTEST_MAIN(TestSchoolSettingsDialog)
#include "tst_schoolsettingsdialog.moc"
