// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headermatcher.h"

#include <QCoreApplication>
#include <QHash>

namespace Rollbook
{

namespace
{

QString onlyLettersAndDigits(const QString &header)
{
    QString letters;
    letters.reserve(header.size());
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            letters += c.toCaseFolded();
    }
    return letters;
}

struct Words {
    StudentField field;
    const char *words; // separated by blanks, each as onlyLettersAndDigits() makes it
};

constexpr Words KnownWords[] = {
    {StudentField::StudentId,
        "studentid id studentnumber studentno studentnr number no nr sid idnumber sisid userid "
        "pupilid pupilnumber learnerid admissionnumber matriculationnumber schoolid"},
    {StudentField::GivenName,
        "givenname given givennames firstname first forename forenames preferredname "
        "studentfirstname"},
    {StudentField::FamilyName,
        "familyname family lastname last surname surnames secondname studentlastname"},
    {StudentField::FullName, "fullname name studentname student pupil pupilname displayname"},
    {StudentField::Email,
        "email emailaddress mail mailaddress studentemail schoolemail useremail eaddress"},
    {StudentField::BirthDate, "birthdate dateofbirth dob birthday born birth"},
    {StudentField::GradeLevel,
        "gradelevel grade grades year yeargroup yearlevel classlevel level form homeroom"},
    {StudentField::Course, "course coursecode courseid class section subject coursename"},
    {StudentField::Notes, "notes note remarks remark comment comments"},
};

QHash<QString, StudentField> fieldsByWord()
{
    QHash<QString, StudentField> fields;
    for (const Words &known : KnownWords) {
        const auto words = QString::fromLatin1(known.words).split(u' ');
        for (const QString &word : words)
            fields.insert(word, known.field);
    }
    return fields;
}

} // namespace

Expected<StudentList::FieldColumns> matchHeader(
    const QStringList &headers, const QMap<StudentField, QString> &mapping)
{
    static const QHash<QString, StudentField> fields = fieldsByWord();
    QStringList words;
    for (const QString &header : headers)
        words += onlyLettersAndDigits(header);

    StudentList::FieldColumns columns = StudentList::noColumns();
    for (auto chosen = mapping.cbegin(); chosen != mapping.cend(); ++chosen) {
        const auto column = words.indexOf(onlyLettersAndDigits(chosen.value()));
        if (column < 0) {
            return fail(ErrorCode::Usage,
                QCoreApplication::translate(
                    "Rollbook::Roster", "The list has no column “%1”. Its columns are: %2.")
                    .arg(chosen.value(), headers.join(QStringLiteral(", "))));
        }
        columns[static_cast<std::size_t>(chosen.key())] = static_cast<int>(column);
    }
    for (qsizetype column = 0; column < words.size(); ++column) {
        const auto field = fields.constFind(words.at(column));
        const bool taken = std::find(columns.begin(), columns.end(), column) != columns.end();
        if (field == fields.cend() || taken)
            continue;
        int &claimed = columns[static_cast<std::size_t>(*field)];
        if (claimed < 0)
            claimed = static_cast<int>(column);
    }
    return columns;
}

} // namespace Rollbook
