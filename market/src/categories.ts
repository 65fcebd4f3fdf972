// SPDX-License-Identifier: Apache-2.0

export interface Category {
  id: string;
  name: string;
  intro: string;
  /** Ordinary facts for the specification table. */
  specs: readonly (readonly [name: string, values: readonly string[]])[];
}

const ORIGIN = ['产地', ['示例省样板市', '某某省仿真县', '示例自治区某某镇']] as const;
const PACKING = ['包装', ['纸盒', '气泡袋加纸箱', '布袋', '彩盒']] as const;
const FREIGHT = ['运费', ['满39元包邮', '全场包邮（偏远地区除外）', '首件6元，续件2元']] as const;

export const categories: readonly Category[] = [
  {
    id: 'home',
    name: '家居日用',
    intro: '收纳、家纺与日常用品。',
    specs: [ORIGIN, ['适用空间', ['客厅', '卧室', '通用']], PACKING, FREIGHT],
  },
  {
    id: 'kitchen',
    name: '厨房餐具',
    intro: '锅具、餐具与厨房小工具。',
    specs: [ORIGIN, ['清洗', ['可水洗', '手洗', '湿布擦拭']], PACKING, FREIGHT],
  },
  {
    id: 'food',
    name: '食品茶饮',
    intro: '预包装食品与茶叶。',
    specs: [ORIGIN, ['储存', ['阴凉干燥处', '密封避光', '开封后冷藏']], PACKING, FREIGHT],
  },
  {
    id: 'beauty',
    name: '美妆个护',
    intro: '洗护、彩妆与工具。',
    specs: [ORIGIN, ['适用人群', ['成人', '通用']], PACKING, FREIGHT],
  },
  {
    id: 'digital',
    name: '数码电器',
    intro: '配件、小家电与外设。',
    specs: [ORIGIN, ['保修', ['一年', '六个月', '七天包换']], ['颜色', ['黑', '白', '灰']], PACKING, FREIGHT],
  },
  {
    id: 'toys',
    name: '玩具母婴',
    intro: '玩具、童车与桌面游戏。',
    specs: [ORIGIN, ['适用年龄', ['见包装', '三岁以上', '家长陪同使用']], PACKING, FREIGHT],
  },
  {
    id: 'outdoor',
    name: '户外运动',
    intro: '露营、垂钓与球类。',
    specs: [ORIGIN, ['季节', ['四季', '春夏秋']], PACKING, FREIGHT],
  },
  {
    id: 'fashion',
    name: '服饰箱包',
    intro: '衣、鞋、包与配件。',
    specs: [ORIGIN, ['尺码', ['均码', '见尺码表']], ['颜色', ['黑', '米白', '藏青', '驼色']], FREIGHT],
  },
  {
    id: 'books',
    name: '图书文具',
    intro: '图书、文具与教具。',
    specs: [['装帧', ['平装', '精装', '散装']], ['语种', ['中文']], PACKING, FREIGHT],
  },
  {
    id: 'health',
    name: '康护用品',
    intro: '居家护理与助行用品。',
    specs: [ORIGIN, ['适用人群', ['成人', '老年人', '通用']], PACKING, FREIGHT],
  },
  {
    id: 'garden',
    name: '园艺宠物',
    intro: '花草、工具与宠物用品。',
    specs: [ORIGIN, ['发货', ['48小时内', '24小时内']], PACKING, FREIGHT],
  },
  {
    id: 'gifts',
    name: '礼品杂货',
    intro: '节庆礼品与老物件。',
    specs: [ORIGIN, ['发货', ['48小时内', '72小时内']], PACKING, FREIGHT],
  },
  {
    id: 'service',
    name: '生活服务',
    intro: '到店、上门与线上服务。',
    specs: [
      ['服务范围', ['样板市内', '示例省内', '线上']],
      ['预约', ['提前一天', '提前两小时']],
    ],
  },
];

const byId = new Map(categories.map((category) => [category.id, category]));

export function findCategory(id: string): Category | undefined {
  return byId.get(id);
}
