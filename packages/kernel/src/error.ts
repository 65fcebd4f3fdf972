// SPDX-License-Identifier: Apache-2.0

/**
 * What the sender can do about an error:
 * `invalid` – change the input; `refused` – a rule or permission forbids it; `failed` – try again or call us.
 */
export type ErrorFamily = 'invalid' | 'refused' | 'failed';

/** Where in the input the fault is: a JSON pointer (RFC 6901), and the 1-based row for files. */
export interface Fault {
  pointer?: string;
  row?: number;
  field?: string;
  reason: string;
}

/** The only exception that crosses a room's border. `code` is a key of the catalogue and of both languages. */
export class AppError extends Error {
  readonly family: ErrorFamily;
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly faults: Fault[];

  constructor(
    family: ErrorFamily,
    code: string,
    message: string,
    more: { params?: Record<string, string | number>; faults?: Fault[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.family = family;
    this.code = code;
    this.params = more.params ?? {};
    this.faults = more.faults ?? [];
  }
}

export const invalid = (
  code: string,
  message: string,
  more?: ConstructorParameters<typeof AppError>[3],
): AppError => new AppError('invalid', code, message, more);
export const refused = (
  code: string,
  message: string,
  more?: ConstructorParameters<typeof AppError>[3],
): AppError => new AppError('refused', code, message, more);
export const failed = (
  code: string,
  message: string,
  more?: ConstructorParameters<typeof AppError>[3],
): AppError => new AppError('failed', code, message, more);
