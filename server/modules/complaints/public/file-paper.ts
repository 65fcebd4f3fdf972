// SPDX-License-Identifier: Apache-2.0
import type { RouteContract } from '@yiwang/contracts';
import { type Actor, systemActor, withActor } from '../../../platform/database/actor.ts';
import type { Call } from '../../../platform/http/route.ts';
import { keepFiles } from '../attachments/keep-attachments.ts';
import { checkBody, readMultipart } from '../attachments/read-multipart.ts';
import type { Half } from '../filing/paper.ts';
import { type TakenPaper, takePaper } from '../filing/take-paper.ts';
import type { FilingPorts } from '../ports.ts';
import type { Meter } from './slow-down.ts';

/** The house takes in what the public files: under its own name, in the office with power. */
export const takingIn: Actor = { ...systemActor('filing'), name: '12315 门户' };

interface WithAttachments {
  attachments?: string[];
}

/**
 * Takes a public filing from JSON or multipart. What is refused is refused before anything is kept, and the reason is
 * said; what is taken is durable before it is answered.
 */
export async function filePaper<B extends WithAttachments>(
  call: Call,
  ports: FilingPorts,
  meter: Meter,
  contract: RouteContract,
  halvesOf: (body: B) => Half[],
): Promise<TakenPaper> {
  const { app, request } = call;
  const given = await readMultipart(request);
  const body = checkBody<B>(contract.body!, given.json);
  const key = request.headers['idempotency-key'];
  meter.spend(call.address, app.clock.now());
  const files = await keepFiles(app, given.files);
  return withActor(app.db, takingIn, (tx) =>
    takePaper(tx, app, ports, takingIn, {
      halves: halvesOf(body),
      channel: 'web',
      key: typeof key === 'string' && key.length >= 8 && key.length <= 200 ? `${contract.id} ${key}` : null,
      body,
      tickets: body.attachments ?? [],
      files,
    }),
  );
}
