// SPDX-License-Identifier: Apache-2.0
import type { Bilingual, Field } from '../machine.ts';
import { MACHINES } from '../machines/index.ts';
import { COMPLAINT_PAPERS } from './complaint-papers.ts';
import type { Paper } from './paper.ts';
import type { DocumentTemplate, TemplateText } from './template.ts';

const THING =
  '涉及：{{object}}（{{shop}}，网址 {{url}}）。主体：{{subject}}，统一社会信用代码 {{uscc}}。涉嫌类别：{{labels}}。';
const EVIDENCE = '随附证据：{{evidence}}';

const PAPERS: readonly Paper[] = [
  {
    id: 'lead-dispatch',
    title: ['线索派发单', 'Dispatch of a lead'],
    sign: '线索派',
    to: '{{officeOther}}',
    says: [
      '现将线索 {{leadNumber}} 派发你单位核查。',
      THING,
      '办理要求：{{instruction}}',
      '线索核查期限自发现之日起连续计算，不因派发重新起算。请及时签收、核查并反馈。',
      EVIDENCE,
    ],
  },
  {
    id: 'lead-return',
    title: ['线索退回单', 'Return of a lead'],
    sign: '线索退',
    to: '{{officeOther}}',
    says: ['线索 {{leadNumber}} 退回你单位。', THING, '退回原因：{{code}}。', '理由：{{reason}}'],
  },
  {
    id: 'lead-feedback',
    title: ['线索核查反馈单', 'Feedback on a lead'],
    sign: '线索馈',
    to: '{{officeOther}}',
    says: [
      '你单位派发的线索 {{leadNumber}} 已经核查，现反馈如下。',
      THING,
      '核查情况：{{feedback}}',
      '线索质量：{{quality}}。',
    ],
  },
  {
    id: 'reminder',
    title: ['提醒函', 'Reminder'],
    sign: '提醒',
    to: '{{recipient}}',
    says: [
      '我单位在网络交易监测中发现下列情况，请予注意。',
      THING,
      '提醒事项：{{matter}}',
      '请于 {{deadline}} 前自行核对、改正，并通过随函提供的答复链接告知改正情况。',
    ],
  },
  {
    id: 'correction-order',
    title: ['责令改正通知书', 'Correction order'],
    sign: '责改',
    law: 'platform-paper-5',
    to: '{{recipient}}',
    says: [
      '经查，你（单位）存在下列违法行为：{{breach}}',
      '以上行为涉嫌违反：{{basis}}。',
      '现责令你（单位）于 {{deadline}} 前改正，要求如下：{{demand}}',
      '改正后请通过随书提供的答复链接报告改正情况并附证明材料。',
    ],
  },
  {
    id: 'platform-notice',
    title: ['平台处置通知书', 'Notice to the platform'],
    sign: '平台',
    to: '{{recipient}}',
    says: [
      '我单位发现你平台内存在下列涉嫌违法信息。',
      THING,
      '违法信息：{{matter}}',
      '处置要求：{{demand}}。请于 {{deadline}} 前完成，并通过随书提供的答复链接反馈处置情况；到期没有答复的，记录在案。',
      EVIDENCE,
    ],
  },
  {
    id: 'recheck-record',
    title: ['复查记录', 'Record of the second look'],
    sign: '复查',
    to: '',
    says: ['办件 {{fileNumber}} 复查情况如下。', THING, '复查结果：{{result}}。', '复查情况：{{finding}}'],
  },
  {
    id: 'transfer-letter',
    title: ['案件移送函', 'Transfer letter'],
    sign: '移送',
    law: 'penalty-paper-30',
    to: '{{officeOther}}',
    says: [
      '我单位办理的线索 {{leadNumber}}，经审查认为属于你单位管辖，现予移送。',
      THING,
      '移送理由和管辖依据：{{ground}}',
      '你单位对管辖有异议的，应当报请共同的上一级机关指定管辖，不得再自行移送。',
      EVIDENCE,
    ],
  },
  {
    id: 'transfer-receipt',
    title: ['移送回执', 'Receipt of a transfer'],
    sign: '移回',
    to: '{{officeOther}}',
    says: ['你单位移送的 {{fileNumber}}（线索 {{leadNumber}}）已于 {{date}} 收到。', '备注：{{note}}'],
  },
  {
    id: 'designation-request',
    title: ['指定管辖请示', 'Request to designate'],
    sign: '请管',
    to: '{{officeOther}}',
    says: [
      '关于 {{fileNumber}}（线索 {{leadNumber}}）的管辖，有关单位意见不一，现报请指定管辖。',
      THING,
      '移送单位意见：{{ground}}',
      '请示理由：{{reason}}',
    ],
  },
  {
    id: 'designation-notice',
    title: ['指定管辖通知书', 'Designation'],
    sign: '指管',
    law: 'penalty-paper-32',
    to: '{{officeOther}}',
    says: [
      '关于 {{fileNumber}}（线索 {{leadNumber}}）的管辖，现指定由 {{designee}} 管辖。',
      THING,
      '理由：{{reason}}',
    ],
  },
  {
    id: 'assistance-letter',
    title: ['协助调查函', 'Assistance letter'],
    sign: '协查',
    law: 'penalty-paper-13',
    to: '{{officeOther}}',
    says: [
      '我单位办理线索 {{leadNumber}}，需要你单位协助。',
      THING,
      '案由和法律依据：{{ground}}',
      '请求协助事项：{{kind}}。具体内容：{{asked}}',
    ],
  },
  {
    id: 'assistance-answer',
    title: ['协助调查复函', 'Answer to an assistance letter'],
    sign: '协复',
    to: '{{officeOther}}',
    says: ['你单位 {{fileNumber}} 收悉，协查结果如下。', '{{answer}}'],
  },
  {
    id: 'data-request',
    title: ['协助提供资料函', 'Request for data'],
    sign: '协资',
    to: '{{recipient}}',
    says: [
      '我单位办理线索 {{leadNumber}}，需要你（单位）提供资料。',
      '法律依据和案由：{{ground}}',
      '需要的资料（限于办案必需）：{{asked}}',
      '请于 {{deadline}} 前通过随函提供的答复链接提供。',
    ],
  },
  {
    id: 'department-letter',
    title: ['移送其他部门函', 'Transfer to a department'],
    sign: '转办',
    to: '{{recipient}}',
    says: [
      '下列事项属于你部门职责，现予移送。',
      THING,
      '移送事项：{{matter}}',
      '移送理由和依据：{{ground}}',
      '请通过随函提供的链接或书面回执告知签收和办理情况。',
      EVIDENCE,
    ],
  },
  {
    id: 'crime-letter',
    title: ['涉嫌犯罪案件移送书', 'Transfer of a suspected crime'],
    sign: '涉罪移',
    law: 'penalty-paper-31',
    to: '{{recipient}}',
    says: [
      '我单位在办理线索 {{leadNumber}} 中发现涉嫌犯罪，现移送你机关。',
      THING,
      '涉嫌犯罪事实：{{matter}}',
      '核查人员：{{officers}}',
      '涉案物品和材料清单：{{list}}',
      EVIDENCE,
    ],
  },
];

