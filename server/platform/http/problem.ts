// SPDX-License-Identifier: Apache-2.0
import { ERRORS, type ErrorCode, type Problem } from '@yiwang/contracts';
import { AppError, type Fault } from '@yiwang/kernel';

export type Locale = 'zh' | 'en';

/** The caller's language: Chinese unless English is asked for first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

/** Turns whatever was thrown into a problem document (RFC 9457). Nothing of an unexpected error leaks. */
export function toProblem(error: unknown, locale: Locale, instance: string): Problem {
  const { code, faults, detail } = classify(error);
  const row = ERRORS[code as ErrorCode] as (typeof ERRORS)[ErrorCode] | undefined;
  const family = error instanceof AppError ? error.family : 'failed';
  const status = row?.status ?? { invalid: 422, refused: 409, failed: 500 }[family];
  return {
    type: `/problems/${code}`,
    title: row?.[locale] ?? (error as Error).message,
    status,
    code,
    instance,
    ...(detail === undefined ? {} : { detail }),
    ...(faults.length > 0 ? { errors: faults } : {}),
  };
}

function classify(error: unknown): { code: string; faults: Fault[]; detail?: string } {
  if (error instanceof AppError)
    return {
      code: error.code,
      faults: error.faults,
      detail: error.family === 'failed' ? undefined : error.message,
    };
  const { code, statusCode, validation } = error as {
    code?: string;
    statusCode?: number;
    validation?: { instancePath?: string; message?: string }[];
  };
  if (validation !== undefined)
    return {
      code: 'input_invalid',
      faults: validation.map((one) => ({ pointer: one.instancePath ?? '', reason: one.message ?? '' })),
    };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413)
    return { code: 'body_too_large', faults: [] };
  if (statusCode === 429) return { code: 'too_many_requests', faults: [] };
  if (statusCode === 404) return { code: 'not_found', faults: [] };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { code: 'input_invalid', faults: [{ pointer: '', reason: (error as Error).message }] };
  return { code: databaseCode(code), faults: [] };
}

/** SQLSTATE and socket errors that mean something to the caller. */
function databaseCode(code: string | undefined): ErrorCode {
  if (code === '42501') return 'not_allowed';
  if (code === '53100' || code === 'ENOSPC') return 'disk_full';
  if (code === '40001' || code === '40P01') return 'moved_on';
  if (code !== undefined && /^(57P0\d|08\d{3}|53300|ECONNREFUSED|ECONNRESET|ENOENT)$/.test(code))
    return 'not_ready';
  return 'internal';
}
