// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailpanel.h"

#include "classlist.h"
#include "correctingagain.h"
#include "rostertable.h"
#include "rowactions.h"

#include "table/rosterproxymodel.h"
#include "table/statestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QMetaMethod>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// Counting the states of so many is not done every frame.
constexpr qsizetype ManyRows = 20'000;
constexpr std::chrono::milliseconds FrameLength{16};
constexpr std::chrono::milliseconds WhereManyAreChosen{250};

QString asTable(const QList<std::pair<QString, QString>> &fields, const QColor &muted)
{
    QString rows;
    for (const auto &[name, text] : fields) {
        rows +=
            QStringLiteral("<tr><td style='color:%1; padding-right:1em'>%2</td><td>%3</td></tr>")
                .arg(muted.name(), name.toHtmlEscaped(), text.toHtmlEscaped());
    }
    return QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(rows);
}

// Where there is no room for both side by side.
QString asLines(const QList<std::pair<QString, QString>> &fields, const QColor &muted)
{
    QStringList lines;
    for (const auto &[name, text] : fields) {
        lines += QStringLiteral("<span style='color:%1'>%2</span><br>%3")
                     .arg(muted.name(), name.toHtmlEscaped(), text.toHtmlEscaped());
    }
    return lines.join(QStringLiteral("<br>"));
}

void setTextAndVisible(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

DetailPanel::DetailPanel(ClassList &list, RosterTable &table, RowActions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_list(list)
    , m_table(table)
    , m_actions(actions)
    , m_correcting(new CorrectingAgain(list, table, this))
    , m_name(new QLabel(this))
    , m_place(new QLabel(this))
    , m_icon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_correct(new QPushButton(this))
    , m_tryAgain(new QPushButton(this))
    , m_leaveOut(new QPushButton(this))
    , m_openCourse(new QPushButton(tr("Open the course"), this))
    , m_everything(new QPushButton(tr("Everything about this student"), this))
{
    setAccessibleName(tr("Details of the chosen student"));
    m_soon.setSingleShot(true);
    layOut();
    follow();
    showNobody();
}

void DetailPanel::follow()
{
    connect(&m_soon, &QTimer::timeout, this, &DetailPanel::refresh);
    connect(m_table.selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &DetailPanel::refreshSoon);
    connect(m_table.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DetailPanel::refreshSoon);
    connect(m_table.proxy(), &QAbstractItemModel::layoutChanged, this, &DetailPanel::refreshSoon);
    connect(m_list.model(), &QAbstractItemModel::modelReset, this, &DetailPanel::refreshSoon);
    connect(&m_list, &ClassList::stateChanged, this, &DetailPanel::refreshSoon);
    connect(&m_list, &ClassList::undoChanged, this, &DetailPanel::refreshSoon);
    connect(m_list.model(), &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &topLeft, const QModelIndex &bottomRight) {
            concerning(topLeft.row(), bottomRight.row());
        });
    connect(m_close, &QAbstractButton::clicked, this, &DetailPanel::closeWanted);
    connect(m_correct, &QAbstractButton::clicked, this, &DetailPanel::correct);
    connect(m_tryAgain, &QAbstractButton::clicked, &m_actions, &RowActions::tryAgain);
    connect(m_leaveOut, &QAbstractButton::clicked, &m_actions, &RowActions::leaveOutOrTakeBack);
    connect(m_openCourse, &QAbstractButton::clicked, this, [this] {
        if (m_rows.size() == 1)
            Q_EMIT courseWanted(m_list.model()->courses().courseOf(m_rows.first()));
    });
    connect(m_everything, &QAbstractButton::clicked, this, [this] {
        if (m_rows.size() == 1)
            Q_EMIT studentHistoryWanted(m_list.roster().students.student(m_rows.first()));
    });
}

void DetailPanel::layOut()
{
    const int space = fontMetrics().height() / 2;
    setFrameShape(QFrame::StyledPanel);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_name->setFont(large);
    QFont bold = font();
    bold.setBold(true);
    m_state->setFont(bold);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details (F4)"));
    for (QLabel *label : {m_name, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *state = new QHBoxLayout;
    state->addWidget(m_icon);
    state->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space * 3 / 2, space, space * 3 / 2, space * 3 / 2);
    layout->setSpacing(space);
    layout->addLayout(head);
    layout->addWidget(m_place);
    layout->addLayout(state);
    layout->addWidget(m_reason);
    m_rule = addSection(*layout, tr("The rule that decided"));
    m_advice = addSection(*layout, tr("What to do"));
    layOutButtons(*layout);
    m_attempts = addSection(*layout, tr("Attempts"));
    m_fields = addSection(*layout, tr("In the list"));
    m_fields.text->setTextFormat(Qt::RichText);
    layout->addStretch(1);
    setWidget(content);
}

void DetailPanel::layOutButtons(QVBoxLayout &layout)
{
    for (QPushButton *button : {m_correct, m_tryAgain, m_leaveOut, m_openCourse, m_everything})
        layout.addWidget(button);
}

DetailPanel::Section DetailPanel::addSection(QVBoxLayout &layout, const QString &title)
{
    Section section{new QLabel(title, this), new QLabel(this)};
    QFont bold = font();
    bold.setBold(true);
    section.title->setFont(bold);
    section.text->setTextFormat(Qt::PlainText);
    section.text->setWordWrap(true);
    section.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section.text->setAccessibleName(title);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(fontMetrics().height() / 6);
    lines->addWidget(section.title);
    lines->addWidget(section.text);
    layout.addLayout(lines);
    return section;
}

QSize DetailPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, QScrollArea::sizeHint().height()};
}