/** Fields of the forms whose actions make the paper, and of the opening before them. */
function fieldsFor(paper: string): Record<string, Bilingual> {
  const names: Record<string, Bilingual> = {};
  const add = (form: readonly Field[] = []) => {
    for (const field of form) names[field.name] ??= field.title;
  };
  for (const machine of MACHINES) {
    const actions = machine.actions.filter((action) => action.documents?.includes(paper));
    if (actions.length === 0 && !machine.opening.documents?.includes(paper)) continue;
    add(machine.opening.form);
    for (const action of actions) add(action.form);
  }
  return names;
}

/** Every paper that a declared step makes. */
export const TEMPLATES: readonly DocumentTemplate[] = [...PAPERS, ...COMPLAINT_PAPERS].map(
  ({ id, title: [zh, en], sign, law, to, says, closing = '' }) => {
    const text: TemplateText = { title: zh, addressee: to, paragraphs: says, closing };
    const fieldTitles = fieldsFor(id);
    const fields = Object.keys(fieldTitles);
    return { id, title: { zh, en }, sign, text, fields, fieldTitles, ...(law ? { law } : {}) };
  },
);

const byId = new Map(TEMPLATES.map((one) => [one.id, one]));
export const findTemplate = (id: string): DocumentTemplate | undefined => byId.get(id);
