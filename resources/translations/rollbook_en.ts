<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Rollbook::CommandLine</name>
    <message numerus="yes">
        <source>%n student(s), no problems.</source>
        <translation>
            <numerusform>%n student, no problems.</numerusform>
            <numerusform>%n students, no problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rows %1 and %n more</source>
        <translation>
            <numerusform>Rows %1 and %n more</numerusform>
            <numerusform>Rows %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not registered; a report (--report FILE) says why.</source>
        <translation>
            <numerusform>%n more row is not registered; a report (--report FILE) says why.</numerusform>
            <numerusform>%n more rows are not registered; a report (--report FILE) says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) imported.</source>
        <translation>
            <numerusform>%n line imported.</numerusform>
            <numerusform>%n lines imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) exported.</source>
        <translation>
            <numerusform>%n line exported.</numerusform>
            <numerusform>%n lines exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::CourseChooser</name>
    <message numerus="yes">
        <source>%n seat(s) taken, no limit</source>
        <translation>
            <numerusform>%n seat taken, no limit</numerusform>
            <numerusform>%n seats taken, no limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ListPage</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) above the header left out</source>
        <translation>
            <numerusform>%n row above the header left out</numerusform>
            <numerusform>%n rows above the header left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Outcome</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RunBar</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for it; trying again in %n second(s).</source>
        <translation>
            <numerusform>Waiting for it; trying again in %n second.</numerusform>
            <numerusform>Waiting for it; trying again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register %n student(s)</source>
        <translation>
            <numerusform>&amp;Register %n student</numerusform>
            <numerusform>&amp;Register %n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will be left out.</source>
        <translation>
            <numerusform>%n row will be left out.</numerusform>
            <numerusform>%n rows will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n student(s) are registered.</source>
        <translation>
            <numerusform>The student is registered.</numerusform>
            <numerusform>All %n students are registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) are registered.</source>
        <translation>
            <numerusform>%n student is registered.</numerusform>
            <numerusform>%n students are registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list.</source>
        <translation>
            <numerusform>%n on the waiting list.</numerusform>
            <numerusform>%n on the waiting list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not registered; the table says why.</source>
        <translation>
            <numerusform>%n not registered; the table says why.</numerusform>
            <numerusform>%n not registered; the table says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Sidebar</name>
    <message numerus="yes">
        <source>%n to register</source>
        <translation>
            <numerusform>%n to register</numerusform>
            <numerusform>%n to register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::FixBar</name>
    <message numerus="yes">
        <source>%n cell(s) can be mended:</source>
        <translation>
            <numerusform>%n cell can be mended:</numerusform>
            <numerusform>%n cells can be mended:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ReplaceBar</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RosterEdits</name>
    <message numerus="yes">
        <source>leave out %n row(s)</source>
        <translation>
            <numerusform>leave out %n row</numerusform>
            <numerusform>leave out %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take back %n row(s)</source>
        <translation>
            <numerusform>take back %n row</numerusform>
            <numerusform>take back %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RowActions</name>
    <message numerus="yes">
        <source>&amp;Leave out %n row(s)</source>
        <translation>
            <numerusform>&amp;Leave out %n row</numerusform>
            <numerusform>&amp;Leave out %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take back %n row(s)</source>
        <translation>
            <numerusform>&amp;Take back %n row</numerusform>
            <numerusform>&amp;Take back %n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
