// SPDX-License-Identifier: Apache-2.0
import type { Paper } from './paper.ts';

const ITEM = '{{fileNumber}}';
const OTHER = '被投诉人：{{subject}}（{{shop}}，网址 {{url}}）。';
const ROADS = '你可以通过与经营者协商和解、请求消费者协会调解、提请仲裁、向人民法院提起诉讼等途径解决。';

/**
 * The official forms 1–10 for complaints and reports and the two papers beside them (law.md §7.1). No paper carries the
 * name of whoever filed: papers are read by every office that holds the file, identities are not.
 */
export const COMPLAINT_PAPERS: readonly Paper[] = [
  {
    id: 'complaint-register',
    title: ['投诉登记表', 'Complaint register form'],
    sign: '投登',
    law: 'complaint-form-1',
    to: '',
    says: [
      '投诉编号：{{fileNumber}}。收到日期：{{received}}。登记机关：{{office}}。',
      '投诉人：姓名、电话、证件和地址加密保存，凭用途调阅，本表不载。',
      OTHER,
      '事项：{{labels}}。金额：{{amount}}。',
      '事实和理由：{{facts}}',
      '诉求：{{claim}}',
      '材料清单：{{evidence}}',
      '登记说明：{{note}}',
    ],
  },
  {
    id: 'report-register',
    title: ['举报登记表', 'Report register form'],
    sign: '举登',
    law: 'complaint-form-2',
    to: '',
    says: [
      '举报编号：{{fileNumber}}。收到日期：{{received}}。登记机关：{{office}}。',
      '举报人：依法保密，本表不载。',
      '被举报人：{{subject}}（{{shop}}，网址 {{url}}）。',
      '线索和事实：{{facts}}',
      '材料清单：{{evidence}}',
      '登记说明：{{note}}',
    ],
  },
  {
    id: 'filing-forward',
    title: ['投诉（举报）分送通知书', 'Forwarding notice'],
    sign: '分送',
    law: 'complaint-form-3',
    to: '{{officeOther}}',
    says: [
      `现将 ${ITEM} 分送你单位处理。`,
      '收到日期：{{received}}。事项：{{labels}}。涉及：{{subject}}（{{shop}}）。',
      '请于 {{answerBy}} 前反馈。说明：{{reason}}',
      '你单位无权处理的，应当及时退回接收机构，不得自行转出。',
      '附件：{{evidence}}',
    ],
  },
  {
    id: 'identity-request',
    title: ['限期提供身份证明材料通知书', 'Notice to prove identity'],
    sign: '身份',
    law: 'complaint-form-4',
    to: `投诉人（${ITEM}）`,
    says: [
      '依据{{basis}}，请你于 {{until}} 前提供下列材料：{{what}}',
      '联系人：{{contact}}。',
      '逾期不提供，或者冒用他人名义、拒不配合核实身份的，依法不予受理。',
    ],
  },
  {
    id: 'complaint-acceptance',
    title: ['投诉受理决定书', 'Acceptance decision'],
    sign: '受理',
    law: 'complaint-form-5',
    to: `投诉人（${ITEM}）`,
    says: [
      '你于 {{received}} 提出的投诉，经审查符合受理条件，依据{{basis}}决定受理。',
      OTHER,
      '承办人：{{contact}}。调解期限至 {{due}}。',
      '说明：{{note}}',
    ],
  },
  {
    id: 'complaint-refusal',
    title: ['投诉不予受理决定书', 'Refusal decision'],
    sign: '不受',
    law: 'complaint-form-6',
    to: `投诉人（${ITEM}）`,
    says: [
      '你于 {{received}} 提出的投诉，经审查，依据{{basis}}决定不予受理。',
      '情形：{{ground}}。',
      '理由：{{reason}}',
      ROADS,
    ],
  },
  {
    id: 'mediation-notice',
    title: ['投诉调解通知书', 'Mediation notice'],
    sign: '调通',
    law: 'complaint-form-7',
    to: `投诉人（${ITEM}）、{{subject}}`,
    says: [
      '定于 {{day}} {{place}} 组织调解，请准时参加。',
      '须携带：{{papers}}',
      '调解人员：{{mediators}}。认为调解人员有利害关系的，可以申请回避。',
      '调解须经双方同意；任何一方可以拒绝。',
    ],
  },
  {
    id: 'mediation-end',
    title: ['投诉终止调解决定书', 'Termination decision'],
    sign: '终调',
    law: 'complaint-form-8',
    to: `投诉人（${ITEM}）、{{subject}}`,
    says: ['依据{{basis}}，决定终止调解。', '情形：{{ground}}。', '理由：{{reason}}', ROADS],
  },
  {
    id: 'mediation-letter',
    title: ['投诉调解书', 'Mediation letter'],
    sign: '调解',
    law: 'complaint-form-9',
    to: '',
    says: [
      `投诉编号：${ITEM}。投诉人：（签名处填写）。`,
      OTHER,
      '诉求：{{claim}}',
      '协议内容：{{terms}}',
      '文书：{{paper}}。本书一式三份，双方签名或者盖章后各执一份，调解机关留存一份。',
      '投诉人（签名）：________　被投诉人（盖章）：________　调解人员（签名）：________',
    ],
  },
  {
    id: 'mediation-record',
    title: ['调解记录', 'Mediation record'],
    sign: '调记',
    law: 'complaint-record-1',
    to: '',
    says: [`投诉编号：${ITEM}。`, OTHER, '时间、参加人、经过和结果：{{record}}'],
  },
  {
    id: 'report-result',
    title: ['举报处理结果告知书', 'Result notice to the reporter'],
    sign: '举告',
    law: 'complaint-form-10',
    to: `举报人（${ITEM}）`,
    says: ['你举报的事项，处理结果如下：{{result}}', '告知依据：{{basis}}。告知方式：{{way}}。'],
  },
  {
    id: 'right-office',
    title: ['举报权限告知书', 'Notice of the right office'],
    sign: '权告',
    law: 'complaint-record-2',
    to: `举报人（${ITEM}）`,
    says: [
      '你举报的事项，本机关无权处理。',
      '是否属于市场监管职责：{{ours}}。有权处理的机关：{{rightOffice}}。',
      '说明：{{reason}}',
    ],
  },
];
