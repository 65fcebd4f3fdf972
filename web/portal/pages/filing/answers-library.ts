// SPDX-License-Identifier: Apache-2.0

export interface LibraryAnswer {
  id: string;
  question: { zh: string; en: string };
  answer: { zh: string; en: string };
  /** Instrument and article as in `packages/law`; a text of the house's own has none. */
  basis: readonly {
    instrument: string;
    article: string;
    certainty: string;
    title: { zh: string; en: string };
  }[];
}

const TITLES = {
  O121: { zh: '市场监督管理投诉举报处理办法', en: 'Measures on Complaints and Reports' },
  CPLR: { zh: '消费者权益保护法实施条例', en: 'Consumer Law Regulations' },
  AD: { zh: '广告法', en: 'Advertising Law' },
  UCL25: { zh: '反不正当竞争法', en: 'Anti-Unfair-Competition Law' },
  RET7: { zh: '网络购买商品七日无理由退货暂行办法', en: 'Seven-day Return Measures' },
} as const;

const a = (instrument: keyof typeof TITLES, article: string) => ({
  instrument,
  article,
  certainty: 'A',
  title: TITLES[instrument],
});

/** Ready answers to what is asked most; each rests on an article or says that it is the house's own practice. */
export const LIBRARY: readonly LibraryAnswer[] = [
  {
    id: 'difference',
    question: { zh: '投诉和举报有什么不同', en: 'What is the difference between a complaint and a report' },
    answer: {
      zh: '投诉是为自己的消费权益请求调解；举报是反映经营者涉嫌违法，由监管部门核查。同一来件两样都有的，分开处理，各有各的程序、期限和答复。',
      en: 'A complaint asks for mediation of your own dispute; a report says that an operator may be breaking the law, for the authority to check. A paper that is both is split; each half has its own procedure, clock and answer.',
    },
    basis: [a('O121', '9')],
  },
  {
    id: 'where',
    question: { zh: '网购应当向哪里投诉', en: 'Where do I complain about an online shop' },
    answer: {
      zh: '平台内的店铺，向其公示地址所在地或者平台经营者住所地的市场监管部门投诉；没有公示地址或者按公示地址联系不上的，向平台经营者住所地投诉。自建网站的，向其住所地投诉。本系统会在提交前替您找好。',
      en: 'For a shop on a platform: the authority at the address that the shop shows, or at the platform’s domicile; if it shows none or cannot be reached there, the platform’s domicile. For a site of its own: its domicile. This portal finds it for you before you send.',
    },
    basis: [a('O121', '13(2)')],
  },
  {
    id: 'how-long',
    question: { zh: '多久有结果', en: 'How long does it take' },
    answer: {
      zh: '收到投诉起七个工作日内决定是否受理并告知；受理后六十日内调解不成的终止调解。检测、鉴定的时间不计算在内。',
      en: 'Within seven working days of receipt the office decides whether to accept the complaint and tells you; mediation without agreement ends within sixty days of acceptance. Time for tests is not counted.',
    },
    basis: [a('O121', '15'), a('O121', '23'), a('O121', '22')],
  },
  {
    id: 'what-to-give',
    question: { zh: '投诉要提供什么', en: 'What must a complaint hold' },
    answer: {
      zh: '真实姓名、电话、通信地址，被投诉人的名称和地址，投诉请求和与之对应的事实理由，并对真实性负责。委托他人的，还要有授权委托书和代理人身份证明。',
      en: 'Your true name, telephone and postal address, name and address of the other side, what you claim with the facts and grounds for it; you answer for the truth. An agent also needs a power of attorney and proof of identity.',
    },
    basis: [a('O121', '10(1)'), a('O121', '11')],
  },
  {
    id: 'refused',
    question: { zh: '哪些投诉不受理', en: 'Which complaints are refused' },
    answer: {
      zh: '不属于市场监管职责或者该机关无权处理、法院等已经处理过同一争议、不是为生活消费或者不能证明与被投诉人有争议、知道权益受损超过三年、未按规定提供材料、冒用他人名义或者拒不配合核实身份等。不予受理要说明理由和其他解决途径。',
      en: 'Among others: not a matter of market regulation or of that office; the same dispute was dealt with by a court or the like; not for daily life or no dispute shown; more than three years since you knew; papers not given; another’s name used or identity not shown. A refusal says why and which other ways there are.',
    },
    basis: [a('O121', '16'), a('CPLR', '46(2)')],
  },
  {
    id: 'anonymous',
    question: { zh: '可以匿名举报吗', en: 'May I report anonymously' },
    answer: {
      zh: '可以。但匿名的不能告知结果，也不能申请奖励。留下姓名的，举报人信息对被举报人和无关人员保密。',
      en: 'Yes. You then cannot be told the result nor ask for a reward. If you leave your name, it is kept from the reported party and from staff not on the matter.',
    },
    basis: [a('O121', '28'), a('O121', '37')],
  },
  {
    id: 'told',
    question: { zh: '举报后会告诉我结果吗', en: 'Am I told the result of a report' },
    answer: {
      zh: '2026年4月15日起，法律、法规、规章要求告知的才告知，例如广告举报、实名举报不正当竞争。凭查询码可以看到核查是否结束。',
      en: 'From 2026-04-15 only where a law, regulation or rule orders it, for example for advertising, or for unfair competition reported under a name. The receipt code shows whether the check is finished.',
    },
    basis: [a('O121', '36'), a('AD', '53'), a('UCL25', '20(3)')],
  },
  {
    id: 'mediation-fails',
    question: { zh: '调解不成怎么办', en: 'What if mediation fails' },
    answer: {
      zh: '可以向人民法院起诉，有仲裁协议的可以申请仲裁。市场监管部门的调解不影响这些权利。',
      en: 'You may sue, or go to arbitration where there is an agreement on it. Mediation takes neither right away.',
    },
    basis: [a('O121', '25')],
  },
  {
    id: 'return',
    question: { zh: '网购七天内能退货吗', en: 'Can I return online goods within seven days' },
    answer: {
      zh: '可以无理由退货的商品，自签收次日起七日内发出退货通知；商家收到退回的商品起七日内退款。超过十五日不处理的，视为拒绝。',
      en: 'For goods that may be returned without reason, send the notice within seven days from the day after signing; the seller refunds within seven days of getting them back. More than fifteen days without handling counts as refusal.',
    },
    basis: [a('RET7', '10'), a('RET7', '13'), a('RET7', '31')],
  },
  {
    id: 'joint',
    question: { zh: '多人遇到同一问题可以一起投诉吗', en: 'Can several people complain together' },
    answer: {
      zh: '两人以上对同一经营者的同一消费争议可以共同投诉，推选两名代表；代表变更、放弃请求或者和解，须经被代表的人同意。',
      en: 'Two or more with the same dispute against the same operator may complain jointly and choose two representatives; to change, waive or settle the claim these need the consent of those they speak for.',
    },
    basis: [a('O121', '12')],
  },
  {
    id: 'test-cost',
    question: { zh: '检测鉴定谁出钱', en: 'Who pays for a test' },
    answer: {
      zh: '机构由双方协商，协商不成的可以由市场监管部门指定；费用由双方协商，法律另有规定的除外。费用谈不成的，终止调解。',
      en: 'Both sides choose the body; if they cannot agree the office may name one. The cost is by agreement, unless a law says otherwise; without agreement on it mediation ends.',
    },
    basis: [a('O121', '22'), a('O121', '23')],
  },
  {
    id: 'code-lost',
    question: { zh: '查询码丢了怎么办', en: 'I lost my receipt code' },
    answer: {
      zh: '系统不保存查询码，不能补发。请带身份证件到办理机关，由工作人员核对身份后告知进展。',
      en: 'The code is stored nowhere and cannot be sent again. Go to the office with an identity document; staff will verify it and tell you how it stands.',
    },
    basis: [],
  },
];

/** Answers whose words hold every word asked for; Chinese is compared by pairs of characters. */
export function findAnswers(q: string, locale: 'zh' | 'en'): LibraryAnswer[] {
  const asked = q.toLowerCase().normalize('NFKC').trim();
  if (asked === '') return [...LIBRARY];
  const han = asked.replace(/[^\p{Script=Han}]/gu, '');
  const pieces =
    locale === 'zh' && han.length >= 2
      ? Array.from({ length: han.length - 1 }, (_, i) => han.slice(i, i + 2))
      : asked.split(/\W+/u).filter((word) => word.length > 2);
  const scored = LIBRARY.map((one) => {
    const text = `${one.question[locale]} ${one.answer[locale]}`.toLowerCase();
    const title = one.question[locale].toLowerCase();
    return {
      one,
      score: pieces.reduce(
        (sum, piece) => sum + (title.includes(piece) ? 3 : text.includes(piece) ? 1 : 0),
        0,
      ),
    };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((x, y) => y.score - x.score)
    .slice(0, 5)
    .map(({ one }) => one);
}
