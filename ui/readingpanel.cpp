// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readingpanel.h"

#include "classlist.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Enough to see what a column holds.
constexpr int RowsShown = 3;
constexpr int ChooserRow = 0;

QString titleOf(StudentField field)
{
    switch (field) {
    case StudentField::StudentId:
        return ReadingPanel::tr("Student ID");
    case StudentField::GivenName:
        return ReadingPanel::tr("Given name");
    case StudentField::FamilyName:
        return ReadingPanel::tr("Family name");
    case StudentField::FullName:
        return ReadingPanel::tr("Whole name");
    case StudentField::Email:
        return ReadingPanel::tr("E-mail");
    case StudentField::BirthDate:
        return ReadingPanel::tr("Date of birth");
    case StudentField::GradeLevel:
        return ReadingPanel::tr("Grade");
    case StudentField::Course:
        return ReadingPanel::tr("Course");
    case StudentField::Notes:
        return ReadingPanel::tr("Notes");
    }
    return {};
}

QLabel *labelFor(QWidget *buddy, const QString &text)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

} // namespace

ReadingPanel::ReadingPanel(ClassList &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_sheet(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_question(new QLabel(this))
    , m_columns(new QTableWidget(this))
{
    m_sheetLabel = labelFor(m_sheet, tr("S&heet"));
    m_encodingLabel = labelFor(m_encoding, tr("&Letters"));
    m_encoding->setToolTip(tr("Choose another one when letters with accents look wrong"));
    m_encoding->addItems(textEncodings());
    m_question->setWordWrap(true);
    m_columns->setAccessibleName(tr("What each column of the file holds"));
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_columns->setEditTriggers(QAbstractItemView::NoEditTriggers);
    // It would hand the focus on to its first chooser at once, and Shift+Tab never got out.
    m_columns->setFocusPolicy(Qt::ClickFocus);
    m_columns->setTabKeyNavigation(false);
    m_columns->verticalHeader()->hide();
    m_columns->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_columns->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_columns->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_columns->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *choices = new QHBoxLayout;
    for (QWidget *widget : {static_cast<QWidget *>(m_sheetLabel), static_cast<QWidget *>(m_sheet),
             static_cast<QWidget *>(m_encodingLabel), static_cast<QWidget *>(m_encoding)})
        choices->addWidget(widget);
    choices->addWidget(m_question, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(choices);
    layout->addWidget(m_columns);

    connect(m_sheet, &QComboBox::activated, this, &ReadingPanel::chooseSheet);
    connect(m_encoding, &QComboBox::activated, this, &ReadingPanel::chooseEncoding);
    connect(&list, &ClassList::rosterChanged, this, &ReadingPanel::refresh);
    connect(&list, &ClassList::stateChanged, this, [this] { setEnabled(m_list.canBeReadAgain()); });
    setEnabled(list.canBeReadAgain());
    refresh();
}

void ReadingPanel::refresh()
{
    refreshChoices();
    refreshColumns();
}

void ReadingPanel::refreshChoices()
{
    const RosterSource &source = m_list.roster().source;
    m_sheetLabel->setText(source.kind == RosterSource::Kind::Bundle ? tr("C&lass") : tr("S&heet"));
    m_sheet->clear();
    if (source.kind == RosterSource::Kind::Bundle)
        m_sheet->addItem(tr("All classes, each its own course"), QString());
    for (const RosterSheet &sheet : source.sheets) {
        const QString title = sheet.title.isEmpty() ? sheet.name : sheet.title;
        m_sheet->addItem(sheet.hidden ? tr("%1 (hidden)").arg(title) : title, sheet.name);
    }
    m_sheet->setCurrentIndex(m_sheet->findData(source.sheet));
    const bool hasSheets = source.sheets.size() > 1;
    m_sheetLabel->setVisible(hasSheets);
    m_sheet->setVisible(hasSheets);
    const bool isText = source.kind == RosterSource::Kind::Text;
    m_encodingLabel->setVisible(isText);
    m_encoding->setVisible(isText);
    m_encoding->setCurrentIndex(m_encoding->findText(source.encoding));

    QStringList questions;
    const StudentList &students = m_list.roster().students;
    if (!students.hasField(StudentField::StudentId) && !students.hasField(StudentField::Email)
        && m_list.roster().size() > 0)
        questions +=
            tr("Which column tells who a student is? Choose “Student ID” or “E-mail” above "
               "it.");
    const auto &disputed = m_list.roster().disputed;
    for (auto field = disputed.cbegin(); field != disputed.cend(); ++field) {
        QStringList names;
        for (const int column : *field)
            names += tr("“%1”", "name of a column").arg(m_list.roster().headers.value(column));
        questions += tr("Several columns could be “%1”: %2. Is the right one chosen?")
                         .arg(titleOf(field.key()), names.join(QStringLiteral(", ")));
    }
    m_question->setText(questions.join(u'\n'));
}

void ReadingPanel::refreshColumns()
{
    const Roster &roster = m_list.roster();
    const int rows = std::min(RowsShown, roster.size());
    m_columns->clear();
    m_columns->setColumnCount(static_cast<int>(roster.headers.size()));
    m_columns->setRowCount(ChooserRow + 1 + rows);
    m_columns->setHorizontalHeaderLabels(roster.headers);
    QWidget *before = m_encoding;
    for (int column = 0; column < m_columns->columnCount(); ++column) {
        QComboBox *chooser = fieldChooser(column);
        m_columns->setCellWidget(ChooserRow, column, chooser);
        setTabOrder(before, chooser);
        before = chooser;
        for (int row = 0; row < rows; ++row) {
            m_columns->setItem(ChooserRow + 1 + row, column,
                new QTableWidgetItem(roster.students.table().text(row, column).toString()));
        }
    }
    m_columns->resizeColumnsToContents();
    m_columns->resizeRowsToContents();
    fitHeight();
}

// As high as its rows at most, and no scroll bar covers the last of them.
void ReadingPanel::fitHeight()
{
    int height = m_columns->horizontalHeader()->sizeHint().height() + 2 * m_columns->frameWidth();
    for (int row = 0; row < m_columns->rowCount(); ++row)
        height += m_columns->rowHeight(row);
    const bool scrolls = m_columns->horizontalHeader()->length() > width();
    m_columns->setMaximumHeight(
        height + (scrolls ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0));
    // With large text, the window may have no room for more than the choosers.
    m_columns->setMinimumHeight(qMin(m_columns->maximumHeight(),
        3 * m_columns->horizontalHeader()->sizeHint().height() + 2 * m_columns->frameWidth()));
}

void ReadingPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

std::optional<StudentField> ReadingPanel::fieldOf(int column) const
{
    for (int i = 0; i < StudentFieldCount; ++i) {
        const auto field = static_cast<StudentField>(i);
        if (m_list.roster().students.column(field) == column)
            return field;
    }
    return std::nullopt;
}

QComboBox *ReadingPanel::fieldChooser(int column)
{
    auto *chooser = new QComboBox(m_columns);
    chooser->addItem(tr("(only kept)"));
    for (int i = 0; i < StudentFieldCount; ++i)
        chooser->addItem(titleOf(static_cast<StudentField>(i)));
    const auto field = fieldOf(column);
    chooser->setCurrentIndex(field ? static_cast<int>(*field) + 1 : 0);
    chooser->setAccessibleName(
        tr("What the column “%1” holds").arg(m_list.roster().headers.value(column)));
    connect(chooser, &QComboBox::activated, this,
        [this, column](int index) { chooseField(column, index); });
    return chooser;
}

void ReadingPanel::chooseField(int column, int index)
{
    RosterOptions options = m_list.options();
    const QString header = m_list.roster().headers.value(column);
    if (const auto before = fieldOf(column))
        options.mapping.insert(*before, QString());
    if (index > 0)
        options.mapping.insert(static_cast<StudentField>(index - 1), header);
    Q_EMIT otherReadingWanted(options);
}

void ReadingPanel::chooseSheet(int index)
{
    RosterOptions options = m_list.options();
    options.sheet = m_sheet->itemData(index).toString();
    // Another sheet has other columns.
    options.mapping.clear();
    Q_EMIT otherReadingWanted(options);
}

void ReadingPanel::chooseEncoding(int index)
{
    RosterOptions options = m_list.options();
    options.encoding = m_encoding->itemText(index);
    Q_EMIT otherReadingWanted(options);
}

} // namespace Rollbook
