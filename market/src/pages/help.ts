// SPDX-License-Identifier: Apache-2.0
import { html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import { fair } from '../shops.ts';
import { layout } from './layout.ts';

const texts: Record<string, { title: string; paragraphs: string[] }> = {
  about: {
    title: `关于${fair.name}`,
    paragraphs: [
      `${fair.name}（${fair.english}）是以网项目自带的示例集市，用来演示和测试网络交易巡查。`,
      '这里的店铺、经营者、证照号码、商品、评价都是编出来的；有的商品页故意写了不合法的内容，用来检验能不能被发现。',
      '本站不收款、不发货，也不收集访问者的信息。',
    ],
  },
  rules: {
    title: '平台规则',
    paragraphs: [
      '入驻店铺应当提交真实的主体身份、经营地址、联系方式与许可信息，并在店铺首页显著位置公示。',
      '商品信息应当真实，标明价格与计价单位；划线价应当有依据，不得虚构。',
      '评价应当来自真实交易，不得编造，平台不删除消费者的评价。',
      '规则修改前在首页公开征求意见，至少在实施前七日公示。',
    ],
  },
  returns: {
    title: '退换货说明',
    paragraphs: [
      '签收七日内、不影响二次销售的商品可以无理由退货；鲜活易腐、定作、拆封的音像制品与软件等依法例外。',
      '质量问题可以退货、换货或者修理，运费由店铺承担。',
      '店铺应当在收到退货之日起七日内返还价款。',
    ],
  },
  contact: {
    title: '联系我们',
    paragraphs: [
      `平台客服电话：${fair.phone}（虚构）`,
      `电子邮箱：${fair.mail}`,
      '工作时间：工作日九时至十八时。',
    ],
  },
  // A page full of words of unlawful goods that is itself lawful: it says that they must not be sold.
  'forbidden-goods': {
    title: '禁限售目录',
    paragraphs: [
      '以下商品禁止在本平台发布：枪支弹药、仿真枪、弩；匕首、弹簧刀、三棱刀等管制刀具；烟花爆竹等易燃易爆物品。',
      '不得销售香烟、雪茄、烟丝、电子烟及烟弹；不得销售处方药以及未经批准的药品。',
      '不得销售高仿、A货、复刻等侵犯注册商标专用权的商品；不得销售假证、公章、发票。',
      '广告中不得使用“国家级”“最高级”“最佳”等用语；普通食品与化妆品不得宣称治疗疾病。',
      '不得销售窃听器、针孔摄像头等窃听窃照专用器材；不得提供代考、刷单、赌博服务。',
      '发现以上商品的，平台将下架处理，保存记录，并向市场监督管理部门报告。',
    ],
  },
};

export const helpIds: readonly string[] = Object.keys(texts);

/** `/help/{id}`; null where there is none. */
export function helpPage(visit: Visit, id: string): Reply | null {
  if (id === 'licence') return fairLicencePage(visit);
  const entry = Object.hasOwn(texts, id) ? texts[id] : undefined;
  if (!entry) return null;
  const body = html`<nav class="crumbs"><a href="/">首页</a> › 帮助</nav><article><h1>${entry.title}</h1>${entry.paragraphs.map((p) => html`<p>${p}</p>`)}</article>
<aside><h2>更多帮助</h2><ul>${helpIds.map((h) => html`<li><a href="/help/${h}">${texts[h]!.title}</a></li>`)}</ul></aside>`;
  return page(layout({ visit, title: entry.title, body }));
}

function fairLicencePage(visit: Visit): Reply {
  const body = html`<h1>平台证照信息</h1><table class="facts"><tr><th>平台名称</th><td>${fair.name}</td></tr><tr><th>经营者名称</th><td>${fair.operator}</td></tr><tr><th>统一社会信用代码</th><td>${fair.uscc}</td></tr><tr><th>网站备案</th><td>${fair.icp}</td></tr><tr><th>公安备案</th><td>${fair.police}</td></tr><tr><th>联系电话</th><td>${fair.phone}</td></tr><tr><th>电子邮箱</th><td>${fair.mail}</td></tr></table>`;
  return page(layout({ visit, title: '平台证照信息', body }));
}
