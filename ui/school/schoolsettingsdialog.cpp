// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "school/schoolsettingsdialog.h"

#include "announcement.h"
#include "reports/documentlanguages.h"
#include "runthencallback.h"
#include "school/logofield.h"
#include "table/statestyle.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Rollbook
{

namespace
{

constexpr int AddressLines = 4;
constexpr int MostNameLetters = 200;

// "Español", as whoever reads it calls it. A language has longer names in some countries ("español
// de España"), and Qt takes one of these for it.
QString languageName(const QString &language)
{
    const QLocale locale(language);
    QString name = locale.nativeLanguageName();
    if (name.isEmpty())
        return language;
    const bool namesCountry = language.contains(u'-');
    const auto everywhere = namesCountry
        ? QList<QLocale>()
        : QLocale::matchingLocales(locale.language(), locale.script(), QLocale::AnyTerritory);
    for (const QLocale &somewhere : everywhere) {
        const QString called = somewhere.nativeLanguageName();
        if (!called.isEmpty() && called.size() < name.size())
            name = called;
    }
    return name.at(0).toUpper() + name.mid(1);
}

} // namespace

SchoolSettingsDialog::SchoolSettingsDialog(School &school, QWidget *parent)
    : QDialog(parent)
    , m_school(school)
    , m_note(new QLabel(tr("This stands on reports and printed pages. Everybody who works with "
                           "this school has the same."),
          this))
    , m_name(new QLineEdit(this))
    , m_address(new QPlainTextEdit(this))
    , m_logo(new LogoField(this))
    , m_paper(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_problem(new QLabel(this))
    , m_announcement(new Announcement(this))
    , m_save(new QPushButton(tr("&Save for everybody"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("School settings"));
    m_name->setMaxLength(MostNameLetters);
    m_name->setPlaceholderText(tr("Oak Street School"));
    m_name->setAccessibleName(tr("Name of the school"));
    m_address->setPlaceholderText(tr("1 Oak Street\nSpringfield"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(m_address->fontMetrics().lineSpacing() * AddressLines
        + static_cast<int>(m_address->document()->documentMargin()) * 2
        + m_address->frameWidth() * 2);
    // Otherwise the file's address would be typed into it.
    m_address->setAcceptDrops(false);
    m_paper->addItem(tr("A4 (210 × 297 mm)"), static_cast<int>(Paper::A4));
    m_paper->addItem(tr("Letter (8.5 × 11 in)"), static_cast<int>(Paper::Letter));
    m_paper->setAccessibleName(tr("Paper"));
    m_language->addItem(tr("Like the program"), QString());
    const QStringList known = documentLanguages();
    for (const QString &language : known)
        m_language->addItem(languageName(language), language);
    m_language->setAccessibleName(tr("Language of the reports"));
    layOut();
    connect(m_save, &QPushButton::clicked, this, &SchoolSettingsDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_logo, &LogoField::refused, this, &SchoolSettingsDialog::showProblem);
    connect(m_logo, &LogoField::logoChanged, m_problem, &QWidget::hide);
    load();
}

void SchoolSettingsDialog::layOut()
{
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    fields->setVerticalSpacing(fontMetrics().height() * 2 / 3);
    fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    fields->addRow(tr("&Name of the school"), m_name);
    fields->addRow(tr("&Address"), m_address);
    fields->addRow(tr("Logo"), m_logo);
    fields->addRow(tr("&Paper"), m_paper);
    fields->addRow(tr("&Language of the reports"), m_language);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    m_save->setDefault(true);

    const int space = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addWidget(m_note);
    layout->addLayout(fields);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    giveRoom();
    takeColours();
}

// Lines that are broken need height, which a dialog does not ask them for.
void SchoolSettingsDialog::giveRoom()
{
    const int wanted = qMax(minimumWidth(), width());
    setMinimumHeight(layout()->totalHeightForWidth(isVisible() ? wanted : minimumWidth()));
}

void SchoolSettingsDialog::load()
{
    setWorking(true);
    runThenCallback(
        this, [&school = m_school] { return school.settings().letterhead(); },
        [this](const Expected<Letterhead> &letterhead) {
            setWorking(false);
            if (letterhead) {
                take(*letterhead);
                m_name->setFocus();
                return;
            }
            // Saving what is empty would take away what there is.
            m_save->setEnabled(false);
            showProblem(letterhead.error().sentence);
        });
}

void SchoolSettingsDialog::take(const Letterhead &letterhead)
{
    m_name->setText(letterhead.schoolName);
    m_address->setPlainText(letterhead.address);
    m_logo->setLogo(letterhead.logo);
    m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(letterhead.paper)));
    if (m_language->findData(letterhead.language) < 0)
        m_language->addItem(languageName(letterhead.language), letterhead.language);
    m_language->setCurrentIndex(m_language->findData(letterhead.language));
}

Letterhead SchoolSettingsDialog::letterhead() const
{
    return {m_name->text().simplified(), m_address->toPlainText().trimmed(), m_logo->logo(),
        static_cast<Paper>(m_paper->currentData().toInt()), m_language->currentData().toString()};
}

void SchoolSettingsDialog::save()
{
    setWorking(true);
    m_problem->hide();
    runThenCallback(
        this,
        [&school = m_school, letterhead = letterhead()] {
            return school.settings().save(letterhead);
        },
        [this](const Expected<void> &saved) {
            setWorking(false);
            if (saved)
                accept();
            else
                showProblem(saved.error().sentence);
        });
}

void SchoolSettingsDialog::setWorking(bool working)
{
    const std::initializer_list<QWidget *> all{
        m_name, m_address, m_logo, m_paper, m_language, m_save};
    for (QWidget *widget : all)
        widget->setEnabled(!working);
}

void SchoolSettingsDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    giveRoom();
    m_announcement->say(sentence);
}

void SchoolSettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void SchoolSettingsDialog::takeColours()
{
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, stateColor(RowState::Rejected, palette()));
    m_problem->setPalette(bad);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedTextColor(palette()));
    m_note->setPalette(muted);
}

} // namespace Rollbook
