// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textencoding.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>
#include <optional>
#include <unicode/ucnv.h>

using namespace Rollbook;

namespace
{

struct ClassList {
    const char *language;
    QStringList header;
    QString names; ///< "Given Family", separated by commas
};

const QList<ClassList> &classLists()
{
    static const QList<ClassList> lists{
        {"Spanish", {"Matrícula", "Nombre", "Apellidos", "Correo electrónico"},
            "José Martínez,María García,Íñigo Núñez,Ana Pérez,Luis Rodríguez,Begoña Ibáñez,"
            "Raúl Gómez,Sofía Muñoz,Álvaro Peña,Lucía Fernández,Andrés Ordóñez,Inés Díaz,"
            "Pablo Castro,Elena Ruiz,Óscar Sánchez,Nuria Vidal,Adrián Yáñez,Rocío López,"
            "Víctor Zúñiga,Mónica Agüero"},
        {"Spanish in capitals", {"MATRÍCULA", "NOMBRE", "APELLIDOS", "CORREO"},
            "JOSÉ MARTÍNEZ,MARÍA GARCÍA,ÍÑIGO NÚÑEZ,ANA PÉREZ,LUIS RODRÍGUEZ,BEGOÑA IBÁÑEZ,"
            "RAÚL GÓMEZ,SOFÍA MUÑOZ,ÁLVARO PEÑA,LUCÍA FERNÁNDEZ,PABLO CASTRO,ELENA RUIZ"},
        {"French", {"N° d'élève", "Prénom", "Nom", "Courriel"},
            "Élodie Lefèvre,François Béranger,Chloé Dubois,Hélène Garçon,Jérôme Lemaître,"
            "Zoé Hébert,Loïc Le Goff,Anaïs Benoît,Théo Mercier,Océane Rousseau,Maëlys Forêt,"
            "Gaël Noël,Cédric Crête,Aurélie Brûlé,Léa Château,Benoît Légaré,Agnès Besançon,"
            "Rémi Côté,Joël D’Aubigné,Noémie Sœur"},
        {"German", {"Schülernummer", "Vorname", "Nachname", "Straße"},
            "Jürgen Müller,Björn Schröder,Käthe Weiß,Günter Köhler,Anna Schmidt,Jörg Krüger,"
            "Özlem Jäger,Lukas Groß,Sören Böhm,Bärbel Voß,Marie Schäfer,Uwe Strauß,Ute Löwe,"
            "Änne Größler,Rüdiger Bäcker,Lena Fuchs,Jonas Weber,Mia Vögel,Tim Kühn,Ida Preuß"},
        {"German, only one umlaut", {"Nummer", "Vorname", "Nachname", "E-Mail"},
            "Jörg Köhler,Anna Schmidt,Björn Böhm,Lukas Weber,Sören Schröder,Lena Fuchs"},
        {"Portuguese", {"Matrícula", "Nome", "Sobrenome", "Endereço"},
            "João Gonçalves,Inês Simões,Conceição Guimarães,António Magalhães,Lúcia Araújo,"
            "Sebastião Falcão,Mônica Assunção,Luís Brandão,Beatriz Galvão,Tomás Leão,"
            "Vitória Camões,Márcio Fogaça,Álvaro Conceição,Zélia Estêvão,Cláudia Paixão,"
            "Flávio Antônio,Ângela Mourão,Érica Lourenço,Pedro Silva,Ana Costa"},
        {"Polish", {"Numer ucznia", "Imię", "Nazwisko", "Adres"},
            "Łukasz Wiśniewski,Małgorzata Wójcik,Paweł Dąbrowski,Agnieszka Zając,"
            "Stanisław Król,Zofia Jabłońska,Michał Wróbel,Żaneta Górska,Grażyna Pawłowska,"
            "Sławomir Sikora,Józef Żak,Krzysztof Kozłowski,Bożena Źródło,Świętosława Ćwik,"
            "Jerzy Kaźmierczak,Mieczysław Gołąb,Anna Nowak,Jan Lis,Róża Pająk,Bartłomiej Mączka"},
        {"Czech", {"Číslo žáka", "Jméno", "Příjmení", "Třída"},
            "Jiří Dvořák,Kateřina Svobodová,Tomáš Novák,Růžena Černá,Ondřej Procházka,"
            "Lukáš Kučera,Zdeněk Veselý,Šárka Horáková,Božena Němcová,Václav Pokorný,"
            "Eliška Žáčková,Matěj Říha,Ludmila Hájková,Štěpán Šťastný,Žaneta Králová,"
            "Petr Beneš,Vojtěch Kříž,Tereza Doležalová,Filip Sýkora,Anežka Ťoupalová"},
        {"Hungarian", {"Azonosító", "Utónév", "Családnév", "Születés"},
            "István Szőke,Gergő Kovács,Erzsébet Nagy,László Tóth,Győző Kőszegi,Ágnes Szűcs,"
            "Zoltán Horváth,Réka Fülöp,Ödön Gyűrűs,Éva Molnár,Bálint Erdős,Zsófia Németh,"
            "Örs Fűzfa,Máté Kálmán,Csaba Varga,Enikő Bíró,Gábor Török,Júlia Illés,"
            "Szilárd Őri,Dezső Hegedűs"},
        {"Turkish", {"Öğrenci no", "Adı", "Soyadı", "Doğum tarihi"},
            "Ayşe Yılmaz,Mehmet Şahin,Çağla Öztürk,İbrahim Yıldız,Gülşen Kılıç,Oğuzhan Doğan,"
            "Uğur Aydın,İpek Koç,Şule Güneş,Özgür Çelik,Tuğba Kaya,Işıl Aslan,Barış Şimşek,"
            "Hüseyin Arı,Ömer Çetin,Nur Demir,Ümit Ağaoğlu,Ezgi Kuş,Kağan Işık,Sıla Erdoğan"},
        {"Russian", {"Номер", "Имя", "Фамилия", "Почта"},
            "Иван Иванов,Ольга Петрова,Сергей Сидоров,Анна Кузнецова,Дмитрий Соловьёв,"
            "Наталья Щукина,Юрий Жуков,Екатерина Цветкова,Павел Фёдоров,Мария Эйдельман,"
            "Алексей Васильев,Татьяна Зайцева,Игорь Голубев,Светлана Виноградова,"
            "Николай Богданов,Елена Воробьёва,Артём Медведев,Полина Яковлева,Роман Ершов,"
            "Вера Хохлова"},
        {"Ukrainian", {"Номер", "Ім’я", "Прізвище", "Пошта"},
            "Олександр Шевченко,Наталія Ковальчук,Андрій Бондаренко,Юлія Ткаченко,"
            "Сергій Олійник,Ірина Лисенко,Євген Кравець,Марія Гаврилюк,Їжак Поліщук,"
            "Ганна Ґудзь,Володимир Мельник,Оксана Савченко,Дмитро Руденко,Софія Мороз,"
            "Ігор Клименко,Надія Павленко,Тарас Левченко,Зоя Кузьменко,Юрій Харченко,Ольга Яценко"},
        {"Japanese", {"学籍番号", "名前", "氏名", "ふりがな"},
            "翔太 佐藤,さくら 鈴木,健 高橋,美咲 田中,大輔 伊藤,結衣 渡辺,拓也 山本,陽菜 中村,"
            "直樹 小林,愛 加藤,ケン 吉田,由美子 山田,亮 佐々木,ひかり 山口,誠 松本,恵 井上,"
            "学 木村,香織 林,剛 斎藤,エミリー 清水"},
        {"Japanese without kana", {"番号", "名前", "姓", "住所"},
            "太郎 山田,花子 田中,一郎 高橋,美子 中村,正 小林,和子 加藤,明 吉田,秀夫 木村,"
            "光 松本,文子 井上,大輔 清水,直樹 林"},
        {"Chinese", {"学号", "姓名", "班级", "电子邮件"},
            "小明 王,伟 李,芳 张,秀英 刘,娜 陈,强 杨,静 赵,磊 黄,洋 周,丽 吴,勇 徐,艳 孙,"
            "杰 胡,娟 朱,涛 高,超 林,秀兰 何,霞 郭,平 马,刚 罗"},
        {"Chinese, traditional", {"學號", "姓名", "班級", "電子郵件"},
            "志明 陳,怡君 林,雅婷 黃,俊傑 張,淑芬 李,家豪 王,美玲 吳,建宏 劉,宗翰 蔡,"
            "惠如 楊,佩珊 許,冠宇 鄭,詩涵 謝,柏翰 郭,靜宜 洪,承恩 曾"},
        {"Korean", {"학번", "이름", "성", "이메일"},
            "민수 김,지영 이,서준 박,하은 최,도윤 정,수빈 강,예준 조,지우 윤,현우 장,서연 임,"
            "준서 한,유진 오,건우 서,민지 신,우진 권,소희 황,태현 안,다은 송,성호 류,은경 홍"},
    };
    return lists;
}

QString rosterText(const ClassList &list)
{
    QString text = list.header.join(u',') + QStringLiteral("\r\n");
    int number = 20'260'001;
    const QStringList names = list.names.split(u',');
    for (const QString &name : names) {
        const QString row = QStringLiteral("%1,%2,%3,s%1@school.example\r\n");
        text += row.arg(QString::number(number++), name.section(u' ', 0, 0), name.section(u' ', 1));
    }
    return text;
}

/// The text in an encoding, none where the encoding lacks one of its letters.
std::optional<QByteArray> encoded(const QString &text, const char *converterName)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter *)> converter(
        ucnv_open(converterName, &status), ucnv_close);
    ucnv_setFromUCallBack(
        converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFallback(converter.get(), 0);
    QByteArray bytes(text.size() * 4 + 16, '\0');
    const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(),
        static_cast<int32_t>(bytes.size()), reinterpret_cast<const char16_t *>(text.utf16()),
        static_cast<int32_t>(text.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    bytes.truncate(size);
    return bytes;
}

struct Converter {
    const char *encoding;
    const char *icuName;
};
// As other programs write them; the decoder is asked for the names of the left column.
constexpr std::array<Converter, 15> converters{{{"UTF-8", "UTF-8"}, {"UTF-16 LE", "UTF-16LE"},
    {"UTF-16 BE", "UTF-16BE"}, {"Windows-1250", "windows-1250"}, {"Windows-1251", "windows-1251"},
    {"Windows-1252", "windows-1252"}, {"Windows-1254", "windows-1254"},
    {"ISO-8859-1", "ISO-8859-1"}, {"ISO-8859-2", "ISO-8859-2"}, {"ISO-8859-9", "ISO-8859-9"},
    {"ISO-8859-15", "ISO-8859-15"}, {"MacRoman", "macintosh"}, {"Shift-JIS", "Shift_JIS"},
    {"GB18030", "gb18030"}, {"EUC-KR", "EUC-KR"}}};

QString utf8Of(const QByteArray &bytes, const QString &encoding)
{
    const auto text = toUtf8(bytes, encoding, QStringLiteral("list"));
    return text ? QString::fromUtf8(*text) : text.error().sentence;
}

QString detected(const QByteArray &bytes)
{
    return utf8Of(bytes, detectEncoding(bytes));
}

} // namespace

