// SPDX-License-Identifier: Apache-2.0
import type { Body, findOffice, OfficeAnswer, Reckoning, reckonDue } from '@yiwang/contracts';
import { AppError, invalid } from '@yiwang/kernel';
import { due, jurisdiction, printDerivation } from '@yiwang/law';

/** A derivation line by line in both languages. */
function inWords(derivation: Parameters<typeof printDerivation>[0]): { zh: string; en: string }[] {
  const english = printDerivation(derivation, 'en');
  return printDerivation(derivation, 'zh').map((zh, i) => ({ zh, en: english[i] ?? zh }));
}

/** What the law room refuses is a fault of the input here. */
function asInput<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw invalid('input_invalid', error.message, { faults: error.faults, cause: error });
  }
}

/** When it is due, with the earlier of two limits first and the reckoning in words. */
export function reckon(query: Body<typeof reckonDue>): Reckoning {
  const answer = asInput(() => due(query));
  return { ...answer, derivation: inWords(answer.derivation) };
}

/** Which office is competent, who else may act, what to do next. */
export function officeFor(query: Body<typeof findOffice>): OfficeAnswer {
  const answer = asInput(() => jurisdiction(query));
  return {
    ...answer,
    steps: answer.steps.map(({ zh, en }) => ({ zh, en })),
    derivation: inWords(answer.derivation),
  };
}
