// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "typingerrors.h"

#include <QChar>
#include <QVarLengthArray>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Rollbook
{

int typingErrors(QStringView typed, QStringView meant)
{
    // The rows for the last two letters and this one lie one after the other, and take turns.
    const qsizetype width = meant.size() + 1;
    QVarLengthArray<int, 128> rows(3 * width);
    int *beforeLast = rows.data();
    int *last = beforeLast + width;
    int *errors = last + width;
    std::iota(errors, errors + width, 0);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, errors);
        errors[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < meant.size(); ++j) {
            const int mistaken = last[j] + (typed[i] == meant[j] ? 0 : 1);
            errors[j + 1] = std::min({mistaken, last[j + 1] + 1, errors[j] + 1});
            if (i > 0 && j > 0 && typed[i] == meant[j - 1] && typed[i - 1] == meant[j])
                errors[j + 1] = std::min(errors[j + 1], beforeLast[j - 1] + 1);
        }
    }
    return errors[meant.size()];
}

int tolerableTypingErrors(QStringView word)
{
    bool latin = true;
    for (const QChar c : word) {
        const QChar::Script script = c.script();
        if (!c.isLetter() || script == QChar::Script_Han || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana)
            return 0;
        latin = latin && script == QChar::Script_Latin;
    }
    if (word.size() < 5)
        return 0;
    return latin && word.size() >= 9 ? 2 : 1;
}

} // namespace Rollbook
