// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "namealphabets.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace Rollbook
{

namespace
{

// Stand-ins for letters whose place in the word matters: õ before e is Portuguese ("Simões"), õ
// elsewhere Estonian; þ begins Icelandic words; œ is before vowels, or as in "Œdipe" and "Phœbé".
constexpr char16_t OTildeAlone = 0xE000;
constexpr char16_t ThornInside = 0xE001;
constexpr char16_t LigatureBeforeConsonant = 0xE002;

constexpr double Usual = 0;
constexpr double Central = -0.2;
constexpr double Rare = -0.4;

constexpr std::array<Alphabet, 24> Alphabets{{
    {u"áéíóúñü", Usual},                            // Spanish
    {u"àâæçéèêëîïôœùûüÿ", Usual},                   // French
    {u"äöüß", Usual},                               // German
    {u"áâãàçéêíóôõúü", Usual},                      // Portuguese
    {u"àèéìíîòóùú", Usual},                         // Italian
    {u"àéèíïóòúüç", Usual},                         // Catalan
    {u"åäöæøéü", Usual},                            // Danish, Norwegian, Swedish
    {u"áéèêëíïóöúü", Usual},                        // Dutch
    {u"çğıöşüâîû", Usual},                          // Turkish
    {u"ąćęłńóśźż", Central},                        // Polish
    {u"áčďéěíňóřšťúůýž", Central},                  // Czech
    {u"áäčďéíĺľňóôŕšťúýž", Central},                // Slovak
    {u"áéíóöőúüű", Central},                        // Hungarian
    {u"čćđšž", Central},                            // Croatian, Slovene
    {u"ăâîşţșț", Central},                          // Romanian
    {u"áðéíóúýþæö", Rare},                          // Icelandic
    {u"äõ\uE000öüšž", Rare},                        // Estonian
    {u"çë", Rare},                                  // Albanian
    {u"абвгдеёжзийклмнопрстуфхцчшщъыьэюя", Usual},  // Russian
    {u"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", Usual},  // Ukrainian
    {u"абвгдеёжзійклмнопрстуўфхцчшыьэюя", Central}, // Belarusian
    {u"абвгдежзийклмнопрстуфхцчшщъьюя", Central},   // Bulgarian
    {u"абвгдђежзијклљмнњопрстћуфхцчџш", Central},   // Serbian
    {u"абвгдѓежзѕијклљмнњопрстќуфхцчџш", Central},  // Macedonian
}};

// Family names and letters of given names that are frequent in China, Taiwan, Japan and Korea.
constexpr QStringView CommonHan(
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    u"吕"
    u"丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    u"覃武戴莫孔向汤伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲波鑫宇浩然子轩雨欣怡思佳"
    u"嘉梦雪晨志建国华小红梅春晓天俊雅诗婷琪瑞博涵梓睿泽欢乐宁安一心月云海飞鹏峰亮德福永成东生学欧"
    u"阳曦"
    u"陳張劉楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇魏呂盧鍾譚陸賴簡莊詹顏偉麗強軍傑蘭剛輝國華曉雲飛鳳龍"
    u"佐藤鈴木高橋田中伊渡辺邉山本村小林加吉斎斉松井清崎森池阿部石川前岡長谷近後坂遠青西福太三上野"
    u"原"
    u"和島大美郎二翔陽菜結愛健真由香奈恵今宮内沢澤浜濱土屋竹口新服部桜桃花葵蓮悠希優斗咲彩里沙織介"
    u"之彦雄夫助久保千葉水古岩菊地市丸工横河関根本間杉柴星秋大輝翼拓裕直樹朝日出入光幸正弘隆司"
    u"朴鄭趙尹張吳申權全裵南沈河郭成車具閔俊賢珍熙鎬恩姬姓名氏班級男女學学号號生校年組組番電話話郵"
    u"便");

constexpr QStringView CommonHangul(
    u"김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원"
    u"천방공"
    u"현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용영수준재호경아미희숙자순"
    u"철"
    u"동상태훈건예윤가람다솔빛슬규찬빈혁율린별학번름이번호메일주소생년월일반화전담당등록");

bool has(QStringView letters, char32_t letter)
{
    return letter < 0x10000 && letters.contains(QChar(static_cast<char16_t>(letter)));
}

} // namespace

std::span<const Alphabet> nameAlphabets()
{
    return Alphabets;
}

char16_t letterInAlphabets(char32_t letter, char32_t before, char32_t after)
{
    // The small dotted i is ASCII, which no alphabet here has.
    if (letter == U'İ')
        return u'ı';
    const char32_t small = QChar::toLower(letter);
    if (small == U'õ' && QChar::toLower(after) != U'e')
        return OTildeAlone;
    if (small == U'œ' && !has(u"aeiouyéèbdst", QChar::toLower(after)))
        return LigatureBeforeConsonant;
    if (small == U'þ' && QChar::isLetter(before))
        return ThornInside;
    return small < 0x10000 ? static_cast<char16_t>(small) : u'\uFFFD';
}

bool isInAnyAlphabet(char16_t letter)
{
    return std::any_of(Alphabets.begin(), Alphabets.end(),
        [letter](const Alphabet &alphabet) { return alphabet.letters.contains(QChar(letter)); });
}

bool isCommonInNames(char32_t letter)
{
    return has(CommonHan, letter) || has(CommonHangul, letter);
}

} // namespace Rollbook
