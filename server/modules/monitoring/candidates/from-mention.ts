// SPDX-License-Identifier: Apache-2.0
import type { Subscription } from '../../../platform/events/subscription.ts';
import { placeOf } from './candidate-key.ts';
import { propose } from './propose.ts';
import { WEIGHT } from './reasons.ts';

/**
 * The port for addresses that others come across: whoever publishes `address.mentioned {url, where, name?}` – a
 * complaint, a report, a referral – puts the place before the officers. `where` is a number or title that may be shown
 * to every officer; never who filed it.
 */
export const fromMention: Subscription = {
  event: 'address.mentioned',
  subscriber: 'monitoring.propose-mentioned',
  async handle(tx, event, app) {
    const { url, where, name } = event.payload as { url?: unknown; where?: unknown; name?: unknown };
    const place = typeof url === 'string' ? placeOf(url) : null;
    if (place === null) return;
    await propose(tx, app.clock, {
      place,
      name: typeof name === 'string' ? name : null,
      reasons: [
        {
          kind: 'complaint',
          detail: typeof where === 'string' ? where : event.kind,
          source: String(url),
          weight: WEIGHT.complaint,
        },
      ],
    });
  },
};
