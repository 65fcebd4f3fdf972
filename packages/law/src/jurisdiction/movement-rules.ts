// SPDX-License-Identifier: Apache-2.0

/** A rule of §3.5. */
export interface MovementRule {
  id: string;
  zh: string;
  en: string;
  basis: readonly string[];
  certainty: 'A' | 'D';
}

const rule = (
  id: string,
  zh: string,
  en: string,
  certainty: 'A' | 'D',
  ...basis: string[]
): MovementRule => ({ id, zh, en, basis, certainty });

/** §3.5 Conflict and movement rules. */
export const movementRules: readonly MovementRule[] = [
  rule(
    'J1',
    '对同一违法行为几个机关都有管辖权的，由最先立案的管辖',
    'several have power over one act: the first to open a case',
    'A',
    'PROC 12',
    'APL21 25(1)',
  ),
  rule(
    'J2',
    '对同一投诉几个机关都有管辖权的，由最先收到的处理',
    'several have power over one complaint: the first to receive it',
    'A',
    'O20 13',
    'O121 14',
  ),
  rule(
    'J3',
    '管辖争议7个工作日内协商；协商不成的或者直接报请共同的上一级指定',
    'dispute: agree in 7 working days; else, or at once, the common superior designates',
    'A',
    'PROC 13',
    'O20 30',
    'O121 33',
  ),
  rule(
    'J4',
    '两省的共同上级为市场监管总局，两市的为省，两县的为市',
    'common superior of two provinces is SAMR, of two cities the province, of two counties the city',
    'D',
  ),
  rule(
    'J5',
    '发现不属于本机关管辖的，移送有权机关；受移送机关有异议的报请共同的上一级指定，不得再自行移送',
    'a case found not to be ours goes to the right office; a receiver who disagrees asks the common superior and may not pass it on',
    'A',
    'PROC 14',
  ),
  rule(
    'J6',
    '上级可以把案件交下级（规定由上级管辖的除外）、提级办理下级案件或者指定其他下级办理',
    "a superior may hand a case down (not where a text fixes the higher level), take a lower one's case, or give it to another",
    'A',
    'PROC 15',
  ),
  rule(
    'J7',
    '下级因特殊原因可报请上级提级或者指定；上级收到材料后7个工作日内答复',
    'a lower office with special reasons may ask the superior to take or designate; answer in 7 working days of the papers',
    'A',
    'PROC 15(3)',
    'PROC 16',
  ),
  rule(
    'J8',
    '属于其他部门的及时移送；涉嫌犯罪的移送同级公安机关，不得以罚代刑',
    "another department's matter is transferred promptly; suspected crime goes to the police of the same level; a fine never replaces it",
    'A',
    'PROC 17',
    'CRIM 5',
    'CRIM 11',
  ),
  rule(
    'J9',
    '无权处理举报的，告知举报人，不移送（食品事项：移送并书面通知）',
    'report at the wrong bureau: tell the reporter, do not forward (food: forward and written notice)',
    'A',
    'O20 29',
    'O121 34',
    'FSL 115',
  ),
  rule(
    'J10',
    '本局内设机构无权的，退回接收机构，不得自行转出',
    'inside one bureau: back to intake, no self-transfer',
    'A',
    'O20 37',
    'O121 41',
  ),
  rule(
    'J11',
    '处罚管辖的一般规则：违法行为发生地',
    'default of all penalty venue: place of the act',
    'A',
    'APL21 22',
    'PROC 7',
  ),
  rule(
    'J12',
    '县、市两级一审；省级和总局仅在有明文规定时',
    'county and city level share first instance; province or SAMR only where a text says so',
    'A',
    'PROC 8',
  ),
  rule(
    'J13',
    '省级之间共享商户身份信息：平台所在省提供给实际经营地所在省',
    "provinces share merchant identity data: the platform's province to the province of operation",
    'A',
    'O37 33',
    'O117 48',
  ),
  rule(
    'J14',
    '无权机关收到投诉：依第一项不予受理并说明理由；接收机构可向下级或者本局有权机构分送',
    'complaint at an office without power: refuse on G1 and say why; intake may pass it down, or to a unit of its own bureau, with power',
    'A',
    'O121 15',
    'O121 16(1)',
    'O121 41(1)',
    'O20 15(1)',
    'O20 37(1)',
  ),
];
