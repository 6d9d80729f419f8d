// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include "reports/documentlanguages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace Rollbook
{

void useLanguageOfPerson()
{
    const QString folder = QStringLiteral(":/translations");
    auto *translator = new QTranslator(QCoreApplication::instance());
    // The texts in the code are English already, but not their plural forms.
    if (translator->load(QLocale(), QStringLiteral("rollbook"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("rollbook_en"), folder))
        QCoreApplication::installTranslator(translator);
    letDocumentsHaveTheirLanguage();
}

} // namespace Rollbook
