<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>Rollbook::Report</name>
    <message numerus="yes">
        <source>%n class list(s)</source>
        <translation>
            <numerusform>%n class list</numerusform>
            <numerusform>%n class lists</numerusform>
        </translation>
    </message>
</context>
</TS>
