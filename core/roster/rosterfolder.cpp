// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roster/rosterfolder.h"

#include "bundle/bundle.h"
#include "filekind.h"
#include "rostertext.h"
#include "workbook/workbookreader.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace Rollbook
{

namespace
{

// Enough for every format that is known by its first bytes.
constexpr qint64 HeadBytes = 64;

bool isBundle(const QString &path)
{
    const auto files = openRosterFolder(path);
    return files && bundleKind(**files);
}

// Also what spreadsheets leave beside a file that is open in them.
bool isHidden(const QFileInfo &file)
{
    return file.isHidden() || file.fileName().startsWith(QStringLiteral("~$"));
}

bool mayBeList(const QFileInfo &info)
{
    QFile file(info.filePath());
    // Why it cannot be opened is said when it is read.
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray head = file.read(HeadBytes);
    return looksLikeWorkbook(head) || !whyNoList(head, info.fileName());
}

/// Gathers the lists of one folder after the other.
class FolderWalk
{
public:
    FolderWalk()
    {
        m_order.setNumericMode(true);
        m_order.setCaseSensitivity(Qt::CaseInsensitive);
    }

    // False when there are too many.
    bool takeFiles(const QString &path);
    QStringList foldersIn(const QString &path) const;
    void takeBundle(const QString &path) { m_found.lists += path; }
    const RosterFolder &found() const { return m_found; }

private:
    void sort(QStringList &paths) const { std::sort(paths.begin(), paths.end(), m_order); }

    // The C locale knows no numbers.
    QCollator m_order{QLocale(QLocale::English)};
    RosterFolder m_found;
};

bool FolderWalk::takeFiles(const QString &path)
{
    QStringList lists;
    QDirIterator entries(path, QDir::Files | QDir::Hidden);
    while (entries.hasNext()) {
        entries.next();
        if (isHidden(entries.fileInfo()) || !mayBeList(entries.fileInfo()))
            ++m_found.skipped;
        else
            lists += entries.filePath();
        if (m_found.lists.size() + lists.size() > MostListsOfFolder)
            return false;
    }
    sort(lists);
    m_found.lists += lists;
    return true;
}

QStringList FolderWalk::foldersIn(const QString &path) const
{
    QStringList folders;
    QDirIterator entries(path, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    while (entries.hasNext())
        folders += entries.next();
    sort(folders);
    return folders;
}

} // namespace

Expected<RosterFolder> lookIntoFolder(const QString &path)
{
    const QFileInfo folder(path);
    const QString name = QDir(folder.absoluteFilePath()).dirName();
    if (!folder.isDir() || !folder.isReadable() || !folder.isExecutable()) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("The folder “%1” cannot be read. Check its name, or ask for the right to read "
                     "it.")
                .arg(QDir::toNativeSeparators(path)));
    }
    if (isBundle(path))
        return RosterFolder{{path}, 0};
    FolderWalk walk;
    bool bounded = walk.takeFiles(path);
    const QStringList folders = walk.foldersIn(path);
    for (const QString &inner : folders) {
        if (bounded && isBundle(inner))
            walk.takeBundle(inner);
        else if (bounded)
            bounded = walk.takeFiles(inner);
    }
    if (!bounded) {
        return fail(ErrorCode::NotARoster,
            Text::tr("The folder “%1” has more than %2 files. Choose the one that holds the "
                     "class lists alone.")
                .arg(name)
                .arg(MostListsOfFolder));
    }
    if (walk.found().lists.isEmpty()) {
        return fail(ErrorCode::NotARoster,
            Text::tr("There is no class list in the folder “%1”.").arg(name));
    }
    return walk.found();
}

} // namespace Rollbook
