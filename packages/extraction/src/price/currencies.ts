// SPDX-License-Identifier: Apache-2.0

// Signs and words for money, as shops write them. Each line: ISO 4217 code, then its signs. A sign of several
// currencies stands with the one most shops mean; a page's own currency overrides it (see `ambiguous`).
const SIGNS = `
CNY ￥ ¥ 元 圆 圓 块钱 塊錢 块 塊 RMB CNY CN¥ CN￥ 人民币 人民幣 yuan renminbi
HKD HK$ HKD HK＄ 港币 港幣 港元 港圓 港纸 港紙
TWD NT$ NTD NT TWD 新台币 新台幣 新臺幣 台币 台幣 臺幣 NT＄ TW$
MOP MOP$ MOP 澳门元 澳門元 澳门币 澳門幣 葡币
JPY JP¥ JP￥ JPY 円 日元 日圆 日圓 yen
KRW ₩ ￦ 원 KRW 韩元 韓元 韩币
USD US$ US＄ U$S U$ USD $ ＄ 美元 美金 美刀 dollars dollar bucks
EUR € EUR Euro Euros 欧元 歐元 ευρώ евро
GBP £ ￡ GBP 英镑 英鎊 pounds pound UK£
AUD AU$ A$ AUD 澳元 澳币
CAD CA$ C$ CAD 加元 加币 CDN$ CAN$
NZD NZ$ NZD 纽元 纽币
SGD S$ SG$ SGD 新元 新币 坡币
BRL R$ BRL reais
MXN MX$ MXN Mex$
ARS AR$ ARS
CLP CLP$ CLP
COP COP$ COP
PEN S/. S/ PEN
UYU $U UYU
RUB ₽ руб. руб рублей рубля RUB RUR 卢布 盧布 р. Р Руб Руб.
UAH ₴ грн. грн UAH hrn
KZT ₸ тг KZT тенге тг.
BYN BYN Br
INR ₹ ₨ Rs. Rs INR 卢比 rupees
PKR PKR
BDT ৳ BDT
LKR LKR
THB ฿ บาท THB 泰铢 泰銖 baht
VND ₫ đ VNĐ VND 越南盾 đồng
IDR Rp. Rp IDR 印尼盾
MYR RM MYR 令吉 马币
PHP ₱ PHP Php 披索
TRY ₺ TL TRY 里拉
ILS ₪ NIS ILS ש"ח
PLN zł zl PLN
CZK Kč CZK
HUF Ft HUF
RON lei LEI RON
BGN лв. лв BGN
HRK HRK kn
RSD din. RSD дин Din. dinara
SEK kr. kr :- SEK
NOK NOK
DKK DKK
ISK ISK
CHF CHF SFr. SFr Fr. 瑞郎 瑞士法郎
ZAR ZAR R
NGN ₦ NGN
KES KSh KES KSh. Ksh
GHS GH₵ ₵ GHS
EGP EGP E£ L.E. ج.م جنيه LE
AED AED د.إ درهم Dhs DH 迪拉姆
SAR SAR SR ر.س ريال
QAR QAR QR
KWD KWD KD د.ك
BHD BHD BD
OMR OMR
JOD JOD JD
TND TND DT
MAD MAD
IRR IRR تومان ﷼ ریال
GEL GEL ₾ ლარი lari
UZS UZS so'm
AMD AMD ֏
AZN AZN ₼ манат
MKD MKD ден
BAM BAM
ALL Lek
DZD DZD دج
IQD IQD د.ع
LBP LBP ل.ل
SYP SYP ل.س
YER YER
LYD LYD ل.د
SDG SDG
KHR KHR ៛
LAK LAK ₭
MMK MMK
MNT MNT ₮
NPR NPR
BTN BTN Nu.
MVR MVR
AFN AFN ؋
XOF XOF CFA FCFA
XAF XAF
TZS TZS TSh
UGX UGX USh
RWF RWF FRw
ETB ETB ብር
MZN MZN
MGA MGA
ZMW ZMW
MWK MWK
BOB BOB Bs.
PYG PYG ₲
CRC CRC ₡
GTQ GTQ
HNL HNL
NIO NIO
DOP DOP RD$
JMD JMD J$
TTD TTD TT$
BBD BBD
BZD BZD BZ$
PAB PAB B/.
XPF XPF
BND BND B$
MDL MDL
KGS KGS сом
BTC BTC ₿
DEM DEM
PTE PTE
FRF FRF ₣
`;

/** `EUR`, `Eur`, `eur`: words of three letters and more are written in every way; shorter ones would be other words. */
const spellings = (sign: string): string[] =>
  /^\p{L}{3,}\.?$|^(?:kr|kč|zł|zl)\.?$/iu.test(sign) && sign.toLowerCase() !== sign.toUpperCase()
    ? [
        ...new Set([
          sign,
          sign.toUpperCase(),
          sign.toLowerCase(),
          sign[0]!.toUpperCase() + sign.slice(1).toLowerCase(),
        ]),
      ]
    : [sign];

const signs = SIGNS.trim()
  .split('\n')
  .flatMap((line) => {
    const [code, ...list] = line.split(' ');
    return list.flatMap(spellings).map((sign) => ({ sign, code: code! }));
  })
  .sort((a, b) => b.sign.length - a.sign.length);

/** Exact sign → ISO code. */
export const bySign: ReadonlyMap<string, string> = new Map(signs.map(({ sign, code }) => [sign, code]));
const byLower = new Map(signs.map(({ sign, code }) => [sign.toLowerCase(), code]));

/** Length of the longest sign, in UTF-16 units. */
export const LONGEST_SIGN = signs[0]!.sign.length;

/** The ISO code a sign stands for; `hint` is the page's own currency, which decides what `$`, `¥` or `kr` mean. */
export function currencyOf(sign: string, hint?: string): string | null {
  const code = bySign.get(sign) ?? byLower.get(sign.toLowerCase()) ?? null;
  if (hint && code) {
    if (/^[$＄]$/.test(sign) && /^(?:HKD|TWD|MOP|AUD|CAD|NZD|SGD|MXN|ARS|CLP|COP|UYU|BRL)$/.test(hint))
      return hint;
    if (/^[¥￥]$/.test(sign) && hint === 'JPY') return hint;
    if (/^元$/.test(sign) && /^(?:HKD|TWD|MOP)$/.test(hint)) return hint;
    if (/^(?:kr\.?|:-)$/i.test(sign) && /^(?:NOK|DKK|ISK)$/.test(hint)) return hint;
    if (/^£$/.test(sign) && hint === 'EGP') return hint;
    if (/^(?:Rs\.?|₨)$/i.test(sign) && /^(?:PKR|LKR)$/.test(hint)) return hint;
  }
  return code;
}

const codes = new Set(
  SIGNS.trim()
    .split('\n')
    .map((line) => line.slice(0, 3)),
);

/** Normalises a declared currency (`cny`, `RMB`, `￥`, `CN¥`) to its ISO code; other three-letter codes pass. */
export function currencyCode(text: string, hint?: string): string | null {
  const clean = text.trim();
  const upper = clean.toUpperCase();
  if (codes.has(upper)) return upper;
  return currencyOf(clean, hint) ?? (/^[A-Z]{3}$/.test(upper) ? upper : null);
}

/** Currencies with three decimals (ISO 4217). */
export const hasThreeDecimals = (code: string): boolean => /^(?:KWD|BHD|OMR|JOD|TND)$/.test(code);