QSize DetailPanel::minimumSizeHint() const
{
    const QMargins margins = widget()->layout()->contentsMargins();
    const int beside = margins.left() + margins.right() + verticalScrollBar()->sizeHint().width()
        + 2 * frameWidth();
    return {m_everything->sizeHint().width() + beside, QScrollArea::minimumSizeHint().height()};
}

void DetailPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool isNarrow = width() < sizeHint().width() * 3 / 4;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    refresh();
}

void DetailPanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void DetailPanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshSoon();
}

void DetailPanel::refreshSoon()
{
    if (!isVisible() || m_soon.isActive())
        return;
    m_soon.start(m_rows.size() > ManyRows ? WhereManyAreChosen : FrameLength);
}

void DetailPanel::concerning(int firstRow, int lastRow)
{
    const bool concerned = m_rows.size() > ManyRows
        || std::any_of(m_rows.cbegin(), m_rows.cend(),
            [=](qint32 row) { return row >= firstRow && row <= lastRow; });
    if (concerned)
        refreshSoon();
}

void DetailPanel::refresh()
{
    if (!isVisible())
        return;
    m_rows = m_table.selectedRows();
    if (m_rows.isEmpty())
        showNobody();
    else if (m_rows.size() == 1)
        tell(detailsOf(m_list, m_rows.first()));
    else
        showSeveral();
    refreshButtons();
}

void DetailPanel::showNobody()
{
    RowDetails nobody;
    nobody.name = tr("Nobody chosen");
    nobody.reason = tr("Choose a student in the table; what is known of them is told here.");
    tell(nobody);
    m_icon->hide();
    m_state->hide();
    refreshButtons();
}

void DetailPanel::showSeveral()
{
    std::array<int, RowStateCount> counts{};
    for (const qint32 row : std::as_const(m_rows))
        ++counts[static_cast<std::size_t>(m_list.model()->rowState(row))];
    RowDetails several;
    several.name = tr("%n student(s) chosen", nullptr, static_cast<int>(m_rows.size()));
    for (int i = 0; i < RowStateCount; ++i) {
        if (counts[static_cast<std::size_t>(i)] > 0)
            several.fields += {rowStateTitle(static_cast<RowState>(i)),
                QLocale().toString(counts[static_cast<std::size_t>(i)])};
    }
    tell(several);
    m_fields.title->setText(tr("How they stand"));
    m_icon->hide();
    m_state->hide();
}

void DetailPanel::tell(const RowDetails &details)
{
    m_name->setText(details.name);
    setTextAndVisible(m_place, details.place);
    const int size = fontMetrics().height();
    m_icon->setPixmap(stateIcon(details.state, palette()).pixmap(QSize(size, size)));
    m_icon->show();
    m_state->setText(rowStateTitle(details.state));
    QPalette colored = palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        colored.setColor(role, stateColor(details.state, palette()));
    m_state->setPalette(colored);
    m_state->show();
    setTextAndVisible(m_reason, details.reason);
    const auto fill = [](const Section &section, const QString &text) {
        section.title->setVisible(!text.isEmpty());
        setTextAndVisible(section.text, text);
    };
    fill(m_rule, details.rule);
    fill(m_advice, details.advice);
    fill(m_attempts, details.attempts.join(u'\n'));
    m_fields.title->setText(tr("In the list"));
    fill(m_fields,
        details.fields.isEmpty() ? QString()
            : m_isNarrow         ? asLines(details.fields, mutedTextColor(palette()))
                                 : asTable(details.fields, mutedTextColor(palette())));
    QPalette muted = palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        muted.setColor(role, mutedTextColor(palette()));
    m_place->setPalette(muted);
}

bool DetailPanel::canCorrect() const
{
    const QModelIndex current = m_table.currentIndex();
    return current.isValid()
        && m_correcting->isPossible(m_table.proxy()->mapToSource(current).row());
}

void DetailPanel::correct()
{
    const QModelIndex current = m_table.currentIndex();
    if (current.isValid())
        m_correcting->start(m_table.proxy()->mapToSource(current).row());
}

void DetailPanel::refreshButtons()
{
    const bool isOne = m_rows.size() == 1;
    m_correct->setVisible(isOne && m_correcting->isPossible(m_rows.first()));
    m_correct->setText(
        m_correcting->triesAgain() ? tr("Correct and try again") : tr("Correct the marked cell"));
    const TryingAgain again(m_list, m_rows);
    m_tryAgain->setVisible(again.isPossible());
    // The letters of Alt mean what they mean without the panel.
    m_tryAgain->setText(again.text().remove(u'&'));
    const QString leavingOut = m_rows.isEmpty() ? QString() : m_actions.wordsForLeavingOut();
    m_leaveOut->setVisible(!leavingOut.isEmpty());
    m_leaveOut->setText(QString(leavingOut).remove(u'&'));
    const bool hasCourse = isOne && !m_list.model()->courses().courseOf(m_rows.first()).isNull();
    m_openCourse->setVisible(
        hasCourse && isSignalConnected(QMetaMethod::fromSignal(&DetailPanel::courseWanted)));
    m_everything->setVisible(
        isOne && isSignalConnected(QMetaMethod::fromSignal(&DetailPanel::studentHistoryWanted)));
}

} // namespace Rollbook
