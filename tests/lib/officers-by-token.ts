// SPDX-License-Identifier: Apache-2.0
// Officers who act by bearer tokens: sessions end while the clock of a test jumps over years.
import { createToken, findPerson } from '../../server/modules/access/index.ts';
import { systemActor, withSystem } from '../../server/platform/database/actor.ts';
import type { Answered, TestService } from '../../server/platform/testing/test-service.ts';

export interface Officers {
  get(path: string): Promise<Answered>;
  /** As the first of them to whom the action is open. */
  post(path: string, body: unknown): Promise<Answered>;
}

export async function officersByToken(t: TestService, usernames: readonly string[]): Promise<Officers> {
  const tokens = await withSystem(t.app.db, 'test', async (tx) => {
    const made: string[] = [];
    for (const username of usernames) {
      const person = await findPerson(tx, username);
      if (!person) throw new Error(`no account ${username}`);
      const { token } = await createToken(tx, t.app.clock, systemActor('test'), {
        personId: person.person_id,
        label: 'test',
        scopes: ['write'],
        expiresAt: null,
      });
      made.push(token);
    }
    return made;
  });
  const call = async (
    token: string,
    method: 'GET' | 'POST',
    url: string,
    payload?: unknown,
  ): Promise<Answered> => {
    const answer = await t.fastify.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const json = /json/.test(String(answer.headers['content-type'] ?? ''));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json ? answer.json() : {},
      bytes: answer.rawPayload,
    };
  };
  return {
    get: (path) => call(tokens[0]!, 'GET', path),
    async post(path, body) {
      let answer = await call(tokens[0]!, 'POST', path, body);
      for (const token of tokens.slice(1)) {
        if (answer.body['code'] !== 'action_not_open') break;
        answer = await call(token, 'POST', path, body);
      }
      return answer;
    },
  };
}
