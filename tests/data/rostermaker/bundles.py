# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What student information systems export: several CSV files that belong together. The columns are
those of the 1EdTech OneRoster 1.1 and 1.2 CSV bindings, of Microsoft School Data Sync, of Canvas'
SIS import and of Moodle's upload-users page."""

import csv
import io
import zipfile

from .people import numbered, people, prefixed

CLASSES = ["GO1-A", "GO2-B", "ART-3"]
SCHOOL = "school-1"
FIXED = (2026, 1, 2, 3, 4, 6)


def rows_as_text(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def archive(entries, method=zipfile.ZIP_DEFLATED, mode=0):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as file:
        for name, data in entries:
            info = zipfile.ZipInfo(name, FIXED)
            info.external_attr = mode << 16
            file.writestr(info, data, method)
    return content.getvalue()


def zipped(files, folder="", method=zipfile.ZIP_DEFLATED):
    return archive([(folder + name, data) for name, data in files.items()], method)


def enrolled(students):
    """Class by class, and in each the students as they are listed: (class code, student)."""
    return [(code, student) for c, code in enumerate(CLASSES) for i, student in enumerate(students)
            if i % 3 == c or i % 4 == c]


def expected(students, *fields):
    return [{"course": code} | {field: getattr(student, field) for field in fields}
            for code, student in enrolled(students)]


def one_roster(students, version, id_of):
    files = {"academicSessions": [
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear"
        .split(","),
        ["term-1", "", "", "2026 Fall", "term", "2026-09-01", "2027-01-31", "", "2027"]]}
    files["orgs"] = [
        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId".split(","),
        [SCHOOL, "", "", "Marlowe Lane School", "school", "ML", ""]]
    files["courses"] = [
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,"
        "subjects,subjectCodes".split(",")] + [
        [f"course-{i}", "", "", "", f"Course {code}", code.split("-")[0], "", SCHOOL, "", ""]
        for i, code in enumerate(CLASSES)]
    files["classes"] = [
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
        "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods".split(",")] + [
        [f"class-{i}", "", "", f"Class {code}", "", f"course-{i}", code, "scheduled", "", SCHOOL,
         "term-1", "", "", ""] for i, code in enumerate(CLASSES)]
    files["enrollments"] = [
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
        "beginDate,endDate".split(",")] + [
        [f"enrollment-{i}", "", "", f"class-{CLASSES.index(code)}", SCHOOL, id_of(student), "student",
         "false", "2026-09-01", "2027-01-31"] for i, (code, student) in enumerate(enrolled(students))] + [
        ["enrollment-t", "", "", "class-0", SCHOOL, "teacher-1", "teacher", "true", "", ""]]
    files["demographics"] = [
        "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
        "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
        "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,"
        "publicSchoolResidenceStatus".split(",")] + [
        [id_of(student), "", "", student.birth.isoformat()] + [""] * 12 for student in students]
    if version == "1.1":
        files["users"] = one_roster_users_11(students, id_of)
    else:
        files["users"], files["roles"] = one_roster_users_12(students, id_of)
    manifest = [["propertyName", "value"], ["manifest.version", "1.0"], ["oneroster.version", version]]
    for name in ("academicSessions", "categories", "classes", "classResources", "courses",
                 "courseResources", "demographics", "enrollments", "lineItems", "orgs", "resources",
                 "results", "roles", "users"):
        if name != "roles" or version == "1.2":
            manifest.append([f"file.{name}", "bulk" if name in files else "absent"])
    files["manifest"] = manifest + [["source.systemName", "Example SIS"], ["source.systemCode", "EX"]]
    return {name + ".csv": rows_as_text(rows) for name, rows in files.items()}


def one_roster_users_11(students, id_of):
    def row(source, role, username, given, family, identifier, email, grade):
        return [source, "", "", "true", SCHOOL, role, username, "", given, family, "", identifier,
                email, "", "", "", grade, ""]
    return ["sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
            "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"
            .split(",")] + [
        row("teacher-1", "teacher", "t.quillfeather", "Tabitha", "Quillfeather", "T1",
            "tabitha@example.org", "")] + [
        row(id_of(s), "student", s.email.split("@")[0], s.given, s.family, s.id, s.email, s.grade)
        for s in students]


def one_roster_users_12(students, id_of):
    def user(source, username, given, family, identifier, email, grade):
        return [source, "", "", "true", username, "", given, family, "", identifier, email, "", "", "",
                grade, "", "", "", "", "", "", SCHOOL, ""]
    users = [
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
        "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
        "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
        "primaryOrgSourcedId,pronouns".split(","),
        user("teacher-1", "t.quillfeather", "Tabitha", "Quillfeather", "T1", "tabitha@example.org", "")]
    users += [user(id_of(s), s.email.split("@")[0], s.given, s.family, s.id, s.email, s.grade)
              for s in students]
    roles = ["sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
             "orgSourcedId,userProfileSourcedId".split(","),
             ["role-t", "", "", "teacher-1", "primary", "teacher", "", "", SCHOOL, ""]]
    roles += [[f"role-{i}", "", "", id_of(s), "primary", "student", "", "", SCHOOL, ""]
              for i, s in enumerate(students)]
    return users, roles


def school_data_sync_1(students):
    """Sections have no code beside their name; here the name is what a school would take for one."""
    return {
        "School.csv": rows_as_text([["SIS ID", "Name"], [SCHOOL, "Marlowe Lane School"]]),
        "Section.csv": rows_as_text([["SIS ID", "School SIS ID", "Section Name"]] + [
            [code, SCHOOL, code] for code in CLASSES]),
        "Student.csv": rows_as_text(
            [["SIS ID", "School SIS ID", "Username", "First Name", "Last Name", "Grade"]] + [
                [s.id, SCHOOL, s.email, s.given, s.family, s.grade] for s in students]),
        "Teacher.csv": rows_as_text([["SIS ID", "School SIS ID", "Username", "First Name", "Last Name"],
                                     ["T1", SCHOOL, "tabitha@example.org", "Tabitha", "Quillfeather"]]),
        "StudentEnrollment.csv": rows_as_text([["Section SIS ID", "SIS ID"]] + [
            [code, s.id] for code, s in enrolled(students)]),
        "TeacherRoster.csv": rows_as_text([["Section SIS ID", "SIS ID"], [CLASSES[0], "T1"]]),
    }


def school_data_sync_21(students):
    return {
        "orgs.csv": rows_as_text([["sourcedId", "name", "type"], [SCHOOL, "Marlowe Lane School", "school"]]),
        "users.csv": rows_as_text(
            [["sourcedId", "username", "givenName", "familyName", "email"],
             ["T1", "tabitha@example.org", "Tabitha", "Quillfeather", "tabitha@example.org"]] + [
                [s.id, s.email, s.given, s.family, s.email] for s in students]),
        "roles.csv": rows_as_text(
            [["userSourcedId", "orgSourcedId", "role", "grade"], ["T1", SCHOOL, "teacher", ""]] + [
                [s.id, SCHOOL, "student", s.grade] for s in students]),
        "classes.csv": rows_as_text([["sourcedId", "orgSourcedId", "title"]] + [
            [code, SCHOOL, code] for code in CLASSES]),
        "enrollments.csv": rows_as_text(
            [["classSourcedId", "userSourcedId", "role"], [CLASSES[0], "T1", "teacher"]] + [
                [code, s.id, "student"] for code, s in enrolled(students)]),
    }


def canvas(students):
    return {
        "users.csv": rows_as_text(
            [["user_id", "login_id", "first_name", "last_name", "email", "status"],
             ["T1", "tabitha", "Tabitha", "Quillfeather", "tabitha@example.org", "active"]] + [
                [s.id, s.email.split("@")[0], s.given, s.family, s.email, "active"] for s in students]),
        "courses.csv": rows_as_text(
            [["course_id", "short_name", "long_name", "account_id", "term_id", "status"]] + [
                [code, code, f"Course {code}", "", "", "active"] for code in CLASSES]),
        "enrollments.csv": rows_as_text(
            [["course_id", "user_id", "role", "section_id", "status"],
             [CLASSES[0], "T1", "teacher", "", "active"]] + [
                [code, s.id, "student", "", "active"] for code, s in enrolled(students)]),
    }


def add_folder(corpus, name, files, rows, **facts):
    folder = corpus.path(name)
    folder.mkdir()
    for file, data in files.items():
        (folder / file).write_bytes(data)
    corpus.expect(name, rows, **facts)


def make(corpus):
    one = people("english", 15, numbered(5001))
    one_rows = expected(one, "id", "given", "family", "email", "birth", "grade")
    files = one_roster(one, "1.1", lambda s: s.id)
    add_folder(corpus, "oneroster-1.1", files, one_rows, format="Bundle")
    corpus.add("oneroster-1.1.zip", zipped(files), one_rows, format="Bundle")
    corpus.add("oneroster-1.1-in-folder.zip", zipped(files, "export 2026/"), one_rows, format="Bundle")
    students = people("spanish", 14, prefixed("S"))
    rows = expected(students, "id", "given", "family", "email", "birth", "grade")
    files = one_roster(students, "1.2", lambda s: "b7c1-" + s.id.lower())
    add_folder(corpus, "oneroster-1.2", files, rows, format="Bundle")
    corpus.add("oneroster-1.2-stored.zip", zipped(files, method=zipfile.ZIP_STORED), rows,
               format="Bundle")
    files = one_roster(one, "1.1", lambda s: s.id)
    del files["demographics.csv"], files["courses.csv"], files["academicSessions.csv"]
    corpus.add("oneroster-1.1-least.zip", zipped(files), expected(one, "id", "given", "family", "email", "grade"),
               format="Bundle")

    students = people("german", 14, prefixed("D"))
    rows = expected(students, "id", "given", "family", "email", "grade")
    files = school_data_sync_1(students)
    add_folder(corpus, "school-data-sync-v1", files, rows, format="Bundle")
    corpus.add("school-data-sync-v1.zip", zipped(files), rows, format="Bundle")
    students = people("french", 14, prefixed("F"))
    rows = expected(students, "id", "given", "family", "email", "grade")
    files = school_data_sync_21(students)
    add_folder(corpus, "school-data-sync-v2.1", files, rows, format="Bundle")
    corpus.add("school-data-sync-v2.1.zip", zipped(files), rows, format="Bundle")

    students = people("portuguese", 14)
    rows = expected(students, "id", "given", "family", "email")
    files = canvas(students)
    add_folder(corpus, "canvas", files, rows, format="Bundle")
    corpus.add("canvas.zip", zipped(files), rows, format="Bundle")
    moodle(corpus)


def moodle(corpus):
    students = people("dutch", 13)
    courses = [CLASSES[:1 + i % 3] for i in range(len(students))]
    rows = [{field: getattr(s, field) for field in ("id", "given", "family", "email")} | {"course": code}
            for s, codes in zip(students, courses) for code in codes]
    lines = [["username", "firstname", "lastname", "email", "idnumber", "course1", "course2", "course3"]]
    lines += [[s.email.split("@")[0], s.given, s.family, s.email, s.id] + codes + [""] * (3 - len(codes))
              for s, codes in zip(students, courses)]
    corpus.add("moodle-users.csv", rows_as_text(lines), rows)
    lines = [line[:6] for line in lines]
    rows = [{field: getattr(s, field) for field in ("id", "given", "family", "email")} |
            {"course": CLASSES[0]} for s in students]
    corpus.add("moodle-users-semicolon.csv", rows_as_text(lines).replace(b",", b";"), rows)
