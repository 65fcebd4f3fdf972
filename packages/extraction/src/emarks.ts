// SPDX-License-Identifier: Apache-2.0

// Hosts of the registers that show a licence or an electronic mark: the national e-licence display (zzlz), the
// enterprise publicity system, and the net-supervision sites of the provinces and their predecessors.
const HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:zzlz\.gsxt\.gov\.cn|gsxt\.gov\.cn|szcert\.ebs\.org\.cn|ebs\.org\.cn|wljg\.[\w.-]+|hd315\.gov\.cn|idinfo\.[\w.-]+\.gov\.cn|(?:www\.)?sgs\.gov\.cn|lz\.[\w.-]*gov\.cn|[\w-]*(?:aic|gsj|scjg|amr)[\w-]*\.gov\.cn|qyxy\.[\w.-]+|netadreg\.[\w.-]+|e-mark\.[\w.-]+)(?:[:/?]|$)/i;
const PATH =
  /licen[cs]eLink|lz\.do|lzxx|businessShow|zzlz|webrecord|govicon|liangzhao|e-?mark\/|\/emark|netmark|\/mark\/[\w-]{6,}/i;
const WORDS =
  /亮照|亮证|电子标识|電子標識|红盾|工商网监|网络工商|工商标识|网监标识|经营主体标识|电子营业执照|市场监管标识|e-?mark/i;

export interface Anchor {
  url: string;
  /** Words of the link, of its picture and its title. */
  words: string;
}

/** Whether a link leads to an official electronic mark or licence display (Order 37 art. 12; 电子营业执照亮照系统). */
export const isEmark = ({ url, words }: Anchor): boolean =>
  HOST.test(url) || PATH.test(url) || WORDS.test(words);
