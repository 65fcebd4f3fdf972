// SPDX-License-Identifier: Apache-2.0
import { creditCode, foodPermit, spoiltCode } from './codes.ts';

/** How a shop's pages say what they sell. */
export type Markup =
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'opengraph'
  | 'plain'
  | 'script'
  | 'state'
  | 'graph'
  | 'table';

/** What a page of goods that were taken down answers. */
export type Gone = 'not-found' | 'gone' | 'notice' | 'home';

export interface Operator {
  /** Company or person, invented. */
  name: string;
  uscc: string | null;
  address: string;
  phone: string;
  mail: string;
  established: string;
  /** End of the business term, `YYYY-MM-DD`, or null for 长期. */
  until: string | null;
  scope: string;
  permits: { kind: string; number: string; until: string }[];
}

export interface Shop {
  id: string;
  name: string;
  motto: string;
  markup: Markup;
  charset: 'utf-8' | 'gbk';
  gone: Gone;
  home: string;
  licence: string;
  item: (id: string) => string;
  operator: Operator;
  /** Name in the footer where it differs from the licence page. */
  footerName?: string;
  icp: string | null;
  /** Address of the electronic licence mark, where the shop carries one. */
  emark: string | null;
  licenceLinked: boolean;
  /** What is planted about the shop itself, by page, and why. */
  planted?: { page: 'home' | 'licence'; label: string; note: string };
}

const COMMON_SCOPE = '日用百货、家居用品、服装鞋帽、文具用品的零售（示例，依法须经批准的项目除外）';

function operator(
  name: string,
  organisation: string,
  division: string,
  more: Partial<Operator> = {},
): Operator {
  return {
    name,
    uscc: creditCode('91', division, organisation),
    address: '示例省样板市仿真区某某路100号（虚构地址）',
    phone: '400-000-0100',
    mail: 'service@shop.example',
    established: '2021-03-15',
    until: null,
    scope: COMMON_SCOPE,
    permits: [],
    ...more,
  };
}

const mark = (number: string) => `https://emark.example/mark/${number}`;