/// A class list says the names that people typed, whatever program saved it.
class TestTextEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detectsClassLists_data();
    void detectsClassLists();
    void detectsAFewNames_data();
    void detectsAFewNames();
    void detectsOneNameFarBelow();
    void obeysTheByteOrderMark_data();
    void obeysTheByteOrderMark();
    void convertsWhatIsAskedFor_data();
    void convertsWhatIsAskedFor();
    void everyEncodingIsThere();
    void validUtf8IsNotCopied();
    void unknownEncodingIsToldOf();
    void brokenTextIsStillText_data();
    void brokenTextIsStillText();
    void survivesTextThatIsCutAnywhere();
    void survivesRandomBytes();
};

void TestTextEncoding::detectsClassLists_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    for (const ClassList &list : classLists()) {
        const QString text = rosterText(list);
        for (const Converter &converter : converters) {
            if (const auto bytes = encoded(text, converter.icuName))
                QTest::addRow("%s in %s", list.language, converter.encoding) << *bytes << text;
        }
        // The typographic apostrophe or œ may be all that an older encoding lacks.
        QString plain = text;
        plain.replace(u'’', u'\'').replace(QStringLiteral("œ"), QStringLiteral("oe"));
        for (const Converter &converter : converters) {
            if (const auto bytes = encoded(plain, converter.icuName); bytes && plain != text)
                QTest::addRow("plainer %s in %s", list.language, converter.encoding)
                    << *bytes << plain;
        }
    }
}

