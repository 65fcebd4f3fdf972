// SPDX-License-Identifier: Apache-2.0

/** Groups of characters that are taken for one another by their shape alone; those that also sound alike need no entry. */
const GROUPS =
  '刀刁叨力 毒毐蠧 末未朱 己已巳 券卷拳 人入八 土士 干千于 大太犬 王玉壬 木术本朩 天夭 白臼自 目且 鸟乌 兔免 冰沐 币帀巾 枪抡 弹禅惮 药葯约 ' +
  '匕七 弓号 弩努怒 烟姻胭 酒洒 妓技 嫖漂 赌睹 博搏膊 彩釆 票粟 印卬 章竟 证怔 件伴 刻剁 办为 卡下 号兮 微徽薇 信伩 包句 ' +
  '象像豫 牙芽 犀屎 虎虑 豹豺 龟电 熊态 骨胃 卫卩 星早 锅祸 听昕 拍柏 摄慑 窃切 监蓝 枭袅 粉纷 麻磨 冰水 溜榴 摇瑶 迷谜 ' +
  '治冶 癌岩 症征 糖塘 压庄 降峰 血皿 肝汗 肾贤 壮状 阳阴 仿彷 假徦 货贷 尾毛 原源 单早 复夏 刻该 真直 高髙 级极 唯推 首酋 佳住';

const near = new Map<string, string>();
for (const group of GROUPS.split(' '))
  for (const char of group) near.set(char, (near.get(char) ?? '') + group.replaceAll(char, ''));

/** The characters that may stand for this one by their shape. */
export const shapesOf = (char: string): string => near.get(char) ?? '';
