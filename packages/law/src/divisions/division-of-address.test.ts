// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jurisdiction } from '../jurisdiction/jurisdiction.ts';
import { divisionOfAddress, fullNameOf } from './division-of-address.ts';

/** Addresses as shops show them, with the division that is theirs; null where nothing may be guessed. */
const ADDRESSES: readonly [address: string, division: string | null][] = [
  ['浙江省杭州市余杭区文一西路某号', '330110'],
  ['浙江杭州余杭区五常街道某路', '330110'],
  ['杭州市余杭区仓前街道', '330110'],
  ['中国浙江省杭州市滨江区网商路', '330108'],
  ['浙江省金华市义乌市福田街道', '330782'],
  ['义乌市稠城街道某路1号', '330782'],
  ['浙江省金华市金东区多湖街道', '330703'],
  ['浙江省宁波市北仑区某路', '330206'],
  ['浙江省温州市苍南县灵溪镇', '330327'],
  ['浙江省台州市路桥区某街', '331004'],
  ['浙江省嘉兴市桐乡市濮院镇', '330483'],
  ['浙江省绍兴市柯桥区中国轻纺城', '330603'],
  ['北京市海淀区中关村大街1号', '110108'],
  ['北京市朝阳区建国路某号', '110105'],
  ['北京海淀区学院路', '110108'],
  ['北京市西城区某胡同', '110102'],
  ['北京市大兴区某镇', '110115'],
  ['上海市浦东新区张江路', '310115'],
  ['上海市长宁区金钟路', '310105'],
  ['上海市杨浦区某路', '310110'],
  ['上海市闵行区某路', '310112'],
  ['天津市滨海新区某街', '120116'],
  ['天津市武清区某镇', '120114'],
  ['重庆市渝北区龙溪街道', '500112'],
  ['重庆市渝中区解放碑', '500103'],
  ['重庆市云阳县某镇', '500235'],
  ['广东省深圳市南山区科技园', '440305'],
  ['深圳南山区粤海街道', '440305'],
  ['广东省深圳市龙岗区坂田街道', '440307'],
  ['广东省广州市白云区某路', '440111'],
  ['广东省广州市番禺区某路', '440113'],
  ['广东省佛山市南海区桂城街道', '440605'],
  ['广东省东莞市虎门镇', '441900'],
  ['东莞市长安镇', '441900'],
  ['广东省中山市小榄镇', '442000'],
  ['广东省汕头市澄海区某路', '440515'],
  ['广东省揭阳市普宁市某镇', '445281'],
  ['福建省泉州市丰泽区某路', '350503'],
  ['福建省福州市鼓楼区某路', '350102'],
  ['福建省莆田市荔城区某路', '350304'],
  ['福建省厦门市思明区某路', '350203'],
  ['福建省泉州市晋江市陈埭镇', '350582'],
  ['江苏省苏州市吴江区某镇', '320509'],
  ['江苏省南京市鼓楼区某路', '320106'],
  ['江苏省无锡市新吴区某路', '320214'],
  ['江苏省徐州市鼓楼区某路', '320302'],
  ['江苏省宿迁市沭阳县某镇', '321322'],
  ['江苏省苏州市常熟市某路', '320581'],
  ['江苏省南通市海门区叠石桥', '320614'],
  ['山东省青岛市城阳区某路', '370214'],
  ['山东省菏泽市曹县大集镇', '371721'],
  ['山东省临沂市兰山区某路', '371302'],
  ['山东省济南市历下区某路', '370102'],
  ['河北省石家庄市长安区某路', '130102'],
  ['河北省保定市白沟某镇', '130600'],
  ['河北省邢台市清河县某路', '130534'],
  ['河南省郑州市金水区某路', '410105'],
  ['河南省许昌市建安区某镇', '411003'],
  ['湖北省武汉市江汉区某路', '420103'],
  ['湖北省仙桃市某镇', '429004'],
  ['湖北省武汉市洪山区某路', '420111'],
  ['湖南省长沙市岳麓区某路', '430104'],
  ['湖南省邵阳市邵东市某镇', '430582'],
  ['江西省南昌市青山湖区某路', '360111'],
  ['江西省景德镇市珠山区某路', '360203'],
  ['安徽省合肥市蜀山区某路', '340104'],
  ['安徽省亳州市谯城区某路', '341602'],
  ['四川省成都市武侯区某路', '510107'],
  ['四川省成都市高新区天府大道', '510100'],
  ['四川省绵阳市涪城区某路', '510703'],
  ['陕西省西安市雁塔区某路', '610113'],
  ['陕西省西安市碑林区某路', '610103'],
  ['山西省太原市小店区某路', '140105'],
  ['辽宁省沈阳市和平区某路', '210102'],
  ['辽宁省大连市沙河口区某路', '210204'],
  ['吉林省长春市朝阳区某路', '220104'],
  ['黑龙江省哈尔滨市南岗区某路', '230103'],
  ['黑龙江省哈尔滨市五常市某镇', '230184'],
  ['云南省昆明市官渡区某路', '530111'],
  ['云南省大理白族自治州大理市某路', '532901'],
  ['贵州省贵阳市南明区某路', '520102'],
  ['贵州省遵义市仁怀市茅台镇', '520382'],
  ['海南省海口市龙华区某路', '460106'],
  ['海南省三亚市吉阳区某路', '460203'],
  ['甘肃省兰州市城关区某路', '620102'],
  ['青海省西宁市城西区某路', '630104'],
  ['宁夏回族自治区银川市兴庆区某路', '640104'],
  ['内蒙古自治区呼和浩特市新城区某路', '150102'],
  ['内蒙古自治区包头市昆都仑区某路', '150203'],
  ['广西壮族自治区南宁市青秀区某路', '450103'],
  ['广西壮族自治区柳州市城中区某路', '450202'],
  ['新疆维吾尔自治区乌鲁木齐市天山区某路', '650102'],
  ['西藏自治区拉萨市城关区某路', '540102'],
  ['香港特别行政区某街', '810000'],
  ['地址：浙江省 杭州市 西湖区 某路', '330106'],
  ['江苏省苏州市工业园区星湖街', '320500'],
  ['鼓楼区中山路', null],
  ['朝阳区建国路', null],
  ['示例省样板市仿真区某某路', null],
  ['某某大厦 3 楼', null],
  ['', null],
  ['HK Unit 5, Sample Building', null],
];