void TestTextEncoding::detectsClassLists()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QVERIFY2(detected(bytes) == text,
        qPrintable(QStringLiteral("taken for %1: %2").arg(detectEncoding(bytes), detected(bytes))));
}

void TestTextEncoding::detectsAFewNames_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *encoding, const char *names) {
        QTest::addRow("%s in %s", names, encoding)
            << encoding
            << QStringLiteral("id,name,mail\n1,%1,a@school.example\n2,Ben Smith,b@school.example\n")
                   .arg(QString::fromUtf8(names));
    };
    row("Windows-1252", "José Muñoz");
    row("Windows-1252", "Zoë");
    row("Windows-1252", "Hélène");
    row("Windows-1252", "Sean O’Brien");
    row("Windows-1252", "Müller – “Rolli”");
    row("Windows-1252", "Chloë Œuvrard");
    row("Windows-1252", "Søren Ødegård");
    row("Windows-1252", "Fee: 20 €");
    row("Windows-1252", "GARÇON");
    row("ISO-8859-15", "Cœur");
    row("ISO-8859-15", "Fee: 20 €");
    row("MacRoman", "José");
    row("MacRoman", "Martínez");
    row("MacRoman", "Peña");
    row("MacRoman", "Jürgen");
    row("MacRoman", "Schröder");
    row("MacRoman", "Zoë O’Brien");
    row("MacRoman", "François");
    row("Windows-1250", "Dvořák");
    row("Windows-1250", "Wałęsa");
    row("Windows-1250", "Erdős");
    row("Windows-1250", "Žižka");
    row("Windows-1250", "Świerk");
    row("ISO-8859-2", "Žižka");
    row("ISO-8859-2", "Tomáš");
    row("ISO-8859-2", "Świerk");
    row("ISO-8859-2", "Kaźmierczak");
    row("Windows-1254", "Yıldız");
    row("Windows-1254", "Şahin");
    row("Windows-1254", "Erdoğan");
    row("Windows-1254", "İpek");
    row("Windows-1252", "Þórdís Guðmundsdóttir");
    row("Windows-1251", "Иванов");
    row("Windows-1251", "ПЕТРОВА");
    row("Windows-1251", "Ющенко Ірина");
    row("Shift-JIS", "佐藤 翔太");
    row("Shift-JIS", "ﾔﾏﾀﾞ ﾀﾛｳ");
    row("GB18030", "王小明");
    row("GB18030", "欧阳 晨曦");
    row("EUC-KR", "김민수");
    row("EUC-KR", "박지영");
}

