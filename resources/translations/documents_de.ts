<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Rollbook::Outcome</name>
    <message>
        <source>the course is full and no waiting-list place is left</source>
        <translation>der Kurs ist voll, auch auf der Warteliste ist kein Platz mehr frei</translation>
    </message>
    <message>
        <source>registration opens on %1</source>
        <translation>die Anmeldung beginnt am %1</translation>
    </message>
    <message>
        <source>registration closed on %1</source>
        <translation>Anmeldeschluss war am %1</translation>
    </message>
    <message>
        <source>needs %1 first</source>
        <translation>setzt %1 voraus</translation>
    </message>
    <message>
        <source>meets at the same time as %1</source>
        <translation>findet zur selben Zeit statt wie %1</translation>
    </message>
    <message>
        <source>has a hold: %1</source>
        <translation>ist gesperrt: %1</translation>
    </message>
    <message>
        <source>has a hold</source>
        <translation>ist gesperrt</translation>
    </message>
    <message>
        <source>is not in the school&apos;s student register</source>
        <translation>steht nicht im Schülerverzeichnis der Schule</translation>
    </message>
    <message>
        <source>same student as row %1</source>
        <translation>dieselbe Person wie in Zeile %1</translation>
    </message>
    <message>
        <source>there is no course “%1”</source>
        <translation>es gibt keinen Kurs „%1“</translation>
    </message>
    <message>
        <source>the row names no course</source>
        <translation>in der Zeile steht kein Kurs</translation>
    </message>
    <message>
        <source>the row cannot be used as it is</source>
        <translation>die Zeile ist so nicht verwendbar</translation>
    </message>
    <message>
        <source>the school database was in use elsewhere; try again</source>
        <translation>die Datenbank der Schule wurde gerade anderswo benutzt; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>the school database could not be reached; try again</source>
        <translation>die Datenbank der Schule war nicht erreichbar; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>no space is left where the school database lies; make room, then try again</source>
        <translation>wo die Datenbank der Schule liegt, ist kein Platz mehr; bitte Platz schaffen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>the school database can be read but not changed; ask for permission, then try again</source>
        <translation>die Datenbank der Schule kann gelesen, aber nicht geändert werden; bitte die Berechtigung einholen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>the school asked to wait %1 seconds; try again</source>
        <translation>die Schule bat um %1 Sekunden Wartezeit; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>the school asked to be asked less often; try again</source>
        <translation>die Schule bat um weniger Anfragen; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it (%1)</source>
        <translation>ein Fehler in der Datenbank der Schule; bitte der zuständigen Person melden (%1)</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it</source>
        <translation>ein Fehler in der Datenbank der Schule; bitte der zuständigen Person melden</translation>
    </message>
    <message>
        <source>no answer in time; try again</source>
        <translation>keine Antwort in der vorgesehenen Zeit; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>the run was stopped before the school had answered; try again to find out</source>
        <translation>der Vorgang wurde angehalten, bevor die Schule geantwortet hatte; ein neuer Versuch schafft Klarheit</translation>
    </message>
    <message>
        <source>not sent, because the run was stopped</source>
        <translation>nicht übermittelt, weil der Vorgang angehalten wurde</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on: %1</source>
        <translation>nicht übermittelt, weil der Vorgang nicht weiterlaufen konnte: %1</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on</source>
        <translation>nicht übermittelt, weil der Vorgang nicht weiterlaufen konnte</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>von Ihnen ausgelassen</translation>
    </message>
    <message>
        <source>a fault: %1; try again</source>
        <translation>ein Fehler: %1; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>a fault; try again</source>
        <translation>ein Fehler; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Schon angemeldet</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Nicht bearbeitet</translation>
    </message>
    <message>
        <source>was on the waiting list already, place %1</source>
        <translation>stand schon auf der Warteliste, Platz %1</translation>
    </message>
    <message>
        <source>was on the waiting list already</source>
        <translation>stand schon auf der Warteliste</translation>
    </message>
    <message>
        <source>had seat %1 already</source>
        <translation>hatte schon Platz %1</translation>
    </message>
    <message>
        <source>had a seat already</source>
        <translation>hatte schon einen Platz</translation>
    </message>
    <message>
        <source>place %1 on the waiting list</source>
        <translation>Platz %1 auf der Warteliste</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>auf der Warteliste</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>has a seat</source>
        <translation>hat einen Platz</translation>
    </message>
    <message>
        <source>will get place %1 on the waiting list</source>
        <translation>erhält Platz %1 auf der Warteliste</translation>
    </message>
    <message>
        <source>will be on the waiting list</source>
        <translation>kommt auf die Warteliste</translation>
    </message>
    <message>
        <source>will get seat %1</source>
        <translation>erhält Platz %1</translation>
    </message>
    <message>
        <source>will get a seat</source>
        <translation>erhält einen Platz</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n Kurs</numerusform>
            <numerusform>%n Kurse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Report</name>
    <message>
        <source>Why not registered</source>
        <translation>Warum nicht angemeldet</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Zu berichtigen</translation>
    </message>
    <message>
        <source>Class list</source>
        <translation>Klassenliste</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation>noch nicht beendet</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation>von Hand angehalten</translation>
    </message>
    <message>
        <source>could not go on</source>
        <translation>konnte nicht weiterlaufen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Student ID</source>
        <translation>Schüler-Nr.</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>Angemeldet am</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Schule</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Angemeldet von</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Vorgang</translation>
    </message>
    <message numerus="yes">
        <source>%n class list(s)</source>
        <translation>
            <numerusform>%n Klassenliste</numerusform>
            <numerusform>%n Klassenlisten</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as BCP 47 has it</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Students by state</source>
        <translation>Schülerinnen und Schüler nach Status</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
</context>
</TS>
