// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportdialog.h"

#include "report/reportkinds.h"
#include "savedialog.h"
#include "table/statestyle.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace Rollbook
{

namespace
{

const QLatin1StringView KindKey("report/kind");
const QLatin1StringView RowsKey("report/rows");
constexpr int AboutLines = 2;
constexpr int MostSameNames = 1000;

QString titleWithCount(const QString &title, int count)
{
    return QStringLiteral("%1 (%2)").arg(title, QLocale().toString(count));
}

// Those that are the same in every list.
QString wordOf(const ReportRows &rows)
{
    return rows.kind == ReportRows::Kind::OneStatus ? statusWord(rows.status) : QString();
}

bool hasEnding(const QString &path, ReportFormat format)
{
    return path.endsWith(reportEnding(format), Qt::CaseInsensitive);
}

// In a folder that may have one of that name already.
QString freePath(const QString &folder, const QString &name, const QString &ending)
{
    const QDir place(folder);
    QString path = place.filePath(name + ending);
    for (int i = 2; QFileInfo::exists(path) && i < MostSameNames; ++i)
        path = place.filePath(QStringLiteral("%1 (%2)%3").arg(name, QString::number(i), ending));
    return path;
}

} // namespace

ReportDialog::ReportDialog(const ReportSubject &subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_rows(new QComboBox(this))
    , m_kinds(new QListWidget(this))
    , m_about(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_note(new QLabel(this))
    , m_summary(new QPushButton(tr("Cop&y summary"), this))
    , m_print(new QPushButton(tr("&Print…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_make(new QPushButton(this))
{
    setWindowTitle(tr("Make report"));
    addRows();
    addKinds();
    layOut();
    restore();
    connectAll();
    takeFormat();
    m_kinds->setFocus();
}

void ReportDialog::addRows()
{
    m_rows->setAccessibleName(tr("Which students"));
    const auto add = [this](const QString &title, const ReportRows &rows) {
        const int count = countOf(m_subject, rows);
        if (count > 0 || rows.kind == ReportRows::Kind::All)
            m_rows->addItem(titleWithCount(title, count), QVariant::fromValue(rows));
    };
    add(tr("All students"), {});
    if (m_subject.shown)
        add(tr("Those shown in the table now"), {ReportRows::Kind::Shown});
    add(tr("Those selected in the table"), {ReportRows::Kind::Selected});
    add(tr("Those who did not get in"), {ReportRows::Kind::NotIn});
    for (int i = 0; i < RegistrationStatusCount; ++i) {
        const auto status = static_cast<RegistrationStatus>(i);
        add(tr("Only: %1").arg(statusTitle(status)), {ReportRows::Kind::OneStatus, status});
    }
}

void ReportDialog::addKinds()
{
    m_kinds->setAccessibleName(tr("Kind of report"));
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QList<ReportKind> kinds = reportKinds();
    for (const ReportKind &kind : kinds) {
        auto *item = new QListWidgetItem(kind.title, m_kinds);
        item->setData(Qt::UserRole, static_cast<int>(kind.format));
        item->setToolTip(kind.what);
    }
    // All of them are seen, with room to click.
    const int space = fontMetrics().height() / 6;
    m_kinds->setSpacing(space);
    m_kinds->setFixedHeight((m_kinds->sizeHintForRow(0) + 2 * space) * m_kinds->count() + 2 * space
        + m_kinds->frameWidth() * 2);
}

void ReportDialog::layOut()
{
    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_about->setFixedHeight(fontMetrics().lineSpacing() * AboutLines);
    m_path->setAccessibleName(tr("Where"));
    m_note->setTextFormat(Qt::PlainText);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    grid->setVerticalSpacing(fontMetrics().height() / 2);
    grid->addWidget(label(tr("Which &students"), m_rows), 0, 0);
    grid->addWidget(m_rows, 0, 1, 1, 2);
    grid->addWidget(label(tr("&Kind of report"), m_kinds), 1, 0, Qt::AlignTop);
    grid->addWidget(m_kinds, 1, 1, 1, 2);
    grid->addWidget(m_about, 2, 1, 1, 2);
    grid->addWidget(label(tr("&Where"), m_path), 3, 0);
    grid->addWidget(m_path, 3, 1);
    grid->addWidget(m_choose, 3, 2);
    grid->addWidget(m_note, 4, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_summary);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_make);
    m_make->setDefault(true);
    m_summary->setToolTip(tr("What became of whom, as text to paste into a mail"));
    m_print->setToolTip(tr("See the pages, then print them"));

    const int space = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addLayout(grid);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 96);
    takeColours();
}

void ReportDialog::connectAll()
{
    connect(m_kinds, &QListWidget::currentRowChanged, this, &ReportDialog::takeFormat);
    connect(m_kinds, &QListWidget::itemActivated, this, &ReportDialog::accept);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &ReportDialog::refresh);
    connect(m_path, &QLineEdit::textEdited, this, &ReportDialog::takeTypedPath);
    connect(m_path, &QLineEdit::textChanged, this, &ReportDialog::refresh);
    connect(m_choose, &QPushButton::clicked, this, &ReportDialog::choosePath);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &ReportDialog::accept);
    connect(m_print, &QPushButton::clicked, this, [this] {
        Q_EMIT printingWanted(runsWith(m_subject, rows()));
        reject();
    });
    connect(m_summary, &QPushButton::clicked, this, [this] {
        Q_EMIT summaryWanted(runsWith(m_subject, rows()));
        reject();
    });
}

void ReportDialog::restore()
{
    const QSettings settings;
    m_folder = settings
                   .value(ReportFolderKey,
                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                   .toString();
    const QString kind = settings.value(KindKey).toString();
    const QList<ReportKind> kinds = reportKinds();
    m_kinds->setCurrentRow(0);
    for (const ReportKind &one : kinds) {
        if (one.word == kind)
            setFormat(one.format);
    }
    if (const auto status = statusFromWord(settings.value(RowsKey).toString()))
        setRows({ReportRows::Kind::OneStatus, *status});
}

void ReportDialog::remember() const
{
    QSettings settings;
    settings.setValue(KindKey, reportKind(format()).word);
    if (m_rows->isEnabled())
        settings.setValue(RowsKey, wordOf(rows()));
    settings.setValue(ReportFolderKey, QFileInfo(path()).absolutePath());
}

void ReportDialog::setFormat(ReportFormat format)
{
    for (int row = 0; row < m_kinds->count(); ++row) {
        if (m_kinds->item(row)->data(Qt::UserRole).toInt() == static_cast<int>(format))
            m_kinds->setCurrentRow(row);
    }
}

ReportFormat ReportDialog::format() const
{
    return static_cast<ReportFormat>(m_kinds->currentItem()->data(Qt::UserRole).toInt());
}

void ReportDialog::setRows(const ReportRows &rows)
{
    for (int i = 0; i < m_rows->count(); ++i) {
        if (m_rows->itemData(i).value<ReportRows>() == rows)
            m_rows->setCurrentIndex(i);
    }
}

ReportRows ReportDialog::rows() const
{
    if (isForCorrecting(format()))
        return {ReportRows::Kind::NotIn};
    return isForOtherSystem(format()) ? ReportRows() : m_rows->currentData().value<ReportRows>();
}

void ReportDialog::setPath(const QString &path)
{
    m_isOwnPath = true;
    m_path->setText(QDir::toNativeSeparators(path));
}

QString ReportDialog::path() const
{
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!path.isEmpty() && !hasEnding(path, format()))
        path += reportEnding(format());
    return path.isEmpty() || QFileInfo(path).isAbsolute() ? path : QDir(m_folder).filePath(path);
}

// Whoever types an ending says with it which kind of report is meant.
void ReportDialog::takeTypedPath(const QString &path)
{
    m_isOwnPath = true;
    const auto meant = reportFormatOf(path);
    if (meant && !hasEnding(path, format()))
        setFormat(*meant);
}

// Which rows are wanted may follow from it, and how the file is called.
void ReportDialog::takeFormat()
{
    m_about->setText(reportKind(format()).what);
    m_kinds->setAccessibleDescription(m_about->text());
    m_rows->setEnabled(!isForCorrecting(format()) && !isForOtherSystem(format()));
    proposePath();
    refresh();
}

void ReportDialog::proposePath()
{
    const QString ending = reportEnding(format());
    if (!m_isOwnPath) {
        const QString name = asFileName(m_subject.name + reportKind(format()).suffix);
        m_path->setText(QDir::toNativeSeparators(freePath(m_folder, name, ending)));
        return;
    }
    QString own = m_path->text();
    const QList<ReportKind> kinds = reportKinds();
    for (const ReportKind &kind : kinds) {
        if (hasEnding(own, kind.format)) {
            own.chop(reportEnding(kind.format).size());
            break;
        }
    }
    if (m_path->text() != own + ending)
        m_path->setText(own + ending);
}

void ReportDialog::choosePath()
{
    QFileDialog *dialog = saveDialog(this, tr("Where the report goes"), ReportFolderKey,
        {{reportKind(format()).title + QStringLiteral(" (*%1)").arg(reportEnding(format())),
            reportEnding(format()).mid(1)}});
    dialog->selectFile(QFileInfo(path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::setPath);
    dialog->open();
}

void ReportDialog::refresh()
{
    const bool hasPath = !m_path->text().trimmed().isEmpty();
    const bool replaces = hasPath && QFileInfo::exists(path());
    const int count = countOf(m_subject, rows());
    const bool isForNobody = isForCorrecting(format()) && count == 0;
    if (isForNobody)
        m_note->setText(tr("Everybody got in: there is nothing to correct."));
    else if (replaces)
        m_note->setText(tr("There is a file of this name; it will be replaced."));
    else
        m_note->setText(isForCorrecting(format())
                ? tr("%n student(s) did not get in.", nullptr, count)
                : QString());
    m_make->setText(replaces ? tr("&Replace the file") : tr("&Make report"));
    m_make->setEnabled(hasPath && !isForNobody);
    m_print->setEnabled(!isForNobody);
}

void ReportDialog::accept()
{
    if (!m_make->isEnabled())
        return;
    remember();
    Q_EMIT reportWanted({m_subject, rows(), format(), path()});
    QDialog::accept();
}

void ReportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void ReportDialog::takeColours()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedTextColor(palette()));
    m_about->setPalette(muted);
    m_note->setPalette(muted);
}

} // namespace Rollbook
