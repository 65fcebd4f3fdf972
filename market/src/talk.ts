// SPDX-License-Identifier: Apache-2.0
import { pick, seed } from './seed.ts';

// Small talk that makes pages as long as real ones. All of it is ordinary: nothing here is planted.
const REVIEWS = [
  '收到了，和图片一样，包装没有破损，先用几天看看。',
  '物流比想的慢一天，东西没问题。',
  '颜色比照片深一点点，客服说是光线，接受。',
  '给家里老人买的，说明书字有点小，别的都好。',
  '用了一周回来写的，没有异味，做工还行。',
  '尺寸要自己量好再下单，我买小了，换货很顺利。',
  '性价比可以，这个价位不挑了。',
  '朋友推荐来的，客服回复挺快。',
  '第二次买，这次的批次和上次略有不同，不影响用。',
  '边角有一点毛刺，自己磨了一下。',
  '包装盒压扁了，里面没事，希望以后包厚一点。',
  '中规中矩，没有惊喜也没有踩雷。',
  '说明写得清楚，照着做就行。',
  '等了三天发货，店家事先说明了。',
  '分量足，家里人都说可以。',
  '客服耐心，问了很多问题都回了。',
];
const QUESTIONS: [question: string, answer: string][] = [
  ['请问什么时候发货？', '下单后四十八小时内从样板市仓库发出。'],
  ['可以开电子发票吗？', '可以，确认收货后在订单页申请。'],
  ['不合适能退吗？', '签收七日内不影响二次销售可以退，运费见规则。'],
  ['一次买多件有优惠吗？', '满三件九五折，结算页自动计算。'],
  ['能不能指定快递？', '默认某某速递，备注后尽量安排。'],
  ['尺寸有误差吗？', '手工测量，误差两厘米以内。'],
];
const NAMES = ['某**1', '样**友', '示**例', '仿**真', '路**人', '匿**名', '买**家', '游**客'];
const CARE = [
  '请在签收时当面检查外包装，如有破损可以拒收，并在页面上联系店铺客服登记。',
  '页面图片为示意图，受拍摄光线与屏幕影响，颜色以收到的实物为准。',
  '商品参数由店铺填写，手工测量会有少量误差，介意的顾客请先咨询。',
  '订单高峰期发货可能顺延一至两天，店铺会在订单页更新物流信息。',
  '如需发票，请在确认收货之后于订单页填写抬头，电子发票三个工作日内开出。',
  '质量问题自签收之日起十五日内可以换货，来回运费由店铺承担，定制类商品除外。',
  '请保留好包装与配件，退货时一并寄回，缺少配件会影响退款金额。',
  '本页由样集市的示例店铺维护，店名、主体、地址与电话均为虚构，不对应任何真实经营者。',
];

export interface Review {
  name: string;
  stars: number;
  text: string;
}

export function reviewsFor(id: string): Review[] {
  return pick(REVIEWS, 4 + (seed(id) % 4), `review/${id}`).map((text, i) => ({
    name: NAMES[seed(`${id}/${i}`) % NAMES.length]!,
    stars: 3 + (seed(`${id}*${i}`) % 3),
    text,
  }));
}

export function questionsFor(id: string): [question: string, answer: string][] {
  return pick(QUESTIONS, 2 + (seed(id) % 2), `question/${id}`);
}

export function careFor(id: string): string[] {
  return pick(CARE, 5, `care/${id}`);
}
