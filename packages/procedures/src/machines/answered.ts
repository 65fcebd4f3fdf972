// SPDX-License-Identifier: Apache-2.0
import { type Action, type Bilingual, type Field, LINKED, type Machine } from '../machine.ts';
import { deadline, HANDLERS, HEADS, longtext, noteAction, proof, reason, title } from './fields.ts';

/** What differs between the papers that somebody outside answers through a link. */
export interface AnsweredSpec {
  id: string;
  title: Bilingual;
  sign: string;
  linked: NonNullable<Machine['linked']>;
  /** What is asked and of whom; holds `recipient` and `deadline`. */
  form: readonly Field[];
  /** Paper that goes out with it. */
  document: string;
  /** A head approves before it goes out. */
  approved?: boolean;
  answer: { title: Bilingual; form: readonly Field[] };
  /** What nobody answered is called. */
  unanswered: Bilingual;
  /** How it ends when an officer has looked again: state → its title. */
  results: Readonly<Record<string, Bilingual>>;
  /** Whether an officer may end it before any answer (the page itself shows that it is done). */
  recheckFrom: readonly string[];
  answerLaw?: { procedure: string; clock: string };
}

const issuedTitle = title('已发出，待答复', 'Sent, answer awaited');

/**
 * A paper with a day by which it must be answered: sent, answered by link, looked at again. Silence is an answer of its
 * own: the house writes it down on the day after the last.
 */
export function answeredMachine(spec: AnsweredSpec): Machine {
  const open = spec.approved ? 'drafted' : 'issued';
  const live = ['issued', 'answered', 'unanswered'];
  const approve: Action[] = spec.approved
    ? [
        {
          id: 'approve',
          title: title('批准并发出', 'Approve and send'),
          roles: HEADS,
          by: ['origin'],
          from: ['drafted'],
          to: 'issued',
          final: true,
          form: [longtext('opinion', '审批意见', 'Opinion', { required: false })],
          documents: [spec.document],
        },
        {
          id: 'reject',
          title: title('不予批准', 'Refuse'),
          roles: HEADS,
          by: ['origin'],
          from: ['drafted'],
          to: 'withdrawn',
          final: true,
          form: [reason()],
        },
      ]
    : [];
  return {
    id: spec.id,
    version: 1,
    title: spec.title,
    sign: spec.sign,
    linked: spec.linked,
    opening: {
      action: 'open',
      title: spec.approved ? title('拟稿', 'Drafted') : title('发出', 'Sent'),
      state: open,
      form: spec.form,
      ...(spec.approved ? {} : { documents: [spec.document] }),
    },
    states: {
      ...(spec.approved ? { drafted: { title: title('待审批', 'Approval awaited') } } : {}),
      issued: { title: issuedTitle },
      answered: { title: title('已答复，待复查', 'Answered, to be looked at again') },
      unanswered: { title: spec.unanswered },
      ...Object.fromEntries(
        Object.entries(spec.results).map(([state, words]) => [state, { title: words, end: true }]),
      ),
      withdrawn: { title: title('已撤回', 'Withdrawn'), end: true },
    },
    actions: [
      ...approve,
      {
        id: 'answer',
        title: spec.answer.title,
        roles: [LINKED],
        // An answer after the day is late, not lost.
        from: ['issued', 'unanswered'],
        to: 'answered',
        form: spec.answer.form,
      },
      {
        id: 'record-answer',
        title: title('登记对方答复', 'Record an answer that came otherwise'),
        roles: HANDLERS,
        by: ['origin'],
        from: ['issued', 'unanswered'],
        to: 'answered',
        form: spec.answer.form,
      },
      {
        id: 'recheck',
        title: title('登记复查结果', 'Record what the second look shows'),
        roles: HANDLERS,
        by: ['origin'],
        from: spec.recheckFrom,
        to: { field: 'result' },
        final: true,
        form: [
          {
            name: 'result',
            title: title('复查结果', 'Result'),
            type: 'choice',
            required: true,
            kept: true,
            options: Object.entries(spec.results).map(([value, words]) => ({ value, title: words })),
          },
          longtext('finding', '复查情况', 'What was seen'),
          proof('proof'),
        ],
        documents: ['recheck-record'],
      },
      {
        id: 'ask-again',
        title: title('要求补充答复', 'Ask for more'),
        roles: HANDLERS,
        by: ['origin'],
        from: ['answered', 'unanswered'],
        to: 'issued',
        form: [longtext('missing', '还缺什么', 'What is missing'), deadline],
      },
      {
        id: 'withdraw',
        title: title('撤回', 'Withdraw'),
        roles: HANDLERS,
        by: ['origin'],
        from: spec.approved ? ['drafted', ...live] : live,
        to: 'withdrawn',
        final: true,
        form: [reason()],
      },
      {
        id: 'lapse',
        title: title('到期没有答复', 'No answer by the day'),
        roles: [],
        from: ['issued'],
        to: 'unanswered',
        form: [],
      },
      noteAction(spec.approved ? ['drafted', ...live] : live),
    ],
    clocks: [
      {
        id: 'answer',
        title: title('答复期限', 'Time for the answer'),
        day: 'deadline',
        starts: spec.approved ? 'approve' : 'open',
        meets: ['answered'],
        events: {},
        lapse: 'lapse',
      },
      ...(spec.answerLaw
        ? [
            {
              id: 'law',
              title: title('法律要求', 'What the law asks'),
              law: spec.answerLaw,
              starts: spec.approved ? 'approve' : 'open',
              meets: ['answered'],
              events: {},
            },
          ]
        : []),
      {
        id: 'recheck',
        title: title('复查期限', 'Time for the second look'),
        house: 'answer.recheck',
        starts: 'answer',
        again: true,
        meets: ['issued'],
        events: {},
      },
    ],
  };
}
