// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "classlist.h"
#include "listpage.h"
#include "messagebar.h"
#include "report/reportbar.h"
#include "report/reportdialog.h"
#include "rostertable.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

namespace Rollbook
{

/// A window on a screen, with words to find things in it.
class ShownWindow
{
public:
    explicit ShownWindow(School &school)
        : m_window(school)
    {
        m_window.show();
        m_window.activateWindow();
    }

    MainWindow *operator->() { return &m_window; }
    MainWindow &operator*() { return m_window; }

    bool isActive() { return QTest::qWaitForWindowActive(&m_window); }
    QList<ClassList *> lists() { return m_window.findChildren<ClassList *>(); }
    ListPage *page() const
    {
        const auto pages = m_window.findChildren<ListPage *>();
        for (ListPage *page : pages) {
            if (page->isVisible())
                return page;
        }
        return nullptr;
    }
    RosterTable *table() const { return page()->table(); }
    QLineEdit *search() const
    {
        const auto edits = m_window.findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->accessibleName() == QStringLiteral("Search students"))
                return edit;
        }
        return nullptr;
    }
    /// The visible button whose text begins with this, without its mnemonic.
    QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_window.findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->isVisible() && button->text().remove(u'&').startsWith(text))
                return button;
        }
        return nullptr;
    }
    /// Of the list that is shown: all that is made when it is first needed.
    void openAllParts() const
    {
        page()->showOrHideDetails();
        page()->findChild<QToolButton *>(QStringLiteral("source"))->setChecked(true);
    }
    /// Asks for a report there, in the dialog that is open.
    bool makeReport(const QString &path) const
    {
        auto *dialog = m_window.findChild<ReportDialog *>();
        const auto format = reportFormatOf(path);
        if (!dialog || !format)
            return false;
        dialog->setFormat(*format);
        dialog->setPath(path);
        dialog->accept();
        return true;
    }
    /// What was said last about a file, a report, or what goes wrong.
    QString message() const
    {
        const auto bars = m_window.findChildren<MessageBar *>();
        for (const MessageBar *bar : bars) {
            if (bar->isVisible())
                return bar->accessibleName();
        }
        const auto reports = m_window.findChildren<ReportBar *>();
        for (const ReportBar *report : reports) {
            if (report->isVisible())
                return report->words();
        }
        return {};
    }

private:
    MainWindow m_window;
};

} // namespace Rollbook
