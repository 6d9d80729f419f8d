# SPDX-FileCopyrightText: 2026 The Rollbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Invented students. All that a test expects comes from here, never from a file read back."""

import datetime
import random
import re
import unicodedata
from dataclasses import dataclass, replace

# Given names, then family names.
NAMES = {
    "english": (
        "Ada Oliver Grace Noah Ivy Miles Hazel Owen Ruby Felix Nora Caleb Tessa Jude Wren".split(),
        "Ashdown Bexley Corliss Dunmore Elwood Farrow Gladwin Hartnoll Ingleby Kestle Larkham "
        "Merrow Norwell Oakes Penhale O'Dannell".split()),
    "spanish": (
        "Íñigo Begoña Nuria Jesús Ángel Lucía Martín Sofía Andrés Inés Raúl Verónica".split(),
        ["Muñoz Peña", "Ibáñez", "Cañada Ríos", "Zúñiga", "Ordóñez", "Peñalba", "Güell", "Núñez Vega",
         "Arámburu", "Solís", "Quiñones", "Yáñez"]),
    "french": (
        "Zoé Jérôme Chloé Hélène François Agnès Benoît Gaëlle Loïc Noémie Théo Maël".split(),
        "Lecœur Vasseur Prévost Maçon Bœuf Garçonnet Lefèvre Sacré-Cœur Dœuvre Crépin Hébrard "
        "Thiéry".split()),
    "german": (
        "Jörg Käthe Björn Ännchen Günther Heike Lukas Mia Sören Ulrike Tjark Wiebke".split(),
        "Müllner Großmann Schäfler Weißbach Köhne Bürkle Straßner Jägers Höfler Groß Lüdecke "
        "Übelhör".split()),
    "portuguese": (
        "João Inês Conceição Sebastião Lúcia Antônio Helena Tomás Beatriz Caetano".split(),
        "Falcão Magalhães Gusmão Valadão Brandão Araújo Leitão Assunção Simões Mourão".split()),
    "italian": (
        "Niccolò Chiara Matteo Giosuè Noemi Ettore Mosè Lavinia Tommaso Ginevra".split(),
        "Cantù Bonfà Donà Scalfì Muscarà Bordò Pellicanò Labò Rizzà Fenaroli".split()),
    "dutch": (
        "Joëlle Daniël Femke Zoë Thijs Sanne Noël Jurre Loïs Maartje".split(),
        "Kloosterman Wiersema Boersma Ruigrok Coëlho Hazelhoff Tjaden Vermaat Zeedijk Brouwerij".split()),
    "polish": (
        "Łukasz Małgorzata Bożena Grażyna Święto Agnieszka Paweł Michał Żaneta Rafał Elżbieta "
        "Jędrzej".split(),
        "Wójcicki Ździebło Gąsiorek Kłosiński Święcka Żółtek Łęcki Brzęcki Dąbroszcz Śliwka Źrebiec "
        "Cąderek".split()),
    "turkish": (
        "Şule İbrahim Gökçe Çağlar Işıl Uğur Özge Yiğit Tuğba Oğuz Ayşegül Görkem".split(),
        "Şahinoğlu Kılıçer Yıldızcan Çalışır İncegül Doğruöz Ağaoğullu Gündüzalp Taşçıer Köseoğlu "
        "Başarır Işıkay".split()),
    "nordic": (
        "Åse Bjørn Sørine Håkon Märta Åke Frøya Östen Jørgen Signe".split(),
        "Ångstedt Bjørnsgaard Sjøvoll Lindhälla Rødkjær Ørstavik Häggdal Åmotsen Myhrvåg Søndervig".split()),
    "russian": (
        "Алексей Мария Дмитрий Ольга Сергей Екатерина Никита Юлия Фёдор Анастасия Щепан Жанна".split(),
        "Берёзкин Журавлёва Щеглов Цветаевская Юдашкин Ягодкина Хвостов Эйхе Шмелёва Чайкин Лисицын "
        "Орешкина".split()),
    "japanese": (
        "大輔 美咲 翔太 さくら 健一 陽菜 拓也 結衣 蓮 葵".split(),
        "高梨 渡里 小鳥遊 佐久良 黒木野 白鳥沢 藤枝 桜庭 山ノ井 月島".split()),
    "chinese": (
        "小明 丽华 建国 雨桐 子涵 欣怡 志强 晓燕 浩然 梦琪".split(),
        "欧阳 司马 赵 钱 孙 李 周 吴 郑 王".split()),
    "korean": (
        "민준 서연 지훈 하은 도윤 수아 예준 지우 현우 채원".split(),
        "김 이 박 최 정 강 조 윤 장 임".split()),
    "arabic": (
        "أحمد فاطمة يوسف مريم خالد ليلى عمر نور حسن زينب".split(),
        "الحداد النجار الخياط السقاف المنصوري البناء القرشي الزهراني العطار الصباغ".split()),
}

