// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbook/xmlpart.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Rollbook
{

/// The texts that cells of an XLSX refer to by number (18.4.9), in one arena of UTF-8. Runs of rich
/// text are joined, phonetic hints left out.
class SharedTexts : public XmlHandler
{
public:
    explicit SharedTexts(const QString &fileName)
        : m_fileName(fileName)
    {
    }

    /// Empty when there is no such text. Valid as long as this is.
    QByteArrayView at(qsizetype index) const;

    void startElement(QByteArrayView name, const XmlAttributes &attributes) override;
    void endElement(QByteArrayView name) override;
    void text(QByteArrayView utf8) override;

private:
    QString m_fileName;
    QByteArray m_arena;
    std::vector<qint32> m_ends;
    bool m_inText = false;
    int m_phonetic = 0;
};

} // namespace Rollbook
