<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Rollbook::Outcome</name>
    <message>
        <source>the course is full and no waiting-list place is left</source>
        <translation>el curso está completo y no queda sitio en la lista de espera</translation>
    </message>
    <message>
        <source>registration opens on %1</source>
        <translation>la inscripción se abre el %1</translation>
    </message>
    <message>
        <source>registration closed on %1</source>
        <translation>la inscripción se cerró el %1</translation>
    </message>
    <message>
        <source>needs %1 first</source>
        <translation>requiere %1 antes</translation>
    </message>
    <message>
        <source>meets at the same time as %1</source>
        <translation>coincide en el horario con %1</translation>
    </message>
    <message>
        <source>has a hold: %1</source>
        <translation>tiene un bloqueo: %1</translation>
    </message>
    <message>
        <source>has a hold</source>
        <translation>tiene un bloqueo</translation>
    </message>
    <message>
        <source>is not in the school&apos;s student register</source>
        <translation>no figura en el registro de alumnos del centro</translation>
    </message>
    <message>
        <source>same student as row %1</source>
        <translation>la misma persona que en la fila %1</translation>
    </message>
    <message>
        <source>there is no course “%1”</source>
        <translation>no existe el curso «%1»</translation>
    </message>
    <message>
        <source>the row names no course</source>
        <translation>la fila no indica ningún curso</translation>
    </message>
    <message>
        <source>the row cannot be used as it is</source>
        <translation>la fila no se puede usar tal como está</translation>
    </message>
    <message>
        <source>the school database was in use elsewhere; try again</source>
        <translation>la base de datos del centro se estaba usando en otro lugar; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the school database could not be reached; try again</source>
        <translation>no se pudo acceder a la base de datos del centro; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>no space is left where the school database lies; make room, then try again</source>
        <translation>no queda espacio donde está la base de datos del centro; libere espacio e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the school database can be read but not changed; ask for permission, then try again</source>
        <translation>la base de datos del centro se puede leer pero no modificar; pida permiso e inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the school asked to wait %1 seconds; try again</source>
        <translation>el centro pidió esperar %1 segundos; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the school asked to be asked less often; try again</source>
        <translation>el centro pidió menos consultas; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it (%1)</source>
        <translation>un fallo en la base de datos del centro; avise a la persona responsable (%1)</translation>
    </message>
    <message>
        <source>a fault in the school database; tell whoever looks after it</source>
        <translation>un fallo en la base de datos del centro; avise a la persona responsable</translation>
    </message>
    <message>
        <source>no answer in time; try again</source>
        <translation>no hubo respuesta a tiempo; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>the run was stopped before the school had answered; try again to find out</source>
        <translation>el proceso se detuvo antes de que el centro respondiera; inténtelo de nuevo para saberlo</translation>
    </message>
    <message>
        <source>not sent, because the run was stopped</source>
        <translation>sin enviar, porque se detuvo el proceso</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on: %1</source>
        <translation>sin enviar, porque el proceso no pudo continuar: %1</translation>
    </message>
    <message>
        <source>not sent, because the run could not go on</source>
        <translation>sin enviar, porque el proceso no pudo continuar</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>omitido por usted</translation>
    </message>
    <message>
        <source>a fault: %1; try again</source>
        <translation>un fallo: %1; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>a fault; try again</source>
        <translation>un fallo; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrito</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Lista de espera</translation>
    </message>
    <message>
        <source>Already registered</source>
        <translation>Ya inscrito</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>No inscrito</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Con error</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Sin tramitar</translation>
    </message>
    <message>
        <source>was on the waiting list already, place %1</source>
        <translation>ya estaba en la lista de espera, puesto %1</translation>
    </message>
    <message>
        <source>was on the waiting list already</source>
        <translation>ya estaba en la lista de espera</translation>
    </message>
    <message>
        <source>had seat %1 already</source>
        <translation>ya tenía la plaza %1</translation>
    </message>
    <message>
        <source>had a seat already</source>
        <translation>ya tenía plaza</translation>
    </message>
    <message>
        <source>place %1 on the waiting list</source>
        <translation>puesto %1 en la lista de espera</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>en la lista de espera</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>plaza %1</translation>
    </message>
    <message>
        <source>has a seat</source>
        <translation>tiene plaza</translation>
    </message>
    <message>
        <source>will get place %1 on the waiting list</source>
        <translation>obtendrá el puesto %1 en la lista de espera</translation>
    </message>
    <message>
        <source>will be on the waiting list</source>
        <translation>quedará en la lista de espera</translation>
    </message>
    <message>
        <source>will get seat %1</source>
        <translation>obtendrá la plaza %1</translation>
    </message>
    <message>
        <source>will get a seat</source>
        <translation>obtendrá plaza</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n curso</numerusform>
            <numerusform>%n cursos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollbook::Report</name>
    <message>
        <source>Why not registered</source>
        <translation>Por qué no se inscribió</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Por corregir</translation>
    </message>
    <message>
        <source>Class list</source>
        <translation>Lista de clase</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Total general</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation>sin terminar</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation>detenido por una persona</translation>
    </message>
    <message>
        <source>could not go on</source>
        <translation>no pudo continuar</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Student ID</source>
        <translation>N.º de alumno</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Registered at</source>
        <translation>Fecha de inscripción</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Milisegundos</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Inscripción hecha por</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Proceso</translation>
    </message>
    <message numerus="yes">
        <source>%n class list(s)</source>
        <translation>
            <numerusform>%n lista de clase</numerusform>
            <numerusform>%n listas de clase</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as BCP 47 has it</comment>
        <translation>es</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Students by state</source>
        <translation>Alumnado por estado</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
</context>
</TS>
