// SPDX-License-Identifier: Apache-2.0

/** A small generator of repeatable numbers 0–1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const ADJECTIVES =
  '加厚 纯棉 防滑 便携 家用 大容量 不锈钢 轻薄 复古 简约 北欧风 可折叠 静音 防水 透气 儿童 男士 女款 中老年 学生 办公室 卧室 厨房 户外 车载 新款 秋冬 夏季 四季通用 韩版 日式 高档 耐磨 免打孔 无线 智能 迷你 多功能 加长 加宽 双层 两只装 一次性 可水洗 速干 弹力 宽松 修身 高腰 真皮 实木 陶瓷 玻璃 硅胶 亚麻 羊毛 法兰绒 珊瑚绒 牛津布 帆布 定制'.split(
    ' ',
  );
const NOUNS =
  '收纳盒 保温杯 雨伞 拖鞋 床单 被套 枕头 毛巾 浴巾 台灯 插座 数据线 手机壳 键盘 鼠标 书包 钱包 腰带 连衣裙 衬衫 牛仔裤 卫衣 羽绒服 运动鞋 帆布鞋 袜子 帽子 围巾 手套 餐具 炒锅 砧板 水壶 茶具 茶叶 坚果 饼干 面条 大米 食用油 酱油 蜂蜜 水果 洗衣液 洗发水 沐浴露 牙刷 牙膏 纸巾 垃圾袋 拖把 扫把 衣架 晾衣杆 窗帘 地毯 沙发 餐桌 椅子 书架 鞋架 花盆 绿萝 多肉 猫粮 猫砂 鱼缸 吉他 画笔 笔记本 文件夹 胶带 剪纸 积木 拼图 滑板车 自行车 头盔 帐篷 睡袋 登山包 鱼竿 羽毛球拍 篮球 瑜伽垫 跳绳 哑铃 坐垫 脚垫 雨刷 机油 螺丝 扳手 电钻 灯泡 开关 水龙头 花洒 马桶盖 镜子'.split(
    ' ',
  );
const SENTENCES =
  '支持七天无理由退换货 默认发中通或圆通快递 颜色随机发货可备注 尺码偏小建议拍大一码 材质柔软亲肤不起球 工厂直发量大可谈 偏远地区需补运费 质量问题包退换 收到货有问题请联系客服 现货当天发出 拍下后四十八小时内发货 手工测量存在一到两厘米误差 图片均为实物拍摄因光线略有色差 可开发票请留言抬头 适合送长辈送朋友 附赠收纳袋和说明书 承重十五公斤左右 底部有排水孔 操作简单一键启动 充满电可以用三到五天 产地浙江义乌 净含量五百克 保质期十二个月 请置于阴凉干燥处保存 包装升级新旧交替发货 洗后不易变形 安装视频在商品详情页 店铺满五十元包邮 售后服务一年质保 有需要的朋友可以看看 不喜欢可以退 老顾客回购很多 每天下午四点前的订单当天发走'.split(
    ' ',
  );
const BRANDS =
  '木禾 小满 知夏 云朵 晴天 暖暖 阿美家 老张头 青禾 海蓝 北巷 南山 一诺 拾光 锦绣 福来 乐享 佳禾 宜居 润泽'.split(
    ' ',
  );
/** Titles of unlawful listings, plain and disguised, in the shares a patrol meets them. */
const HITS = [
  '古巴雪茄 罗布图 单支',
  '自动弹簧刀 侧跳 一键弹出',
  '仿\u200b真\u200b枪 合金',
  '电*子*烟 8000口',
  '全网最低价 音质第一',
  '高仿包 顶级复刻手表',
  '降血糖茶 替代胰岛素',
  '畢業證書 原版仿製',
];

export interface SampleListing {
  id: string;
  title: string;
  description: string;
  shop: string;
  category: string;
  price: number;
}

/** Endless made-up listings of about 300 bytes as JSON, of which `hits` (a share) are unlawful. */
export function* sampleListings(seed: number, hits: number): Generator<SampleListing> {
  const random = seeded(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  for (let i = 0; ; i++) {
    const noun = pick(NOUNS);
    const title =
      random() < hits
        ? pick(HITS)
        : `${pick(BRANDS)} ${pick(ADJECTIVES)}${noun} ${pick(ADJECTIVES)} ${pick(ADJECTIVES)} ${Math.floor(random() * 90) + 10}cm`;
    yield {
      id: `b${String(i).padStart(8, '0')}`,
      title,
      description: `${pick(SENTENCES)}，${pick(SENTENCES)}。${pick(SENTENCES)}。`,
      shop: `${pick(BRANDS)}${noun}店`,
      category: noun,
      price: Math.round(random() * 3000) / 10,
    };
  }
}

/** Made-up words of two to five common characters. */
export function sampleWords(count: number, seed: number): string[] {
  const random = seeded(seed);
  const chars: string[] = [];
  const decoder = new TextDecoder('gbk');
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
      const char = decoder.decode(new Uint8Array([high, low]));
      if (/^\p{Script=Han}$/u.test(char)) chars.push(char);
    }
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    const length = 2 + Math.floor(random() * 4);
    for (let i = 0; i < length; i++) word += chars[Math.floor(random() * chars.length)]!;
    words.add(word);
  }
  return [...words];
}
