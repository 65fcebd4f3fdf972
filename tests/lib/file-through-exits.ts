// SPDX-License-Identifier: Apache-2.0
// Files complaints and reports of every kind and takes them through every exit under each regime, with the clock of the
// service set to the day; every due date is compared with packages/law asked directly.
import assert from 'node:assert/strict';
import { due } from '@yiwang/law';
import type { TestService } from '../../server/platform/testing/test-service.ts';
import type { Officers } from './officers-by-token.ts';

type Form = Record<string, string | boolean>;
type Step = [action: string, days: number, form?: Form];

export const REGIMES = ['2013-05-06', '2015-05-06', '2021-05-06', '2024-08-05', '2026-06-01'] as const;

const refuse = (ground: string): Step[] => [
  ['refuse', 3, { ground, reason: '理由见附件' }],
  ['close', 1],
  ['archive', 1],
];
const toTable: Step[] = [
  ['accept', 4, { contact: '示例承办人' }],
  ['record-consent', 3, { answer: 'mediating', note: '电话联系双方' }],
];
const end = (ground: string): Step[] => [
  ['terminate', 2, { ground, reason: '理由' }],
  ['notify', 3, { way: '书面' }],
  ['archive', 1],
];
const since = (day: string) => (regime: string) => regime >= day;
const O20 = since('2020-01-01');
const O121 = since('2026-04-15');
const always = () => true;

interface Exit {
  kind: 'complaint' | 'report';
  name: string;
  in(regime: string): boolean;
  steps(regime: string): Step[];
  matter?: string;
  anonymous?: boolean;
}

const ground = (code: string) => (regime: string) => (O20(regime) ? code : 'earlier');

