// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schoolfolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Rollbook
{

QString onSchool(const QString &arguments)
{
    return arguments + QStringLiteral(" --store sqlite:school.sqlite");
}

QString sharedRoster(const QString &name)
{
    return QStringLiteral("\"" ROLLBOOK_TEST_DATA "/rosters/%1\"").arg(name);
}

QByteArray classList(int count, int first)
{
    QByteArray text("student_id,given_name,family_name,email\n");
    for (int number = first; number < first + count; ++number) {
        const QByteArray digits = QByteArray::number(number).rightJustified(6, '0');
        text += "S" + digits + ",Given" + digits + ",Family" + digits + ",s" + digits
            + "@example.org\n";
    }
    return text;
}

SchoolFolder::SchoolFolder()
{
    QDir(m_folder.path()).mkdir(QStringLiteral("home"));
}

QString SchoolFolder::path(const QString &name) const
{
    return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
}

void SchoolFolder::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write its own file %s", qPrintable(name));
}

QByteArray SchoolFolder::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList SchoolFolder::files() const
{
    return QDir(m_folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

Answer SchoolFolder::run(const QString &arguments) const
{
    RollbookProcess process(m_folder.path());
    process.start(arguments);
    return process.finish();
}

Answer SchoolFolder::runOnSchool(const QString &arguments) const
{
    return run(onSchool(arguments));
}

Answer SchoolFolder::addCourses(const QStringList &lines) const
{
    const QString name = QStringLiteral("new-courses.csv");
    write(name, "code,title,term,capacity,waitlist_capacity\n" + lines.join(u'\n').toUtf8() + '\n');
    const Answer answer = runOnSchool(QStringLiteral("courses import ") + name);
    QFile::remove(path(name));
    return answer;
}

QList<QJsonObject> SchoolFolder::reportRows(const QString &name) const
{
    QList<QJsonObject> rows;
    const QJsonArray results =
        QJsonDocument::fromJson(read(name)).object().value(QLatin1StringView("results")).toArray();
    for (const QJsonValue result : results)
        rows += result.toObject();
    return rows;
}

QStringList SchoolFolder::reportColumn(const QString &name, const QString &key) const
{
    QStringList values;
    const QList<QJsonObject> rows = reportRows(name);
    for (const QJsonObject &row : rows)
        values += row.value(key).toVariant().toString();
    return values;
}

} // namespace Rollbook
