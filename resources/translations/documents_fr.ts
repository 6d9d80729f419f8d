<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Rollbook::Outcome</name>
    <message>
        <source>the course is full and no waiting-list place is left</source>
        <translation>le cours est complet et la liste d’attente aussi</translation>
    </message>
    <message>
        <source>registration opens on %1</source>
        <translation>les inscriptions ouvrent le %1</translation>
    </message>
    <message>
        <source>registration closed on %1</source>
        <translation>les inscriptions ont fermé le %1</translation>
    </message>
    <message>
        <source>needs %1 first</source>
        <translation>nécessite d’abord %1</translation>
    </message>
    <message>
        <source>meets at the same time as %1</source>
        <translation>a lieu en même temps que %1</translation>
    </message>
    <message>
        <source>has a hold: %1</source>
        <translation>fait l’objet d’un blocage : %1</translation>
    </message>
    <message>
        <source>has a hold</source>
        <translation>fait l’objet d’un blocage</translation>
    </message>
    <message>
        <source>is not in the school&apos;s student register</source>
        <translation>ne figure pas dans le registre des élèves de l’établissement</translation>
    </message>
    <message>
        <source>same student as row %1</source>
        <translation>même élève qu’à la ligne %1</translation>
    </message>
    <message>
        <source>there is no course “%1”</source>
        <translation>il n’y a pas de cours « %1 »</translation>
    </message>
    <message>
        <source>the row names no course</source>
        <translation>la ligne n’indique aucun cours</translation>
    </message>
    <message>
        <source>the row cannot be used as it is</source>
        <translation>la ligne n’est pas utilisable telle quelle</translation>
    </message>
    <message>
        <source>the school database was in use elsewhere; try again</source>
        <translation>la base de données de l’établissement était utilisée ailleurs ; veuillez réessayer</translation>
    </message>
    <message>
        <source>the school database could not be reached; try again</source>
        <translation>la base de données de l’établissement était injoignable ; veuillez réessayer</translation>
    </message>
    <message>
        <source>no space is left where the school database lies; make room, then try again</source>
        <translation>il n’y a plus de place là où se trouve la base de données de l’établissement ; libérez de l’espace, puis réessayez</translation>
    </message>
    <message>
        <source>the school database can be read but not changed; ask for permission, then try again</source>
        <translation>la base de données de l’établissement peut être lue, mais pas modifiée ; demandez l’autorisation, puis réessayez</translation>
    </message>
    <message>
        <source>the school asked to wait %1 seconds; try again</source>
        <translation>l’établissement a demandé d’attendre %1 secondes ; veuillez réessayer</translation>
    </message>
    <message>
        <source>the school asked to be asked less often; try again</source>
        <translation>l’établissement a demandé moins de requêtes ; veuillez réessayer</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it (%1)</source>
        <translation>une erreur dans la base de données de l’établissement ; prévenez la personne qui s’en occupe (%1)</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it</source>
        <translation>une erreur dans la base de données de l’établissement ; prévenez la personne qui s’en occupe</translation>
    </message>
    <message>
        <source>no answer in time; try again</source>
        <translation>pas de réponse dans le délai prévu ; veuillez réessayer</translation>
    </message>
    <message>
        <source>the run was stopped before the school had answered; try again to find out</source>
        <translation>le traitement a été arrêté avant la réponse de l’établissement ; réessayez pour en avoir le cœur net</translation>
    </message>
    <message>
        <source>not sent, because the run was stopped</source>
        <translation>non transmis, car le traitement a été arrêté</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on: %1</source>
        <translation>non transmis, car le traitement n’a pas pu continuer : %1</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on</source>
        <translation>non transmis, car le traitement n’a pas pu continuer</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>écarté par vos soins</translation>
    </message>
    <message>
        <source>a fault: %1; try again</source>
        <translation>une erreur : %1 ; veuillez réessayer</translation>
    </message>
    <message>
        <source>a fault; try again</source>
        <translation>une erreur ; veuillez réessayer</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrit</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Liste d’attente</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Déjà inscrit</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Non inscrit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Non traité</translation>
    </message>
    <message>
        <source>was on the waiting list already, place %1</source>
        <translation>était déjà sur liste d’attente, rang %1</translation>
    </message>
    <message>
        <source>was on the waiting list already</source>
        <translation>était déjà sur liste d’attente</translation>
    </message>
    <message>
        <source>had seat %1 already</source>
        <translation>avait déjà la place %1</translation>
    </message>
    <message>
        <source>had a seat already</source>
        <translation>avait déjà une place</translation>
    </message>
    <message>
        <source>place %1 on the waiting list</source>
        <translation>rang %1 sur liste d’attente</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>sur liste d’attente</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>place %1</translation>
    </message>
    <message>
        <source>has a seat</source>
        <translation>a une place</translation>
    </message>
    <message>
        <source>will get place %1 on the waiting list</source>
        <translation>obtiendra le rang %1 sur liste d’attente</translation>
    </message>
    <message>
        <source>will be on the waiting list</source>
        <translation>sera sur liste d’attente</translation>
    </message>
    <message>
        <source>will get seat %1</source>
        <translation>obtiendra la place %1</translation>
    </message>
    <message>
        <source>will get a seat</source>
        <translation>obtiendra une place</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n cours</numerusform>
            <numerusform>%n cours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Report</name>
    <message>
        <source>Why not registered</source>
        <translation>Motif de non-inscription</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Class list</source>
        <translation>Liste de classe</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Total général</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation>non terminé</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation>arrêté par une personne</translation>
    </message>
    <message>
        <source>could not go on</source>
        <translation>n’a pas pu continuer</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Student ID</source>
        <translation>N° d’élève</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>Date d’inscription</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisecondes</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Inscriptions faites par</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Traitement</translation>
    </message>
    <message numerus="yes">
        <source>%n class list(s)</source>
        <translation>
            <numerusform>%n liste de classe</numerusform>
            <numerusform>%n listes de classe</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as BCP 47 has it</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Students by state</source>
        <translation>Élèves par état</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
</context>
</TS>