const rows: Shop[] = [
  {
    id: 'qinghe',
    name: '清禾示例家居馆',
    motto: '把日子过成样板间的样子',
    markup: 'json-ld',
    charset: 'utf-8',
    gone: 'not-found',
    home: '/shop/qinghe/',
    licence: '/shop/qinghe/licence.html',
    item: (id) => `/shop/qinghe/item/${id}.html`,
    operator: operator('某某清禾示例家居用品有限公司', 'MA000101', '330106'),
    icp: '浙ICP备20990101号-1',
    emark: mark('SF-2026-0101'),
    licenceLinked: true,
  },
  {
    id: 'muke',
    name: '木客示例数码',
    motto: '数码小件，样样可试',
    markup: 'microdata',
    charset: 'utf-8',
    gone: 'gone',
    home: '/muke/',
    licence: '/muke/about/licence',
    item: (id) => `/muke/p/${id}`,
    operator: operator('某某木客示例电子商务有限公司', 'MA000202', '330108', { phone: '400-000-0200' }),
    icp: '浙ICP备20990202号-1',
    emark: mark('SF-2026-0202'),
    licenceLinked: true,
  },
  {
    id: 'yunwu',
    name: '云雾示例茶食铺',
    motto: '山里来的，样样写清楚',
    markup: 'rdfa',
    charset: 'utf-8',
    gone: 'notice',
    home: '/yunwu/index.html',
    licence: '/yunwu/zhizhao.html',
    item: (id) => `/yunwu/tea-and-food/${id}.html`,
    operator: operator('某某云雾示例食品有限公司', 'MA000303', '330110', {
      phone: '400-000-0300',
      scope: '食品销售（仅销售预包装食品）（示例）',
      permits: [{ kind: '食品经营许可证', number: foodPermit('1330110009990'), until: '2099-12-31' }],
    }),
    icp: '浙ICP备20990303号-2',
    emark: null,
    licenceLinked: true,
  },
  {
    id: 'fengche',
    name: '风车示例玩具屋',
    motto: '给大小朋友的样板玩具',
    markup: 'plain',
    charset: 'utf-8',
    gone: 'not-found',
    home: '/fengche/',
    licence: '/fengche/licence/',
    item: (id) => `/fengche/show/${id}/`,
    operator: operator('某某风车示例玩具商贸有限公司', 'MA000404', '440305', { phone: '400-000-0400' }),
    icp: '粤ICP备20990404号-1',
    emark: null,
    licenceLinked: false,
    planted: { page: 'home', label: 'licence/not-displayed', note: '首页没有执照信息，也没有链接到执照页' },
  },
  {
    id: 'laojie',
    name: '老街示例杂货铺',
    motto: '老样子，老味道',
    markup: 'plain',
    charset: 'gbk',
    gone: 'notice',
    home: '/laojie/default.asp',
    licence: '/laojie/licence.asp',
    item: (id) => `/laojie/goods.asp?id=${id}`,
    operator: operator('某某老街示例百货经营部', 'MA000505', '330702', {
      phone: '400-000-0500',
      until: '2025-06-30',
      permits: [{ kind: '食品经营许可证', number: foodPermit('1330702009990'), until: '2025-06-30' }],
    }),
    icp: '浙ICP备20990505号-1',
    emark: null,
    licenceLinked: true,
    planted: { page: 'licence', label: 'licence/expired', note: '营业期限与食品经营许可证均至2025-06-30' },
  },
  {
    id: 'star',
    name: '星选示例美妆健康',
    motto: '页面由脚本画出的店',
    markup: 'script',
    charset: 'utf-8',
    gone: 'not-found',
    home: '/star/',
    licence: '/star/licence',
    item: (id) => `/star/item/${id}`,
    operator: operator('某某星选示例化妆品有限公司', 'MA000606', '310115', {
      phone: '400-000-0600',
      uscc: spoiltCode(creditCode('91', '310115', 'MA000606')),
    }),
    icp: '沪ICP备20990606号-1',
    emark: null,
    licenceLinked: true,
    planted: { page: 'licence', label: 'licence/invalid', note: '统一社会信用代码校验位不对' },
  },
  {
    id: 'yuanhang',
    name: '远航示例户外店',
    motto: '出门样样齐',
    markup: 'state',
    charset: 'utf-8',
    gone: 'home',
    home: '/yuanhang/',
    licence: '/yuanhang/licence',
    item: (id) => `/yuanhang/detail/${id}`,
    operator: operator('某某远航示例户外用品有限公司', 'MA000707', '350203', { phone: '400-000-0700' }),
    footerName: '某某近港示例贸易有限公司',
    icp: '闽ICP备20990707号-1',
    emark: null,
    licenceLinked: true,
    planted: { page: 'home', label: 'identity/mismatch', note: '页脚主体名称与执照页不同' },
  },
  {
    id: 'shuxiang',
    name: '书香示例书屋',
    motto: '书与文具',
    markup: 'graph',
    charset: 'utf-8',
    gone: 'not-found',
    home: '/shuxiang/',
    licence: '/shuxiang/licence.html',
    item: (id) => `/shuxiang/book-${id}.html`,
    operator: operator('某某书香示例文化发展有限公司', 'MA000808', '110105', {
      phone: '400-000-0800',
      permits: [{ kind: '出版物经营许可证', number: '示例出发字第990001号', until: '2099-12-31' }],
    }),
    icp: '京ICP备20990808号-3',
    emark: mark('SF-2026-0808'),
    licenceLinked: true,
  },
  {
    id: 'yijin',
    name: '衣锦示例服饰',
    motto: '样衣样鞋样包',
    markup: 'opengraph',
    charset: 'utf-8',
    gone: 'gone',
    home: '/yijin/',
    licence: '/yijin/licence.html',
    item: (id) => `/yijin/goods-${id}.html`,
    operator: operator('', 'MA000909', '440106', { uscc: null, phone: '400-000-0900' }),
    icp: null,
    emark: null,
    licenceLinked: true,
    planted: { page: 'licence', label: 'licence/missing', note: '执照页只有“资料整理中”' },
  },
  {
    id: 'baihuo',
    name: '百货示例小店',
    motto: '个人小店，什么都有一点',
    markup: 'table',
    charset: 'utf-8',
    gone: 'notice',
    home: '/baihuo/index.php',
    licence: '/baihuo/licence.php',
    item: (id) => `/baihuo/view.php?gid=${id}`,
    operator: operator('某某（自然人经营者，示例）', 'MA001010', '330782', {
      uscc: null,
      phone: '400-000-1000',
    }),
    icp: null,
    emark: null,
    licenceLinked: true,
    planted: {
      page: 'licence',
      label: 'licence/exemption-not-declared',
      note: '自然人网店未公示无需登记的自我声明',
    },
  },
];

export const shops: readonly Shop[] = rows;

const byId = new Map(shops.map((shop) => [shop.id, shop]));

export function findShop(id: string): Shop {
  const shop = byId.get(id);
  if (!shop) throw new Error(`no shop ${id}`);
  return shop;
}

/** The invented operator of the fair itself. */
export const fair = {
  name: '样集市',
  english: 'Sample Fair',
  operator: '某某样集市示例网络科技有限公司',
  uscc: creditCode('91', '330100', 'MA009999'),
  icp: '浙ICP备20999999号-1',
  police: '浙公网安备33010002099999号',
  phone: '400-000-9999',
  mail: 'hello@sample-fair.example',
};
