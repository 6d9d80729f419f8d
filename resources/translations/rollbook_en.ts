<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Rollbook::CommandLine</name>
    <message numerus="yes">
        <source>%n text(s) held a character that PostgreSQL cannot keep (U+0000); it became “�”. “runs verify” finds the runs changed that it belonged to.</source>
        <translation>
            <numerusform>%n text held a character that PostgreSQL cannot keep (U+0000); it became “�”. “runs verify” finds the runs changed that it belonged to.</numerusform>
            <numerusform>%n texts held a character that PostgreSQL cannot keep (U+0000); it became “�”. “runs verify” finds the runs changed that it belonged to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood in the audit trail, in which “runs verify” finds these entries changed.</source>
        <translation>
            <numerusform>%n of them stood in the audit trail, in which “runs verify” finds that entry changed.</numerusform>
            <numerusform>%n of them stood in the audit trail, in which “runs verify” finds these entries changed.</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>%n entry(ies) were checked.</source>
        <translation>
            <numerusform>%n entry was checked.</numerusform>
            <numerusform>%n entries were checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were compared with what was recorded when they ended.</source>
        <translation>
            <numerusform>%n run was compared with what was recorded when it ended.</numerusform>
            <numerusform>%n runs were compared with what was recorded when they ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Report</name>
    <message numerus="yes">
        <source>%n class list(s)</source>
        <translation>
            <numerusform>%n class list</numerusform>
            <numerusform>%n class lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::AuditTrail</name>
    <message numerus="yes">
        <source>%n entry(ies) before entry %1 of %2 are missing.</source>
        <translation>
            <numerusform>An entry before entry %1 of %2 is missing.</numerusform>
            <numerusform>%n entries before entry %1 of %2 are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n entry(ies) are missing: from entry %1 on, all that came after %2.</source>
        <translation>
            <numerusform>The last entry is missing: entry %1, which came after %2.</numerusform>
            <numerusform>The last %n entries are missing: from entry %1 on, all that came after %2.</numerusform>
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
        <source>%n student(s) can be registered.</source>
        <translation>
            <numerusform>%n student can be registered.</numerusform>
            <numerusform>%n students can be registered.</numerusform>
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
        <source>%n student(s) are corrected. Next: register them.</source>
        <translation>
            <numerusform>%n student is corrected. Next: register this student.</numerusform>
            <numerusform>%n students are corrected. Next: register them.</numerusform>
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
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
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
        <source>%1 of %n list(s) done, %2 at work</source>
        <translation>
            <numerusform>%1 of %n list done, %2 at work</numerusform>
            <numerusform>%1 of %n lists done, %2 at work</numerusform>
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
    <message numerus="yes">
        <source>%n cell(s) can be replaced.</source>
        <translation>
            <numerusform>%n cell can be replaced.</numerusform>
            <numerusform>%n cells can be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were replaced.</source>
        <translation>
            <numerusform>%n cell was replaced.</numerusform>
            <numerusform>%n cells were replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::SearchCount</name>
    <message numerus="yes">
        <source>%1 of %n student(s)</source>
        <translation>
            <numerusform>%1 of %n student</numerusform>
            <numerusform>%1 of %n students</numerusform>
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
<context>
    <name>Rollbook::Removal</name>
    <message numerus="yes">
        <source>%n student(s) wait for %1.</source>
        <translation>
            <numerusform>%n student waits for %1.</numerusform>
            <numerusform>%n students wait for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) have a seat in %1.</source>
        <translation>
            <numerusform>%n student has a seat in %1.</numerusform>
            <numerusform>%n students have a seat in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Catalogue</name>
    <message numerus="yes">
        <source>The course “%1” needs at least %n seat(s), because so many are taken already.</source>
        <translation>
            <numerusform>The course “%1” needs at least %n seat, because so many are taken already.</numerusform>
            <numerusform>The course “%1” needs at least %n seats, because so many are taken already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The waiting list of “%1” needs at least %n place(s), because so many are waiting already.</source>
        <translation>
            <numerusform>The waiting list of “%1” needs at least %n place, because so many are waiting already.</numerusform>
            <numerusform>The waiting list of “%1” needs at least %n places, because so many are waiting already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::PlacesPanel</name>
    <message numerus="yes">
        <source>M&amp;ove %n up from the waiting list</source>
        <translation>
            <numerusform>M&amp;ove %n up from the waiting list</numerusform>
            <numerusform>M&amp;ove %n up from the waiting list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n student(s) from %1?</source>
        <translation>
            <numerusform>Withdraw %n student from %1?</numerusform>
            <numerusform>Withdraw %n students from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %1 from %n course(s)?</source>
        <translation>
            <numerusform>Withdraw %1 from %n course?</numerusform>
            <numerusform>Withdraw %1 from %n courses?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Withdraw %n student(s)</source>
        <translation>
            <numerusform>&amp;Withdraw %n student</numerusform>
            <numerusform>&amp;Withdraw %n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Withdraw from %n course(s)</source>
        <translation>
            <numerusform>&amp;Withdraw from %n course</numerusform>
            <numerusform>&amp;Withdraw from %n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn.</source>
        <translation>
            <numerusform>%n withdrawn.</numerusform>
            <numerusform>%n withdrawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had changed meanwhile and stay as they are; look again.</source>
        <translation>
            <numerusform>%n had changed meanwhile and stays as it is; look again.</numerusform>
            <numerusform>%n had changed meanwhile and stay as they are; look again.</numerusform>
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
</context>
<context>
    <name>Rollbook::CoursesPage</name>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) are in %1 or wait for it. Withdraw them below before the course is removed.</source>
        <translation>
            <numerusform>%n student is in %1 or waits for it. Withdraw the student below before the course is removed.</numerusform>
            <numerusform>%n students are in %1 or wait for it. Withdraw them below before the course is removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) imported.</source>
        <translation>
            <numerusform>%n course imported.</numerusform>
            <numerusform>%n courses imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) exported: %1</source>
        <translation>
            <numerusform>%n course exported: %1</numerusform>
            <numerusform>%n courses exported: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::StudentsPage</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is in %n course(s) or on their waiting lists. Withdraw the student below first.</source>
        <translation>
            <numerusform>%1 is in %n course or on its waiting list. Withdraw the student below first.</numerusform>
            <numerusform>%1 is in %n courses or on their waiting lists. Withdraw the student below first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) imported.</source>
        <translation>
            <numerusform>%n student imported.</numerusform>
            <numerusform>%n students imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) exported: %1</source>
        <translation>
            <numerusform>%n student exported: %1</numerusform>
            <numerusform>%n students exported: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RunsModel</name>
    <message numerus="yes">
        <source>took %n student(s) out</source>
        <translation>
            <numerusform>took %n student out</numerusform>
            <numerusform>took %n students out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RunsPage</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::StudentPage</name>
    <message numerus="yes">
        <source>%n event(s), newest first: when, what happened, from which list, and who did it.</source>
        <translation>
            <numerusform>%n event: when, what happened, from which list, and who did it.</numerusform>
            <numerusform>%n events, newest first: when, what happened, from which list, and who did it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ComparisonPage</name>
    <message numerus="yes">
        <source>%n student(s) fared differently, or are in one of them only.</source>
        <translation>
            <numerusform>%n student fared differently, or is in one of them only.</numerusform>
            <numerusform>%n students fared differently, or are in one of them only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::DetailPanel</name>
    <message numerus="yes">
        <source>%n student(s) chosen</source>
        <translation>
            <numerusform>%n student chosen</numerusform>
            <numerusform>%n students chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RowDetails</name>
    <message numerus="yes">
        <source>Sent %n time(s); the answer took %1.</source>
        <translation>
            <numerusform>Sent once; the answer took %1.</numerusform>
            <numerusform>Sent %n times; the answer took %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ReasonGroup</name>
    <message numerus="yes">
        <source>%n found no seat and no waiting-list place</source>
        <translation>
            <numerusform>%n found no seat and no waiting-list place</numerusform>
            <numerusform>%n found no seat and no waiting-list place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too early: registration opens on %1</source>
        <translation>
            <numerusform>%n too early: registration opens on %1</numerusform>
            <numerusform>%n too early: registration opens on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too early: registration is not open yet</source>
        <translation>
            <numerusform>%n too early: registration is not open yet</numerusform>
            <numerusform>%n too early: registration is not open yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: registration closed on %1</source>
        <translation>
            <numerusform>%n too late: registration closed on %1</numerusform>
            <numerusform>%n too late: registration closed on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: registration is closed</source>
        <translation>
            <numerusform>%n too late: registration is closed</numerusform>
            <numerusform>%n too late: registration is closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) %1 first</source>
        <translation>
            <numerusform>%n needs %1 first</numerusform>
            <numerusform>%n need %1 first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) another course first</source>
        <translation>
            <numerusform>%n needs another course first</numerusform>
            <numerusform>%n need another course first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meet(s) at the same time in %1</source>
        <translation>
            <numerusform>%n is in %1 at the same time</numerusform>
            <numerusform>%n are in %1 at the same time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meet(s) at the same time elsewhere</source>
        <translation>
            <numerusform>%n is in another course at the same time</numerusform>
            <numerusform>%n are in another course at the same time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold: %1</source>
        <translation>
            <numerusform>%n on hold: %1</numerusform>
            <numerusform>%n on hold: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n on hold</numerusform>
            <numerusform>%n on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown to the school</source>
        <translation>
            <numerusform>%n unknown to the school</numerusform>
            <numerusform>%n unknown to the school</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the list twice</source>
        <translation>
            <numerusform>%n stands in the list twice</numerusform>
            <numerusform>%n stand in the list twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for “%1”, which is no course</source>
        <translation>
            <numerusform>%n asked for “%1”, which is no course</numerusform>
            <numerusform>%n asked for “%1”, which is no course</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for no known course</source>
        <translation>
            <numerusform>%n asked for no known course</numerusform>
            <numerusform>%n asked for no known course</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with mistakes in the list</source>
        <translation>
            <numerusform>%n with mistakes in the list</numerusform>
            <numerusform>%n with mistakes in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, because the run was stopped</source>
        <translation>
            <numerusform>%n not sent, because the run was stopped</numerusform>
            <numerusform>%n not sent, because the run was stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, because the run could not go on</source>
        <translation>
            <numerusform>%n not sent, because the run could not go on</numerusform>
            <numerusform>%n not sent, because the run could not go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out by you</source>
        <translation>
            <numerusform>%n left out by you</numerusform>
            <numerusform>%n left out by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer before the run was stopped</source>
        <translation>
            <numerusform>%n without an answer before the run was stopped</numerusform>
            <numerusform>%n without an answer before the run was stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n because of a fault in the school database</source>
        <translation>
            <numerusform>%n because of a fault in the school database</numerusform>
            <numerusform>%n because of a fault in the school database</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n because no space is left for the school database</source>
        <translation>
            <numerusform>%n because no space is left for the school database</numerusform>
            <numerusform>%n because no space is left for the school database</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n because the school database cannot be changed</source>
        <translation>
            <numerusform>%n because the school database cannot be changed</numerusform>
            <numerusform>%n because the school database cannot be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n because the school did not answer</source>
        <translation>
            <numerusform>%n because the school did not answer</numerusform>
            <numerusform>%n because the school did not answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::GlanceStrip</name>
    <message numerus="yes">
        <source>All %n student(s) are registered.</source>
        <translation>
            <numerusform>The student is registered.</numerusform>
            <numerusform>All %n students are registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n student(s) are registered.</source>
        <translation>
            <numerusform>%1 of %n student is registered.</numerusform>
            <numerusform>%1 of %n students are registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a seat</source>
        <translation>
            <numerusform>%n waits for a seat</numerusform>
            <numerusform>%n wait for a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not get in:</source>
        <translation>
            <numerusform>%n did not get in:</numerusform>
            <numerusform>%n did not get in:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for other reasons</source>
        <translation>
            <numerusform>%n for other reasons</numerusform>
            <numerusform>%n for other reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::RunAnnouncer</name>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>%n registered</numerusform>
            <numerusform>%n registered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not registered</source>
        <translation>
            <numerusform>%n not registered</numerusform>
            <numerusform>%n not registered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::MeanwhileBar</name>
    <message numerus="yes">
        <source>%n more course(s)</source>
        <translation>
            <numerusform>%n more course</numerusform>
            <numerusform>%n more courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n seat(s) left.</source>
        <translation>
            <numerusform>It has %n seat left.</numerusform>
            <numerusform>It has %n seats left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) will be on the waiting list instead.</source>
        <translation>
            <numerusform>%n student will be on the waiting list instead.</numerusform>
            <numerusform>%n students will be on the waiting list instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) are on the waiting list instead.</source>
        <translation>
            <numerusform>%n student is on the waiting list instead.</numerusform>
            <numerusform>%n students are on the waiting list instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) will not be registered.</source>
        <translation>
            <numerusform>%n student will not be registered.</numerusform>
            <numerusform>%n students will not be registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s) were not registered.</source>
        <translation>
            <numerusform>%n student was not registered.</numerusform>
            <numerusform>%n students were not registered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::SequelBar</name>
    <message numerus="yes">
        <source>These %n student(s) are from “%1”, registered on %2.</source>
        <translation>
            <numerusform>This student is from “%1”, registered on %2.</numerusform>
            <numerusform>These %n students are from “%1”, registered on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) corrected.</source>
        <translation>
            <numerusform>%n of them is corrected.</numerusform>
            <numerusform>%n of them are corrected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) corrected; registering them goes on with that run.</source>
        <translation>
            <numerusform>%n of them is corrected; registering it goes on with that run.</numerusform>
            <numerusform>%n of them are corrected; registering them goes on with that run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “%1” are not of that run and are left aside.</source>
        <translation>
            <numerusform>%n row of “%1” is not of that run and is left aside.</numerusform>
            <numerusform>%n rows of “%1” are not of that run and are left aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ReportBar</name>
    <message numerus="yes">
        <source>The report of %n list(s) is saved: %1</source>
        <translation>
            <numerusform>The report of %n list is saved: %1</numerusform>
            <numerusform>The report of %n lists is saved: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ReportDialog</name>
    <message numerus="yes">
        <source>%n student(s) did not get in.</source>
        <translation>
            <numerusform>%n student did not get in.</numerusform>
            <numerusform>%n students did not get in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::ReportSummary</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::PrintPreview</name>
    <message numerus="yes">
        <source>You see the first %n page(s). All of them are printed.</source>
        <translation>
            <numerusform>You see the first page. All of them are printed.</numerusform>
            <numerusform>You see the first %n pages. All of them are printed.</numerusform>
        </translation>
    </message>
</context>
</TS>
