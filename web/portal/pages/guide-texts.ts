// SPDX-License-Identifier: Apache-2.0

interface Section {
  id: string;
  title: { zh: string; en: string };
  lines: readonly { zh: string; en: string }[];
}

/** What each audience should know, in the order of their own day. Law in it is cited by article. */
export const GUIDE: readonly Section[] = [
  {
    id: 'consumer',
    title: { zh: '消费者', en: 'Consumers' },
    lines: [
      {
        zh: '先保存证据：商品页面、订单、付款记录、聊天记录、快递单和实物照片。',
        en: 'Keep proof first: the page, the order, the payment, the chat, the parcel label, photos of the goods.',
      },
      {
        zh: '可以先和商家、平台协商；随时可以自行和解（投诉举报处理办法第十八条）。',
        en: 'You may talk with the shop or the platform first, and settle at any time (O121 article 18).',
      },
      {
        zh: '调解需要双方同意，商家可以拒绝；拒绝的终止调解，您可以起诉或者申请仲裁（第十八条、第二十三条、第二十五条）。',
        en: 'Mediation needs both sides. If the shop refuses it ends, and you may sue or go to arbitration (articles 18, 23, 25).',
      },
      {
        zh: '不得虚构事实、夹带调换商品索赔，涉嫌欺诈、敲诈的移送公安机关（第四十二条）。',
        en: 'Claims on invented facts or planted goods are fraud or extortion and go to the police (article 42).',
      },
    ],
  },
  {
    id: 'reporter',
    title: { zh: '举报人', en: 'Reporters' },
    lines: [
      {
        zh: '写清具体线索：网址、商品、时间、违法之处，附截图（第二十八条）。',
        en: 'Give concrete leads: address, goods, time, what is wrong, with screenshots (article 28).',
      },
      {
        zh: '举报人信息保密，不得告诉被举报人和无关工作人员（第三十七条）。',
        en: 'Who reports is kept from the reported party and from staff not on the matter (article 37).',
      },
      {
        zh: '同一举报人就同一事实对同一对象重复举报的，不再重复处理（第三十五条第二款）。',
        en: 'The same report by the same person about the same facts is not handled again (article 35(2)).',
      },
      {
        zh: '重大违法线索查实的，可以申请奖励（举报奖励暂行办法）。',
        en: 'For grave breaches that prove true a reward may be asked for (Interim Measures on rewards).',
      },
    ],
  },
  {
    id: 'operator',
    title: { zh: '经营者', en: 'Operators' },
    lines: [
      {
        zh: '在首页显著位置持续公示营业执照信息和真实地址；公示地址决定由谁处理对您的投诉（第十三条）。',
        en: 'Show your licence and true address on the home page: the address shown decides who handles complaints about you (article 13).',
      },
      {
        zh: '收到调解通知应当及时答复；是否接受调解由您决定（第十八条）。',
        en: 'Answer a mediation notice in time; whether to accept mediation is up to you (article 18).',
      },
      {
        zh: '遇到恶意索赔、冒用主体、平台不合理规则和收费，可以从“经营者服务”提交。',
        en: 'Bad-faith claims, use of your name, and unfair platform rules or fees have their own door under “For operators”.',
      },
    ],
  },
  {
    id: 'elder',
    title: { zh: '老年人和不方便上网的人', en: 'Older people and those who do not use the web' },
    lines: [
      {
        zh: '可以拨打 12315，也可以写信或者到办理机关当面说，工作人员会替您登记（第八条、第十条）。',
        en: 'Call 12315, write, or go in person: staff write it down for you (articles 8 and 10).',
      },
      { zh: '页面右上角可以换成大字版。', en: 'Large type is at the top of every page.' },
    ],
  },
];

export const ACCESS_TEXT: readonly { zh: string; en: string }[] = [
  {
    zh: '本站按 WCAG 2.2 AA 制作：键盘可以操作全部功能，读屏软件按顺序读出，颜色之外总有文字或者形状，文字和背景的对比度不低于 4.5∶1。',
    en: 'This site is made to WCAG 2.2 AA: everything works by keyboard, reads aloud in order, no meaning rests on colour alone, and contrast is at least 4.5:1.',
  },
  {
    zh: '不运行脚本也能用全部功能；每个页面第一次打开不超过 60 kB，旧手机、慢网络也能打开。',
    en: 'Everything works without script; a page’s first view is below 60 kB, so that old phones and slow lines can open it.',
  },
  {
    zh: '有大字版，有简体、繁体和英文。填写没有时间限制，填过的内容自动保存。',
    en: 'There is large type, and simplified Chinese, traditional Chinese and English. No form has a time limit, and what was filled in is kept.',
  },
  {
    zh: '已知不足：上传的视频没有字幕，法条名称的英文是工作译名。每次发布前用自动检查工具检查全部页面；发现问题请通过“我要咨询”告诉我们。',
    en: 'Known shortcomings: uploaded films carry no subtitles, and English titles of laws are working titles. All pages are checked by tool before each release; tell us of faults under “Ask a question”.',
  },
];