export const EXITS: readonly Exit[] = [
  ...['G1', 'G2', 'G3', 'G4', 'G5', 'G7'].map(
    (code): Exit => ({
      kind: 'complaint',
      name: `refused ${code}`,
      in: code === 'G1' ? always : O20,
      steps: (regime) => refuse(ground(code)(regime)),
    }),
  ),
  {
    kind: 'complaint',
    name: 'identity not shown',
    in: O121,
    steps: () => [['request-identity', 1, { what: '身份证明', until: '2026-06-20' }], ...refuse('G6')],
  },
  {
    kind: 'complaint',
    name: 'identity shown, agreed by letter',
    in: O20,
    steps: () => [
      ['request-identity', 1, { what: '身份证明', until: '2027-06-20' }],
      ['identity-shown', 1],
      ...toTable,
      ['invite', 1, { day: '2027-06-20', place: '上午九时，示例调解室', mediators: '示例调解员' }],
      ['mediation-record', 1, { record: '双方到场' }],
      ['agree', 3, { paper: 'letter', terms: '退款' }],
      ['close', 1],
      ['archive', 1],
    ],
  },
  {
    kind: 'complaint',
    name: 'withdrawn',
    in: always,
    steps: () => [['record-withdrawal', 2, { cause: 'withdrawn' }]],
  },
  {
    kind: 'complaint',
    name: 'agreed without letter',
    in: always,
    steps: () => [
      ...toTable,
      ['agree', 5, { paper: 'record', terms: '当场退款' }],
      ['close', 1],
      ['archive', 1],
    ],
  },
  {
    kind: 'complaint',
    name: 'settled, ended T1',
    in: always,
    steps: (regime) => [
      ['accept', 4],
      ['record-settlement', 2, { terms: '自行退款' }],
      ...end(ground('T1')(regime)),
    ],
  },
  {
    kind: 'complaint',
    name: 'respondent refuses, T2',
    in: O20,
    steps: () => [
      ['accept', 4],
      ['record-consent', 2, { answer: 'accepted', note: '拒绝调解' }],
      ...end('T2'),
    ],
  },
  ...['T3', 'T4', 'T5', 'T6', 'T8'].map(
    (code): Exit => ({
      kind: 'complaint',
      name: `ended ${code} after a test`,
      in: O20,
      steps: () => [
        ...toTable,
        ['start-test', 2, { body: '示例检测所', chosenBy: 'both', cost: '各半' }],
        ['end-test', 9, { result: '不合格' }],
        ...end(code),
      ],
    }),
  ),
  { kind: 'complaint', name: 'party gone, T7', in: O121, steps: () => [...toTable, ...end('T7')] },
  {
    kind: 'complaint',
    name: 'recusal, breach found',
    in: O20,
    steps: () => [
      ...toTable,
      ['ask-recusal', 1, { reason: '近亲属' }],
      ['decide-recusal', 3, { recused: true, reason: '属实' }],
      ['breach-found', 1, { what: '无证经营线索' }],
      ['extend-breach-check', 2, { reason: '案情复杂' }],
      ['breach-checked', 3, { result: '已移交核查' }],
      ...end('T3'),
    ],
  },
  {
    kind: 'complaint',
    name: 'ad, agreed',
    matter: 'ad',
    in: always,
    steps: () => [...toTable, ['agree', 1, { paper: 'record', terms: '改正并退款' }], ['close', 1]],
  },
  {
    kind: 'report',
    name: 'pointed to the right office',
    in: O20,
    steps: () => [['point-to-office', 2, { ours: 'yes', rightOffice: '示例局', reason: '无管辖' }]],
  },
  {
    kind: 'report',
    name: 'repeated',
    in: O121,
    steps: () => [['not-again', 2, { earlier: '举报〔2026〕第1号', reason: '同一事实' }]],
  },
  {
    kind: 'report',
    name: 'opened after test and identification, rewarded',
    in: since('2021-12-01'),
    steps: () => [
      ['start-check', 1],
      ['start-test', 1, { body: '示例检测所' }],
      ['end-test', 6, { result: '不合格' }],
      ['start-identify', 1, { body: '示例权利人' }],
      ['end-identify', 5, { result: '假冒' }],
      ['extend', 1, { reason: '案情复杂' }],
      ['open-case', 2, { reason: '涉嫌违法' }],
      ['tell-result', 2, { basis: 'UCL25 20(3)', result: '已立案', way: '书面' }],
      ['close', 5],
      ['reward', 1, { grade: '2', total: '100000', amount: '3000', reason: '查证属实' }],
      ['archive', 1],
    ],
  },
  ...[false, true].map(
    (anonymous): Exit => ({
      kind: 'report',
      name: anonymous ? 'declined, anonymous' : 'declined, under a name',
      anonymous,
      in: always,
      steps: () => [
        ['start-check', 1],
        ['decline-case', 4, { reason: '没有违法事实' }],
        ['close', 1],
        ['archive', 1],
      ],
    }),
  ),
  {
    kind: 'report',
    name: 'dispute over power, ad, opened',
    matter: 'ad',
    in: O20,
    steps: () => [
      ['dispute-power', 1, { with: '示例乙局', reason: '地址不明' }],
      ['power-settled', 3, { how: 'agreed', reason: '协商一致' }],
      ['start-check', 1],
      ['open-case', 2, { reason: '涉嫌违法' }],
      ['tell-result', 1, { basis: 'AD 53', result: '已立案', way: '短信' }],
      ['close', 1],
    ],
  },
];

const DAY = 86_400_000;

interface Clock {
  id: string;
  startedOn: string;
  due: string | null;
}