# Full names as "Given Family" writes them: given name, family name with its particles.
PARTICLES = [
    ("Jan", "van der Vliethoek"), ("Ludwig", "von Ahlenfels"), ("María", "de la Cruzada"),
    ("Yusuf", "bin Rahmat"), ("Siobhán", "O'Conbhuí"), ("Ana Maria", "dos Santelmos"),
    ("Pierre", "de Montclairet"), ("Leonardo", "di Marchetto"), ("Sanne", "ten Brinkel"),
    ("Anna", "Kowalczewska"), ("Juan Pablo", "Ortizaga"), ("Inês", "da Silvares"),
    ("Wilhelmina", "van den Boogert"), ("Karl", "zu Hohenfelden"), ("Thijs", "de Wittevaan"),
]

DOMAINS = ["example.org", "example.com", "example.net"]


@dataclass(frozen=True)
class Person:
    id: str
    given: str
    family: str
    email: str
    birth: datetime.date
    grade: str
    course: str = ""

    @property
    def full(self):
        return f"{self.given} {self.family}".strip()

    @property
    def family_given(self):
        return f"{self.family}, {self.given}"


def in_ascii(text):
    text = text.translate(str.maketrans("łŁøØßœŒæÆıđ", "lLoOsoOaAid"))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", text.lower())


def numbered(first, width=7, step=37):
    """Identifiers with leading zeros."""
    return lambda i: str(first + i * step).zfill(width)


def prefixed(prefix, first=1, width=6):
    return lambda i: f"{prefix}{first + i:0{width}d}"


def people(language, count, ids=numbered(1042), days=(1, 28)):
    """The same ones at each call. At least one was born after the 12th of a month where days allow
    it, so that the order of day and month can be told."""
    given, family = NAMES[language]
    rng = random.Random(f"{language} {count}")
    pairs = [(g, f) for g in given for f in family]
    rng.shuffle(pairs)
    students = []
    for i, (g, f) in enumerate(pairs[:count]):
        low, high = (13, days[1]) if i % 3 == 0 and days[1] > 12 else days
        birth = datetime.date(rng.randint(2007, 2012), rng.randint(1, 12), rng.randint(low, high))
        local = ".".join(filter(None, [in_ascii(g), in_ascii(f)])) or "pupil"
        students.append(Person(ids(i), g, f, f"{local}{i + 1}@{DOMAINS[i % 3]}", birth,
                               str(rng.randint(6, 12))))
    return students


def people_with_particles(count=15, ids=numbered(880)):
    base = people("english", count, ids)
    return [replace(p, given=g, family=f, email=f"{in_ascii(g)}.{in_ascii(f)}@example.org")
            for p, (g, f) in zip(base, PARTICLES)]


def with_courses(students, courses):
    """Each student in one or two of the courses, in the order of the students."""
    rows = []
    for i, student in enumerate(students):
        rows.append(replace(student, course=courses[i % len(courses)]))
        if i % 3 == 0 and len(courses) > 1:
            rows.append(replace(student, course=courses[(i + 1) % len(courses)]))
    return rows
