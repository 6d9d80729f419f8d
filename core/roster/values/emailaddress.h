// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Rollbook
{

/// Whether mail can be sent there as schools know it: RFC 5321 without quoted names and numbered
/// hosts, which no school uses, with names in any script (RFC 6531) and internationalised domains.
/// The domain needs a dot. Without allocation where it is ASCII. `rightDomain`: one that was in
/// such an address before, and need not be looked at again. Any thread.
bool isEmailAddress(QByteArrayView address, QByteArrayView rightDomain = {});

/// The address within what mail programs copy: "mailto:a@b.org", "Ana <a@b.org>", "a@b.org;".
/// Borrows from `cell`.
QByteArrayView cleanedEmail(QByteArrayView cell);

/// What somebody who wrote that address may have meant: a well-known domain of which one letter is
/// missing, wrong, too much, or changed places with its neighbour; one dot for a comma, one @ for
/// two or none. None where nothing is to be said about it, or nothing better is known.
std::optional<QString> suggestedEmail(const QString &address);

/// The well-known domain that a domain seems to be a slip of, as part of suggestedEmail(). Empty
/// where it is none. Without allocation.
QByteArrayView suggestedDomain(QByteArrayView domain);

} // namespace Rollbook
