// SPDX-License-Identifier: Apache-2.0
import type { Bilingual, Form } from '@yiwang/procedures';
import type { OpenFile } from '../../../platform/files/index.ts';

type Said = (form: Form, title: (field: string) => string) => string | null;

const text = (form: Form, field: string): string => {
  const value = form[field];
  return typeof value === 'string' ? value : '';
};
const of =
  (...fields: string[]): Said =>
  (_form, title) =>
    fields
      .map((field) => title(field))
      .filter((value) => value !== '')
      .join('；') || null;
const nothing: Said = () => null;

/** Steps that whoever filed is told of, and what of each: everything else is the office's own. */
const TOLD: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  complaint: {
    open: nothing,
    forward: nothing,
    'request-identity': of('what', 'until', 'contact'),
    'identity-shown': nothing,
    accept: of('contact'),
    refuse: of('ground', 'reason'),
    'record-withdrawal': of('cause'),
    withdraw: nothing,
    'ask-to-withdraw': nothing,
    'record-consent': of('answer'),
    invite: of('day', 'place', 'papers', 'mediators'),
    'start-test': of('body', 'cost'),
    'end-test': of('result'),
    agree: of('terms'),
    'record-settlement': of('terms'),
    terminate: of('ground', 'reason'),
    notify: nothing,
    close: nothing,
    rate: nothing,
  },
  // A reporter is told what the law orders, no more: the check itself and its outcome are the office's.
  report: {
    open: nothing,
    forward: nothing,
    'point-to-office': of('rightOffice', 'reason'),
    'not-again': of('earlier', 'reason'),
    'start-check': nothing,
    'tell-decision': of('note'),
    'tell-result': of('result'),
    rate: nothing,
  },
  inquiry: { open: nothing, answer: of('answer'), 'point-elsewhere': of('where', 'answer'), rate: nothing },
};

export interface ToldStep {
  title: Bilingual;
  at: string;
  note: string | null;
}

export function toldSteps(file: OpenFile, locale: keyof Bilingual): ToldStep[] {
  return file.timeline.flatMap((entry) => {
    const said = TOLD[file.machine.id]?.[entry.action];
    if (!said) return [];
    const action = file.machine.actions.find((one) => one.id === entry.action);
    const title = (name: string): string => {
      const value = text(entry.form, name);
      const option = action?.form
        .find((field) => field.name === name)
        ?.options?.find((one) => one.value === value);
      return option ? option.title[locale] : value;
    };
    return [
      {
        title: action?.title ?? file.machine.opening.title,
        at: new Date(entry.at).toISOString(),
        note: said(entry.form, title),
      },
    ];
  });
}

const CHECKED: Bilingual = { zh: '核查已结束', en: 'The check is finished' };
const CHECKING: Bilingual = { zh: '核查中', en: 'Being checked' };

/** The state as whoever filed may know it: whether a case was opened is told by the office, not by the page. */
export function toldState(file: OpenFile): { state: string; title: Bilingual } {
  const { state } = file.state;
  const title = file.machine.states[state]?.title ?? { zh: state, en: state };
  if (file.machine.id !== 'report') return { state, title };
  if (['paused-test', 'paused-identify', 'checking', 'forwarded'].includes(state))
    return { state: 'checking', title: CHECKING };
  if (['opened', 'declined', 'closed', 'archived'].includes(state))
    return { state: 'checked', title: CHECKED };
  return { state, title };
}

/** Clocks that run for whoever filed: not the office's own. */
export const TOLD_CLOCKS: Readonly<Record<string, readonly string[]>> = {
  complaint: ['accept', 'mediate', 'termination-notice', 'ad'],
  report: ['check', 'ad'],
  inquiry: [],
};
