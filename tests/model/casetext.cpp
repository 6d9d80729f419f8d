// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casetext.h"

#include <QMap>
#include <QStringList>

#include <array>

namespace Rollbook
{

namespace
{

using Kind = ModelStep::Kind;

constexpr std::array StepWords{"register", "again", "goon", "undo", "promote", "withdraw", "seats"};

/// One line as it is written.
class Line
{
public:
    explicit Line(const QString &word)
        : m_words(word)
    {
    }

    void number(const char *name, std::optional<qint64> value, std::optional<qint64> usual = {})
    {
        if (value && value != usual)
            text(name, QString::number(*value));
    }
    void flag(const char *name, bool set)
    {
        if (set)
            m_words += QString::fromLatin1(name);
    }
    void list(const char *name, const QStringList &values)
    {
        if (!values.isEmpty())
            text(name, values.join(u','));
    }
    QString written() const { return m_words.join(u' ') + u'\n'; }

private:
    void text(const char *name, const QString &value)
    {
        m_words += QString::fromLatin1(name) + u'=' + value;
    }

    QStringList m_words;
};

/// One line as it is read.
class Words
{
public:
    explicit Words(const QString &line)
    {
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        first = words.takeFirst();
        for (const QString &word : std::as_const(words))
            m_values.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    }

    bool flag(const char *name) { return m_values.remove(QString::fromLatin1(name)) > 0; }
    QStringList list(const char *name)
    {
        return m_values.take(QString::fromLatin1(name)).split(u',', Qt::SkipEmptyParts);
    }
    std::optional<int> number(const char *name)
    {
        const auto value = m_values.constFind(QString::fromLatin1(name));
        return value == m_values.cend()
            ? std::nullopt
            : std::optional(m_values.take(QString::fromLatin1(name)).toInt());
    }
    int number(const char *name, int usual) { return number(name).value_or(usual); }
    bool allRead() const { return m_values.isEmpty(); }

