// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rosterfiles.h"

#include "rostertext.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace Rollbook
{

namespace
{

class FolderFiles final : public RosterFiles
{
public:
    explicit FolderFiles(const QString &path)
        : m_path(path)
    {
    }

    using RosterFiles::read;
    Expected<QByteArray> read(const QString &name, qint64 atMost) const override;
    Expected<void> list();

private:
    QString m_path;
};

Expected<void> FolderFiles::list()
{
    qint64 bytes = 0;
    QDirIterator entries(m_path, QDir::Files | QDir::NoSymLinks);
    while (entries.hasNext()) {
        entries.next();
        m_files += RosterFile{entries.fileName(), entries.fileInfo().size()};
        bytes += m_files.constLast().bytes;
        if (m_files.size() > MostFiles) {
            return fail(ErrorCode::NotARoster,
                Text::tr("The folder “%1” has more than %2 files. Choose the one that holds the "
                         "class lists alone.")
                    .arg(QDir(m_path).dirName())
                    .arg(MostFiles));
        }
    }
    if (bytes > MostBytes) {
        return fail(ErrorCode::NotARoster,
            Text::tr("The files in the folder “%1” are larger than %2 MB together. Choose the "
                     "folder that holds the class lists alone.")
                .arg(QDir(m_path).dirName())
                .arg(MostBytes >> 20));
    }
    std::sort(m_files.begin(), m_files.end(),
        [](const RosterFile &a, const RosterFile &b) { return a.name < b.name; });
    return {};
}

Expected<QByteArray> FolderFiles::read(const QString &name, qint64 atMost) const
{
    QFile file(QDir(m_path).filePath(name));
    // Nothing that a name with a path in it, or a link, could lead to.
    const bool isListed = std::any_of(m_files.cbegin(), m_files.cend(),
        [&name](const RosterFile &listed) { return listed.name == name; });
    if (!isListed) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("There is no file “%1”. Check the name, or choose it again.")
                .arg(QDir::toNativeSeparators(file.fileName())));
    }
    QByteArray content;
    if (file.open(QIODevice::ReadOnly))
        content = file.read(std::min({atMost, MostBytes, file.size()}));
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("“%1” cannot be read (%2). Close it in other programs, or ask for the right "
                     "to read it.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    }
    return content;
}

// The folder itself, or the single one in it that all lies in.
QString folderOfFiles(const QString &path)
{
    constexpr auto visible = QDir::NoDotAndDotDot | QDir::NoSymLinks;
    if (QDirIterator(path, QDir::Files | visible).hasNext())
        return path;
    QDirIterator folders(path, QDir::Dirs | visible);
    if (!folders.hasNext())
        return path;
    const QString single = folders.next();
    return folders.hasNext() ? path : single;
}

} // namespace

Expected<std::unique_ptr<RosterFiles>> openRosterFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.isDir() || !folder.isReadable()) {
        return fail(ErrorCode::FileUnreadable,
            Text::tr("The folder “%1” cannot be read. Check its name, or ask for the right to read "
                     "it.")
                .arg(QDir::toNativeSeparators(path)));
    }
    auto files = std::make_unique<FolderFiles>(folderOfFiles(path));
    if (const auto listed = files->list(); !listed)
        return tl::unexpected(listed.error());
    return files;
}

} // namespace Rollbook
