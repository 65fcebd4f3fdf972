// SPDX-License-Identifier: Apache-2.0
import { ERRORS, type ErrorCode } from '@yiwang/contracts';
import { Alert, Button } from 'antd';
import { ApiProblem, codeOf } from '../api/problem.ts';
import { type Text, useText } from '../app/use-text.ts';

/** What happened and what to do, in the reader's language, from the catalogue of codes. */
export function wordsOf(error: unknown, { t, locale }: Text): string {
  const code = codeOf(error);
  if (code === 'unreachable') return t('app.unreachable');
  const row = ERRORS[code as ErrorCode] as { zh: string; en: string } | undefined;
  return row ? (locale === 'en' ? row.en : row.zh) : ERRORS.internal[locale === 'en' ? 'en' : 'zh'];
}

/** The field-level reasons of a problem, for forms: field name to reason. */
export function fieldReasons(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map((row) => [
      row.field ?? row.pointer?.split('/').filter(Boolean).at(-1) ?? '',
      row.reason,
    ]),
  );
}

export function ProblemView({ error, again }: { error: unknown; again?: () => void }) {
  const text = useText();
  if (!error) return null;
  const details = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={wordsOf(error, text)}
      description={
        details.length > 0 ? (
          <ul>
            {details.map((row) => (
              <li key={`${row.pointer}${row.field}${row.row}${row.reason}`}>
                {[
                  row.row !== undefined ? text.t('app.row', { row: row.row }) : null,
                  row.field ?? row.pointer,
                  row.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        ) : undefined
      }
      action={
        again ? (
          <Button size="small" onClick={again}>
            {text.t('app.again')}
          </Button>
        ) : undefined
      }
    />
  );
}
