// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@yiwang/contracts';

/** A refusal or fault as the API told it, or `unreachable` when no answer came at all. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
  get code(): string {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
}

const made = (code: string, status: number, title: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', code, status, title });

/** Reads a refused answer; a proxy's page instead of a problem document becomes `internal`. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string')
      return new ApiProblem({
        type: 'about:blank',
        title: body.code,
        status: response.status,
        ...body,
      } as Problem);
  } catch {
    // not JSON: told below
  }
  return made(response.status === 404 ? 'not_found' : 'internal', response.status, response.statusText);
}

export const unreachable = (): ApiProblem => made('unreachable', 0, 'unreachable');

export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'internal');

/** A problem that a redirect carried in the address, as if a call had told it. */
export const problemOf = (code: string | null): ApiProblem | null => (code ? made(code, 0, code) : null);