test('of more than a hundred addresses at least 95 of 100 lead to their division, and no guess is a wrong one', () => {
  assert.ok(ADDRESSES.length >= 100, `${ADDRESSES.length}`);
  const wrong = ADDRESSES.filter(([address, division]) => divisionOfAddress(address) !== division).map(
    ([address, division]) => `${address}: ${divisionOfAddress(address)}, not ${division}`,
  );
  assert.ok(wrong.length <= ADDRESSES.length * 0.05, wrong.join('\n'));
  // Where nothing may be guessed nothing is.
  for (const [address, division] of ADDRESSES)
    if (division === null) assert.equal(divisionOfAddress(address), null, address);
});

test('shops of each kind get the office of the rule of the day', () => {
  const at = (date: string, role: string, more: object) =>
    jurisdiction({ kind: 'complaint', date, role, ...more }).primary;
  let right = 0;
  let all = 0;
  for (const [address, division] of ADDRESSES) {
    if (division === null) continue;
    const shown = divisionOfAddress(address);
    const cases: [readonly string[], string | null][] = [
      [at('2026-06-01', 'in-platform', { shown, pfDomicile: '330110' }), shown],
      [at('2026-06-01', 'in-platform', { shown: null, pfDomicile: shown }), shown],
      [at('2026-06-01', 'in-platform', { shown: '440111', pfDomicile: shown, contactable: false }), shown],
      [at('2022-03-01', 'in-platform', { operates: shown, pfDomicile: '330110' }), shown],
      [at('2026-06-01', 'self-built', { domicile: shown }), shown],
      [at('2026-06-01', 'platform', { domicile: shown, pfDomicile: shown }), shown],
    ];
    for (const [primary, wanted] of cases) {
      all += 1;
      if (wanted === division && primary[0] === wanted) right += 1;
    }
  }
  assert.ok(all >= 500 && right / all >= 0.95, `${right} of ${all}`);
});

test('a full name is that of the division and its parents', () => {
  assert.equal(fullNameOf('330110'), '浙江省杭州市余杭区');
  assert.equal(fullNameOf('110108'), '北京市海淀区');
  assert.equal(fullNameOf('429004'), '湖北省仙桃市');
});
