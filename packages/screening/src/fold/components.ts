// SPDX-License-Identifier: Apache-2.0
import { LEFT, RIGHT } from './radicals.ts';

/** Characters that sellers write as their parts side by side: the character, then its parts; several ways are several entries. */
const PARTS =
  '代亻弋 枪木仓 烟火因 烟火大 孕乃子 银钅艮 银金艮 赌贝者 毒龶母 假亻叚 仿亻方 药艹约 药艹勺 炸火乍 弹弓单 期其月 刷尸刂 做亻故 证讠正 证言正 ' +
  '刻亥刂 办力八 票西示 发友丶 码石马 验马佥 银钅艮 行彳亍 卡上卜 信亻言 贷代贝 款士示欠 枪木仓 械木戒 炮火包 火乍 刀丿丁 剑佥刂 匕匕 弩奴弓 ' +
  '迷辶米 幻幺力 冰冫水 粉米分 麻广林 醉酉卒 晕日军 催亻崔 情忄青 淫氵壬 裸衤果 妓女支 嫖女票 奶女乃 婚女昏 好女子 妈女马 炉火户 ' +
  '象刀口 牙牙 犀尸牛 鳞鱼粦 虎虍几 骨月 熊能灬 鹤隹鸟 赝雁贝 货化贝 购贝勾 赔贝咅 贩贝反 贼贝戎 赢亡口月贝凡 博十尃 彩采彡 ' +
  '警敬言 服月艮 章立早 徽彳山系 军冖车 械木戒 窃穴切 听口斤 偷亻俞 拍扌白 监皿 控扌空 卫卩一 星日生 锅钅呙 锅金呙 接扌妾 收丩攵 ' +
  '肾月 肝月干 卵卯 精米青 供亻共 器口犬口 捐扌肙 体亻本 作亻乍 弊敝廾 考耂丂 题是页 答竹合 案安木 泄氵世 传亻专 销钅肖 销金肖 ' +
  '法氵去 轮车仑 功工力 倒亻到 洗氵先 钱钅戋 钱金戋 汇氵匚 换扌奂 币丿巾 挖扌穵 矿石广 机木几 最日取 国囗玉 级纟及 佳亻圭 极木及 ' +
  '治氵台 疗疒了 癌疒喦 病疒丙 痛疒甬 糖米唐 症疒正 瘤疒留 效交攵 根木艮 除阝余 疼疒冬 肿月中 压厂土 降阝夅 脂月旨 血丿皿 ' +
  '尾尸毛 单丷 原厂白小 精米青 订讠丁 超走召 版片反 高亠口冂口 复彳复 刻亥刂 莆艹甫 补衤卜 评讠平 差羊工 删册刂 粉米分 赞贝 ' +
  '香禾日 雾雨务 蒸艹烝 油氵由 弹弓单 吸口及 草艹早 丝纟一 酒氵酉 茶艹余木 ' +
  '谋讠某 讲讠井 让讠上 请讠青 谈讠炎 诚讠成 详讠羊 许讠午 订讠丁 记讠己 计讠十 话讠舌 语讠吾 说讠兑 识讠只 试讠式 课讠果 调讠周 ' +
  '妹女未 姐女且 她女也 如女口 妙女少 姓女生 娃女圭 林木木 村木寸 材木才 松木公 权木又 样木羊 析木斤 档木当 格木各 桶木甬 核木亥 棋木其 ' +
  '和禾口 种禾中 租禾且 秘禾必 科禾斗 私禾厶 税禾兑 积禾只 移禾多 程禾呈 料米斗 粒米立 糕米羔 红纟工 纯纟屯 约纟勺 级纟及 给纟合 绝纟色 ' +
  '打扌丁 扣扌口 托扌乇 扫扌彐 找扌戈 批扌比 投扌殳 抖扌斗 护扌户 报扌卩又 抽扌由 拉扌立 指扌旨 按扌安 换扌奂 推扌隹 提扌是 搭扌荅 ' +
  '他亻也 们亻门 化亻匕 位亻立 低亻氐 住亻主 何亻可 伯亻白 伴亻半 件亻牛 份亻分 价亻介 任亻壬 休亻木 仿亻方 伟亻韦 保亻呆 信亻言 值亻直 借亻昔 ' +
  '江氵工 河氵可 海氵每 湖氵胡 沙氵少 油氵由 泡氵包 注氵主 活氵舌 清氵青 深氵罙 港氵巷 液氵夜 消氵肖 浓氵农 泪氵目 没氵殳 ' +
  '饮饣欠 饭饣反 饰饣布 饼饣并 馆饣官 钢钅冈 铁钅失 针钅十 钉钅丁 铜钅同 镜钅竟 锁钅小贝 钥钅月 钓钅勺 ' +
  '吃口乞 吗口马 叫口丩 味口未 呢口尼 吵口少 唱口昌 喝口曷 嘴口觜 啤口卑 昨日乍 时日寸 明日月 晚日免 晴日青 暗日音 胖月半 肚月土 胶月交 脑月 腿月退';

const known = new Map<string, string[]>();
function learn(whole: string, way: string): void {
  const ways = known.get(whole) ?? [];
  if (!ways.includes(way)) ways.push(way);
  known.set(whole, ways);
}
for (const entry of PARTS.split(' ')) {
  const [whole, ...parts] = [...entry];
  if (whole !== undefined && parts.length >= 2) learn(whole, parts.join(''));
}
const eachPair = (list: string, visit: (whole: string, rest: string) => void): void => {
  for (let i = 0; i + 1 < list.length; i += 2) visit(list[i]!, list[i + 1]!);
};
for (const [radical, list] of Object.entries(LEFT))
  eachPair(list, (whole, rest) => learn(whole, radical + rest));
for (const [radical, list] of Object.entries(RIGHT))
  eachPair(list, (whole, rest) => learn(whole, rest + radical));

/** The ways a character is split into parts side by side; none for most. */
export const splitsOf = (char: string): readonly string[] => known.get(char) ?? [];
