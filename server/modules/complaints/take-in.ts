// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, takeIn as contract } from '@yiwang/contracts';
import { invalid, legalDay, refused } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { halvesOfComplaint, halvesOfReport } from './filing/paper.ts';
import { takePaper } from './filing/take-paper.ts';
import type { FilingPorts } from './ports.ts';

/**
 * The intake desk keys a call, a letter, a visit or an item of another hotline into its own office; the split, the seal,
 * the duplicates and the venue are those of the portal. The clock runs from the day of receipt, not of keying.
 * @throws AppError `input_invalid`, `received_in_future`, `not_allowed` (no office)
 */
export async function takeIn(
  tx: Tx,
  app: App,
  ports: FilingPorts,
  actor: Actor,
  wish: Body<typeof contract>,
  key: string | null,
): Promise<Answer<typeof contract>> {
  if (actor.agencyId === null) throw refused('not_allowed', 'no office');
  const body = wish.kind === 'complaint' ? wish.complaint : wish.report;
  if (!body)
    throw invalid('input_invalid', `no ${wish.kind}`, {
      faults: [{ pointer: `/${wish.kind}`, reason: 'required' }],
    });
  if (wish.receivedOn && wish.receivedOn > legalDay(app.clock.now()))
    throw invalid('received_in_future', wish.receivedOn, {
      faults: [{ pointer: '/receivedOn', field: 'receivedOn', reason: 'later than today' }],
    });
  return takePaper(tx, app, ports, actor, {
    halves: wish.kind === 'complaint' ? halvesOfComplaint(wish.complaint!) : halvesOfReport(wish.report!),
    channel: wish.channel,
    receivedOn: wish.receivedOn ?? null,
    key: key === null ? null : `takeIn ${actor.personId} ${key}`,
    body: wish,
    tickets: body.attachments ?? [],
    files: [],
    into: { id: actor.agencyId, path: actor.agencyPath },
  });
}