void TestTextEncoding::detectsAFewNames()
{
    QFETCH(const QString, encoding);
    QFETCH(const QString, text);
    const auto *converter = std::find_if(converters.begin(), converters.end(),
        [&](const Converter &each) { return QString::fromLatin1(each.encoding) == encoding; });
    const auto bytes = encoded(text, converter->icuName);
    QVERIFY(bytes);
    QVERIFY2(detected(*bytes) == text,
        qPrintable(
            QStringLiteral("taken for %1: %2").arg(detectEncoding(*bytes), detected(*bytes))));
}

void TestTextEncoding::detectsOneNameFarBelow()
{
    const QByteArray rows = QByteArray("20260001,Ben,Smith,ben@school.example\n").repeated(100'000);
    QCOMPARE(detectEncoding(rows), QStringLiteral("UTF-8"));
    QCOMPARE(detectEncoding(rows + "1,Ji\xF8\xED,Dvo\xF8\xE1k\n"), QStringLiteral("Windows-1250"));
    QCOMPARE(detectEncoding(rows + "1,Jiří,Dvořák\n"), QStringLiteral("UTF-8"));
    // One line without an end.
    QByteArray line = rows;
    line.replace('\n', ',');
    QCOMPARE(detectEncoding(line + "Ji\xF8\xED,Dvo\xF8\xE1k"), QStringLiteral("Windows-1250"));
}

void TestTextEncoding::obeysTheByteOrderMark_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("UTF-8") << QByteArray("\xEF\xBB\xBF") << "UTF-8";
    QTest::newRow("UTF-16 LE") << QByteArray("\xFF\xFE") << "UTF-16 LE";
    QTest::newRow("UTF-16 BE") << QByteArray("\xFE\xFF") << "UTF-16 BE";
    QTest::newRow("GB18030") << QByteArray("\x84\x31\x95\x33") << "GB18030";
}