/** Which clock of law a clock of the file is, and by which day its text is chosen. */
const LAW: Readonly<Record<string, { procedure: string; clock: string; byReceipt: boolean }>> = {
  'complaint:accept': { procedure: 'complaint', clock: 'accept', byReceipt: true },
  'complaint:mediate': { procedure: 'complaint', clock: 'mediate', byReceipt: true },
  'complaint:termination-notice': { procedure: 'complaint', clock: 'termination-notice', byReceipt: true },
  'complaint:breach-check': { procedure: 'complaint', clock: 'breach-check', byReceipt: true },
  'complaint:ad': { procedure: 'complaint', clock: 'ad', byReceipt: false },
  'report:check': { procedure: 'report', clock: 'check', byReceipt: true },
  'report:ad': { procedure: 'complaint', clock: 'ad', byReceipt: false },
  'report:told-decision': { procedure: 'report', clock: 'told-decision', byReceipt: false },
  'report:power-dispute': { procedure: 'report', clock: 'power-dispute', byReceipt: true },
};
/** What an action does to which clock, written apart from the machines. */
const MOVES: Readonly<Record<string, readonly [clock: string, event: string]>> = {
  'start-test': ['', 'pause:test'],
  'start-identify': ['check', 'pause:identify'],
  'ask-recusal': ['mediate', 'pause:recusal'],
  'extend-breach-check': ['breach-check', 'extend'],
  extend: ['check', 'extend'],
};
const ENDS: Readonly<Record<string, string>> = {
  'end-test': 'pause:test',
  'end-identify': 'pause:identify',
  'decide-recusal': 'pause:recusal',
};

/** One filing through one exit; answers with the papers that its steps asked for. */
export async function fileThrough(
  t: TestService,
  clerk: Officers,
  exit: Exit,
  regime: string,
  serial: number,
): Promise<number> {
  let now = Date.parse(`${regime}T02:00:00.000Z`);
  const day = () => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  t.clock.set(new Date(now).toISOString());
  const filer = {
    name: `示例人${serial}`,
    phone: `1390000${String(serial).padStart(4, '0')}`,
    address: '示例路1号',
  };
  const common = {
    shop: { name: `仿真小店${serial}`, respondentAddress: '示例省示例市甲县某某路2号' },
    matter: exit.matter ?? 'goods',
    statement: `${exit.name} 的示例经过`,
  };
  const filed = await t.nobody.post(
    exit.kind === 'complaint' ? '/api/complaints' : '/api/reports',
    exit.kind === 'complaint'
      ? { ...common, claims: ['refund'], filer }
      : { ...common, filer: exit.anonymous ? null : filer },
  );
  assert.equal(filed.status, 201, `${exit.name} ${regime} ${JSON.stringify(filed.body)}`);
  const number = (filed.body.items as { number: string }[])[0]!.number;
  const path = exit.kind === 'complaint' ? '/api/complaints' : '/api/reports';
  const list = await clerk.get(`${path}?q=${encodeURIComponent(`仿真小店${serial}`)}&limit=200`);
  const id = String(list.body.items!.find((row) => row['number'] === number)!['id']);
  const events: { clock: string; event: string; date?: string; from?: string; to?: string }[] = [];
  let version = 1;
  let detail: Record<string, unknown> = {};
  for (const [action, days, form = {}] of exit.steps(regime)) {
    now += days * DAY;
    t.clock.set(new Date(now).toISOString());
    const answer = await clerk.post(`${path}/${id}/actions/${action}`, { version, form });
    assert.equal(
      answer.status,
      200,
      `${exit.name} ${regime} ${action}: ${JSON.stringify(answer.body).slice(0, 400)}`,
    );
    version = (answer.body['filing'] as { version: number }).version;
    detail = answer.body;
    const move = MOVES[action];
    if (move) events.push({ clock: move[0], event: move[1], date: day() });
    const ended = ENDS[action] && events.findLast((one) => one.event === ENDS[action] && one.date);
    if (ended) {
      ended.from = ended.date!;
      ended.to = day();
      delete ended.date;
    }
  }
  for (const clock of detail['clocks'] as Clock[]) {
    const law = LAW[`${exit.kind}:${clock.id}`]!;
    const own = exit.kind === 'complaint' ? 'mediate' : 'check';
    const wanted = due({
      procedure: law.procedure,
      clock: law.clock,
      from: clock.startedOn,
      events: events.filter((one) => (one.clock || own) === clock.id).map(({ clock: _, ...event }) => event),
      ...(law.byReceipt ? { trigger: regime } : {}),
    }).due;
    assert.equal(clock.due, wanted, `${exit.name} ${regime} ${clock.id}`);
  }
  return (detail['documents'] as unknown[]).length;
}