    QString first;

private:
    QMap<QString, QString> m_values;
};

QStringList texts(const QList<int> &numbers)
{
    QStringList all;
    for (const int number : numbers)
        all += QString::number(number);
    return all;
}

QList<int> numbers(const QStringList &all)
{
    QList<int> read;
    for (const QString &text : all)
        read += text.toInt();
    return read;
}

QString textOf(const CaseCourse &course)
{
    Line line(QStringLiteral("course"));
    line.number("number", course.number);
    line.flag("spring", course.spring);
    line.number("seats", course.seats);
    line.number("places", course.places);
    line.number("opens", course.opens);
    line.number("closes", course.closes);
    QStringList meets;
    for (const CaseMeeting &meeting : course.meets) {
        meets += QStringLiteral("%1-%2-%3").arg(meeting.day).arg(meeting.hour).arg(meeting.hours);
    }
    line.list("meets", meets);
    line.list("needs", texts(course.needs));
    return line.written();
}

CaseCourse courseFrom(Words &words)
{
    CaseCourse course;
    course.number = words.number("number", 0);
    course.spring = words.flag("spring");
    course.seats = words.number("seats");
    course.places = words.number("places");
    course.opens = words.number("opens");
    course.closes = words.number("closes");
    for (const QString &text : words.list("meets")) {
        const QList<int> parts = numbers(text.split(u'-'));
        course.meets += CaseMeeting{parts.value(0), parts.value(1), parts.value(2)};
    }
    course.needs = numbers(words.list("needs"));
    return course;
}

QString textOf(const CaseStudent &student)
{
    Line line(QStringLiteral("student"));
    line.number("number", student.number);
    line.number("email", student.email);
    line.flag("hold", student.hold);
    line.list("passed", texts(student.passed));
    return line.written();
}

CaseStudent studentFrom(Words &words)
{
    return {words.number("number", 0), words.number("email"), words.flag("hold"),
        numbers(words.list("passed"))};
}

QString textOf(const CaseRow &row)
{
    Line line(QStringLiteral("row"));
    line.number("student", row.student);
    line.number("email", row.email);
    line.flag("shouts", row.shouts);
    line.flag("refused", row.refused);
    line.number("course", row.course);
    return line.written();
}

CaseRow rowFrom(Words &words)
{
    return {words.number("student"), words.number("email"), words.flag("shouts"),
        words.flag("refused"), words.number("course", 0)};
}

QStringList textsOf(const QList<CaseFault> &faults)
{
    QStringList all;
    for (const CaseFault &fault : faults) {
        all += QStringLiteral("%1:%2:%3%4")
                   .arg(QString::number(fault.row), reasonWord(fault.reason),
                       QString::number(fault.times), QLatin1String(fault.lost ? ":lost" : ""));
    }
    return all;
}

CaseFault faultFrom(const QString &text)
{
    const QStringList parts = text.split(u':');
    return {parts.value(0).toInt(), reasonFromWord(parts.value(1)).value_or(ReasonCode::StoreBusy),
        parts.value(2).toInt(), parts.size() > 3};
}

QString textOf(const ModelStep &step)
{
    const ModelStep usual;
    Line line(QString::fromLatin1(StepWords[static_cast<std::size_t>(step.kind)]));
    line.number("of", step.of, usual.of);
    line.number("course", step.course, usual.course);
    line.number("number", step.number, usual.number);
    line.flag("reject-when-full", step.options.whenFull == WhenFull::Reject);
    line.flag("reject-unknown", step.options.unknownStudents == UnknownStudents::Reject);
    line.number("batch", step.batchSize, usual.batchSize);
    line.number("flying", step.batchesInFlight, usual.batchesInFlight);
    line.number("attempts", step.attempts, usual.attempts);
    line.flag("planned", step.planned);
    line.flag("from-memory", step.fromMemory);
    line.number("pause", step.pauseAfter, usual.pauseAfter);
    line.number("cancel", step.cancelAfter, usual.cancelAfter);
    line.number("order", step.order, usual.order);
    line.list("faults", textsOf(step.faults));
    QString written = line.written();
    for (const CaseRow &row : step.rows)
        written += textOf(row);
    return written;
}

ModelStep stepFrom(Kind kind, Words &words)
{
    ModelStep step;
    step.kind = kind;
    step.of = words.number("of", step.of);
    step.course = words.number("course", step.course);
    step.number = words.number("number", step.number);
    if (words.flag("reject-when-full"))
        step.options.whenFull = WhenFull::Reject;
    if (words.flag("reject-unknown"))
        step.options.unknownStudents = UnknownStudents::Reject;
    step.batchSize = words.number("batch", step.batchSize);
    step.batchesInFlight = words.number("flying", step.batchesInFlight);
    step.attempts = words.number("attempts", step.attempts);
    step.planned = words.flag("planned");
    step.fromMemory = words.flag("from-memory");
    step.pauseAfter = words.number("pause", step.pauseAfter);
    step.cancelAfter = words.number("cancel", step.cancelAfter);
    step.order = static_cast<quint32>(words.number("order", 0));
    for (const QString &fault : words.list("faults"))
        step.faults += faultFrom(fault);
    return step;
}

bool read(Words &words, ModelCase &modelCase)
{
    if (words.first == QStringLiteral("course")) {
        modelCase.courses += courseFrom(words);
    } else if (words.first == QStringLiteral("student")) {
        modelCase.students += studentFrom(words);
    } else if (words.first == QStringLiteral("row") && !modelCase.steps.isEmpty()) {
        modelCase.steps.last().rows += rowFrom(words);
    } else {
        const auto word = std::find(StepWords.cbegin(), StepWords.cend(), words.first);
        if (word == StepWords.cend())
            return false;
        modelCase.steps += stepFrom(static_cast<Kind>(word - StepWords.cbegin()), words);
    }
    return words.allRead();
}

} // namespace

QString textOf(const ModelCase &modelCase)
{
    QString text;
    for (const CaseCourse &course : modelCase.courses)
        text += textOf(course);
    for (const CaseStudent &student : modelCase.students)
        text += textOf(student);
    for (const ModelStep &step : modelCase.steps)
        text += textOf(step);
    return text;
}

std::optional<ModelCase> caseFrom(const QString &text)
{
    ModelCase modelCase;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        Words words(line);
        if (!read(words, modelCase))
            return std::nullopt;
    }
    return modelCase;
}

} // namespace Rollbook
