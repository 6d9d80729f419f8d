<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Rollbook::CommandLine</name>
    <message numerus="yes">
        <source>No seat of %1 is free; %n student(s) wait.</source>
        <translation>
            <numerusform>No seat of %1 is free; %n student waits.</numerusform>
            <numerusform>No seat of %1 is free; %n students wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n list(s)</source>
        <translation>
            <numerusform>All %n list</numerusform>
            <numerusform>All %n lists</numerusform>
        </translation>
    </message>
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
    <name>Rollbook::InterruptedBar</name>
    <message numerus="yes">
        <source>The run of “%1” on %2 was interrupted: %3 of %n student(s) are not done.</source>
        <translation>
            <numerusform>The run of “%1” on %2 was interrupted: %3 of %n student is not done.</numerusform>
            <numerusform>The run of “%1” on %2 was interrupted: %3 of %n students are not done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RunBar</name>
    <message numerus="yes">
        <source>%n of them are corrected and can be registered now.</source>
        <translation>
            <numerusform>%n of them is corrected and can be registered now.</numerusform>
            <numerusform>%n of them are corrected and can be registered now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Go on with %n student(s)</source>
        <translation>
            <numerusform>&amp;Go on with %n student</numerusform>
            <numerusform>&amp;Go on with %n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try %n again</source>
        <translation>
            <numerusform>&amp;Try %n again</numerusform>
            <numerusform>&amp;Try %n again</numerusform>
        </translation>
    </message>
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
        <source>show all %n</source>
        <translation>
            <numerusform>show %n</numerusform>
            <numerusform>show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ListState</name>
    <message numerus="yes">
        <source>%n to register</source>
        <translation>
            <numerusform>%n to register</numerusform>
            <numerusform>%n to register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RegisterAll</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register &amp;all %n list(s) (%1)</source>
        <translation>
            <numerusform>Register &amp;all %n list (%1)</numerusform>
            <numerusform>Register &amp;all %n lists (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %1 &amp;of %n list(s) (%2)</source>
        <translation>
            <numerusform>Register %1 &amp;of %n list (%2)</numerusform>
            <numerusform>Register %1 &amp;of %n lists (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First choose the course of %1 and %n more.</source>
        <translation>
            <numerusform>First choose the course of %1 and %n more.</numerusform>
            <numerusform>First choose the course of %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::OverviewPage</name>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report of %n list(s) is saved: %1</source>
        <translation>
            <numerusform>The report of %n list is saved: %1</numerusform>
            <numerusform>The report of %n lists is saved: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) were left out, because they are no class lists: %1</source>
        <translation>
            <numerusform>%n file was left out, because it is no class list: %1</numerusform>
            <numerusform>%n files were left out, because they are no class lists: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were left out, because they are no class lists.</source>
        <translation>
            <numerusform>%n file was left out, because it is no class list.</numerusform>
            <numerusform>%n files were left out, because they are no class lists.</numerusform>
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
<context>
    <name>Rollbook::UndoBar</name>
    <message numerus="yes">
        <source>%n moved up to a seat</source>
        <translation>
            <numerusform>%n moved up to a seat</numerusform>
            <numerusform>%n moved up to a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered again since</source>
        <translation>
            <numerusform>%n registered again since</numerusform>
            <numerusform>%n registered again since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrew since</source>
        <translation>
            <numerusform>%n withdrew since</numerusform>
            <numerusform>%n withdrew since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of a course that is gone</source>
        <translation>
            <numerusform>%n of a course that is gone</numerusform>
            <numerusform>%n of a course that is gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) stay as they are: %1.</source>
        <translation>
            <numerusform>%n student stays as they are: %1.</numerusform>
            <numerusform>%n students stay as they are: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n student(s) &amp;out</source>
        <translation>
            <numerusform>Take %n student &amp;out</numerusform>
            <numerusform>Take %n students &amp;out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n student(s) u&amp;p</source>
        <translation>
            <numerusform>Move %n student u&amp;p</numerusform>
            <numerusform>Move %n students u&amp;p</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <comment>given back</comment>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) on the waiting list</source>
        <comment>given back</comment>
        <translation>
            <numerusform>%n place on the waiting list</numerusform>
            <numerusform>%n places on the waiting list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) will be taken out of %1</source>
        <translation>
            <numerusform>%n student will be taken out of %1</numerusform>
            <numerusform>%n students will be taken out of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) were taken out.</source>
        <translation>
            <numerusform>%n student was taken out.</numerusform>
            <numerusform>%n students were taken out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) moved up from the waiting list.</source>
        <translation>
            <numerusform>%n student moved up from the waiting list.</numerusform>
            <numerusform>%n students moved up from the waiting list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not and wait on: %1.</source>
        <translation>
            <numerusform>%n may not and waits on: %1.</numerusform>
            <numerusform>%n may not and wait on: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) wait.</source>
        <translation>
            <numerusform>%n student waits.</numerusform>
            <numerusform>%n students wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) of %1 are free now;</source>
        <translation>
            <numerusform>%n seat of %1 is free now;</numerusform>
            <numerusform>%n seats of %1 are free now;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::TryingAgain</name>
    <message numerus="yes">
        <source>&amp;Try the %n selected student(s) again</source>
        <translation>
            <numerusform>&amp;Try the %n selected student again</numerusform>
            <numerusform>&amp;Try the %n selected students again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register the %n corrected student(s)</source>
        <translation>
            <numerusform>&amp;Register the %n corrected student</numerusform>
            <numerusform>&amp;Register the %n corrected students</numerusform>
        </translation>
    </message>
</context>
</TS>