void TestTextEncoding::obeysTheByteOrderMark()
{
    QFETCH(const QByteArray, mark);
    QFETCH(const QString, encoding);
    QCOMPARE(detectEncoding(mark), encoding);
    QCOMPARE(utf8Of(mark, encoding), QString());
    const QString text = QStringLiteral("学号,姓名\n1,王小明\n");
    const auto *converter = std::find_if(converters.begin(), converters.end(),
        [&](const Converter &each) { return QString::fromLatin1(each.encoding) == encoding; });
    const QByteArray bytes = mark + *encoded(text, converter->icuName);
    QCOMPARE(detectEncoding(bytes), encoding);
    QCOMPARE(utf8Of(bytes, encoding), text);
}

void TestTextEncoding::convertsWhatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const char *encoding,
                         const QString &text) { QTest::newRow(name) << bytes << encoding << text; };
    row("1252", "\x80\x8A\x9C\xE9", "Windows-1252", "€Šœé");
    row("1252 without a letter", "a\x81\x8D\x90z", "Windows-1252", "a���z");
    row("1250", "\x8A\xB9\xF8", "Windows-1250", "Šąř");
    row("1251", "\xA5\xC0\xFF", "Windows-1251", "ҐАя");
    row("1254", "\xD0\xFD\xFE", "Windows-1254", "Ğış");
    row("8859-1 without a letter", "a\x85z", "ISO-8859-1", "a�z");
    row("8859-15", "\xA4\xBD", "ISO-8859-15", "€œ");
    row("Mac", "\x8E\x92\x96\xDB\xD5", "MacRoman", "éíñ€’");
    row("Shift-JIS keeps the backslash", "\\\x8D\x82\x8B\xB4~", "Shift-JIS", "\\高橋~");
    row("Shift-JIS of Windows", "\xFB\xFC\x87\x40", "Shift-JIS", "髙①");
    row("Korean syllable of Windows", "\x8C\x63\\", "EUC-KR", "똠\\");
    row("four bytes", "\x81\x30\x84\x36\x95\x32\x82\x36", "GB18030", "¥𠀀");
    row("another spelling", "\xE9", "iso 8859_1", "é");
    row("nothing", "", "MacRoman", "");
    row("UTF-16 that ends halfway", QByteArray("a\0b\0c", 5), "UTF-16 LE", "ab�");
    row("UTF-16 with a lone high half",
        QByteArray("a\0\x3D\xD8"
                   "b\0",
            6),
        "UTF-16 LE", "a�b");
    row("UTF-16 with a lone low half", QByteArray("\0a\xDE\0\0b", 6), "UTF-16 BE", "a�b");
    row("UTF-16 with halves the wrong way", QByteArray("\xDE\0\xD8\x3D\0b", 6), "UTF-16 BE", "��b");
    row("UTF-16 that ends with a high half", QByteArray("\0a\xD8\x3D", 4), "UTF-16 BE", "a�");
    row("UTF-8 that is broken", "Jos\xE9, Ana", "UTF-8", "Jos�, Ana");
    row("NUL stays", QByteArray("a\0\xE9", 3), "Windows-1252", QString::fromUtf8("a\0é", 4));
}

