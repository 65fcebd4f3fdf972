// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail } from '@yiwang/contracts';
import { findDocument } from '@yiwang/law';
import type { OpenFile } from '../../../platform/files/index.ts';

/** Which step makes which of the official forms (law.md §7.1); the register form exists from receipt on. */
export const LETTER_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  complaint: {
    open: 'complaint-form-1',
    forward: 'complaint-form-3',
    'request-identity': 'complaint-form-4',
    accept: 'complaint-form-5',
    refuse: 'complaint-form-6',
    invite: 'complaint-form-7',
    terminate: 'complaint-form-8',
    agree: 'complaint-form-9',
  },
  report: {
    open: 'complaint-form-2',
    forward: 'complaint-form-3',
    'tell-result': 'complaint-form-10',
  },
};

/** The forms that the steps taken so far call for. */
export function lettersOf(file: OpenFile): FilingDetail['letters'] {
  const table = LETTER_OF[file.machine.id] ?? {};
  const forms = file.timeline.flatMap((entry) => table[entry.action] ?? []);
  return [...new Set(forms)].flatMap((form) => {
    const found = findDocument(form);
    return found ? [{ form, title: found.title }] : [];
  });
}
