// SPDX-License-Identifier: Apache-2.0

/** Pairs: a variant character, then the form it is folded to. Not in the conversion tables of traditional forms. */
export const VARIANTS =
  '菸烟囍喜槍枪皃貌硏研淸清敎教彔录値值靑青説说羣群峯峰畧略歴历囯国囻国圀国甴曱叧别咁甘嘅概氹凼佬老乜么冇没咗了唔不係是啲些俾比嚟来睇看恏好伱你沵你莪我哋的の的旳的啲的丄上芐下亽人亼人亾亡烎开沬沫緢猫苊危嚸点変变呺号咑打徴征涐我茬在洧有';

/** Latin letters of other scripts that look like ours (Unicode TR 39 shows why), small capitals and the like: pairs. */
export const LATIN_LOOKALIKES =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlбbвbгrкkмmнhтtпnпnшwщwъbьbяrиnзzдaлnфoэe' +
  'αaβbγyδdεeζzηnθoιiκkλaμuνvξeοoπnρpςcσoτtυuφoχxψwωw' +
  'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz' +
  'ɑaɡgɩiıiȷjøođdłlħhŧtƒfƙkɓbɗdʋvʌvɛeɔcəeʟlⅼlօoսuոnհhց9ѵv';

/** Kana and marks that are written for the hanzi they look like: pairs. */
export const HANZI_LOOKALIKES =
  'カ力ロ口エ工タ夕ト卜ニ二ハ八ム厶メ乂ミ彡ノ丿チ千オ才ヒ匕ヨ彐ㄠ么ㄚ丫ㄏ厂ㄈ匚ㄖ日ㄗ卩ㄙ厶';

/** Chinese numerals, everyday, financial and old ones, with the digit: pairs. */
export const NUMERALS =
  '〇0零0一1二2三3四4五5六6七7八8九9壹1贰2叁3肆4伍5陆6柒7捌8玖9貳2參3陸6弌1弍2弎3幺1㐅5〡1〢2〣3〤4〥5〦6〧7〨8〩9';