void TestTextEncoding::convertsWhatIsAskedFor()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const QString, text);
    QCOMPARE(utf8Of(bytes, encoding), text);
}

void TestTextEncoding::everyEncodingIsThere()
{
    QCOMPARE(textEncodings().size(), static_cast<qsizetype>(converters.size()));
    for (const Converter &converter : converters) {
        QVERIFY(textEncodings().contains(QString::fromLatin1(converter.encoding)));
        const auto bytes = encoded(QStringLiteral("id,name\n1,Ben"), converter.icuName);
        QCOMPARE(utf8Of(*bytes, QString::fromLatin1(converter.encoding)),
            QStringLiteral("id,name\n1,Ben"));
    }
}

void TestTextEncoding::validUtf8IsNotCopied()
{
    QByteArray bytes = "\xEF\xBB\xBF" + QByteArray("1,Muñoz\n").repeated(10'000);
    const char *const text = bytes.constData() + 3;
    const auto same = toUtf8(std::move(bytes), QStringLiteral("UTF-8"), QStringLiteral("list"));
    QVERIFY(same);
    QCOMPARE(static_cast<const void *>(same->constData()), static_cast<const void *>(text));
    QCOMPARE(same->left(3), QByteArray("1,M"));
}

void TestTextEncoding::unknownEncodingIsToldOf()
{
    const auto text = toUtf8("a", QStringLiteral("EBCDIC"), QStringLiteral("list"));
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Usage);
    QVERIFY(text.error().sentence.contains(QStringLiteral("“EBCDIC”")));
    QVERIFY(text.error().sentence.contains(QStringLiteral("Windows-1252")));
}

void TestTextEncoding::brokenTextIsStillText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QByteArray spanish = "1,José Muñoz\n2,María Núñez\n3,Íñigo Pérez\n4,Ana Gómez\n";
    QTest::newRow("UTF-8 cut within a letter") << spanish + "5,Jos\xC3"
                                               << "UTF-8";
    QTest::newRow("UTF-8 with one byte of another encoding") << spanish + "5,Jos\xE9\n"
                                                             << "UTF-8";
    QTest::newRow("NULs do not make it UTF-16")
        << QByteArray("1,Jos\xE9\0\0\0\0,Ana\0\0\0\0\n", 19) << "Windows-1252";
    QTest::newRow("UTF-16 with an odd byte at its end")
        << QByteArray("1\0,\0A\0n\0a\0\n\0x", 13) << "UTF-16 LE";
    QTest::newRow("only bytes that no encoding likes") << QByteArray("\x81\x8D\xFF\xFF") << "";
}

void TestTextEncoding::brokenTextIsStillText()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    const QString found = detectEncoding(bytes);
    QVERIFY(textEncodings().contains(found));
    if (!encoding.isEmpty())
        QCOMPARE(found, encoding);
}

void TestTextEncoding::survivesTextThatIsCutAnywhere()
{
    const QString text = QStringLiteral("姓名,né,김민수,佐藤,𠀀,Ґ\n");
    const QStringList parts = text.split(u',');
    for (const Converter &converter : converters) {
        QByteArray bytes;
        for (const QString &part : parts)
            bytes += encoded(part, converter.icuName).value_or(QByteArray());
        const QString encoding = QString::fromLatin1(converter.encoding);
        for (qsizetype size = 0; size <= bytes.size(); ++size) {
            const auto read = toUtf8(bytes.left(size), encoding, QStringLiteral("list"));
            QVERIFY(read);
            QVERIFY(read->isValidUtf8());
            QVERIFY(textEncodings().contains(detectEncoding(bytes.left(size))));
        }
    }
}

void TestTextEncoding::survivesRandomBytes()
{
    QRandomGenerator random(3);
    const QStringList encodings = textEncodings();
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random.bounded(300)), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        QVERIFY(encodings.contains(detectEncoding(bytes)));
        const auto read =
            toUtf8(bytes, encodings.at(round % encodings.size()), QStringLiteral("list"));
        QVERIFY(read);
        QVERIFY(read->isValidUtf8());
    }
}

QTEST_APPLESS_MAIN(TestTextEncoding)
#include "tst_textencoding.moc"
