// SPDX-License-Identifier: Apache-2.0

// How much a decoded text looks like a written language. A page read in the wrong charset is full of characters that
// are legal but rare; the commonest characters of each language make up a third and more of any true text.

const HAN = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里理如水化高自二起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么利比或但质質气氣第向道命此变變条條没沒结結解问問意建月公无無系军軍很情者最立代想已通并并提直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處队隊南给給色光门門即保治北造百规規热熱领領七海口东東导導器压壓志世金增争爭济濟阶油思术術极極交受联聯什认認六共权權收证證改清己美再采转轉更单單风風切打白教速花带帶安场場身车車例真务務具万萬每目至达達走积積示议議声聲报報斗完类類八离離华華名确確才科张張信马馬节節话話米整空元况今集温温传傳土许許步群广廣石记記需段研界拉林律叫且究观觀越织織装裝影算低持音众眾书書布复复容儿兒须須际際商非验驗连連断斷深难難近矿千周委素技备備半办辦青省列习習响響约約支般史感劳勞便团團往酸历歷市克何除消构構府称稱太准準精值号號率族维維划劃选選标標写寫存候毛亲親快效斯院查江型眼王按格养養易置派层層片始却專状狀育厂廠京识識适適属屬圆圓包火住调調满滿县縣局照参參红紅细細引听聽该該铁鐵价價严嚴首购購物买買卖賣店铺舖货貨运送服务订訂单钱錢币幣税费費户戶密码碼登录錄注册冊搜索请請输輸确认返回网網站客联系系络絡电邮郵箱版权所有限司香港湾灣',
);
const HANGUL = new Set(
  '이가는을를의에로다고하지서한기은도사리아인시어나수자일대라상보제정구전품주원부해그스들부문매회배송금무오과신장',
);
const CYRILLIC = new Set('оеаинтсрвлкмдпуяОЕАИНТСРВЛКМДПУЯ');
const isKana = (c: number): boolean => (c >= 0x3041 && c <= 0x30fe) || c === 0x30fc;
const isHalfKana = (c: number): boolean => c >= 0xff61 && c <= 0xff9f;
const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isHangul = (c: number): boolean => c >= 0xac00 && c <= 0xd7a3;
const isCyrillic = (c: number): boolean => c >= 0x400 && c <= 0x45f;

export interface Plausibility {
  /** Characters outside ASCII that were looked at. */
  seen: number;
  /** U+FFFD, controls and private-use characters among them. */
  bad: number;
  /** Share (0–1) of characters that are common in some one language, less the bad ones three times. */
  score: number;
  /** Share of kana. */
  kana: number;
}

/** Looks at up to `limit` characters outside ASCII. */
export function plausibility(text: string, limit = 3000): Plausibility {
  let seen = 0;
  let bad = 0;
  let han = 0;
  let commonHan = 0;
  let kana = 0;
  let hangul = 0;
  let commonHangul = 0;
  let cyrillic = 0;
  let commonCyrillic = 0;
  let marks = 0;
  for (let i = 0; i < text.length && seen < limit; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    seen++;
    if (isHan(c)) {
      han++;
      if (HAN.has(text[i]!)) commonHan++;
    } else if (isKana(c)) kana++;
    else if (isHangul(c)) {
      hangul++;
      if (HANGUL.has(text[i]!)) commonHangul++;
    } else if (isCyrillic(c)) {
      cyrillic++;
      if (CYRILLIC.has(text[i]!)) commonCyrillic++;
    } else if (c === 0xfffd || c < 0xa0 || (c >= 0xe000 && c <= 0xf8ff)) bad++;
    else if (isHalfKana(c)) bad += 0.2;
    // Full-width forms, CJK punctuation, and the signs every page has (© · ¥ € “ ”).
    else if ((c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xffe6) || (c >= 0x2010 && c <= 0x203b))
      marks++;
    else if (c === 0xa0 || c === 0xa9 || c === 0xae || c === 0xb7 || c === 0xa5 || c === 0xd7 || c === 0xbb)
      marks++;
  }
  if (seen === 0) return { seen, bad, score: 0, kana: 0 };
  const good = commonHan + kana * 0.6 + commonHangul * 1.4 + commonCyrillic + marks * 0.5;
  // One language at a time: a mixture of scripts is what a wrong reading looks like.
  const parts = [han, hangul, cyrillic].sort((a, b) => b - a);
  const mixed = (parts[1]! + parts[2]!) * 0.7;
  return { seen, bad, score: (good - bad * 3 - mixed) / seen, kana: kana / seen };
}
