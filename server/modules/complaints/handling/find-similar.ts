// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, findSimilar as contract } from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { filerDigest, targetOf } from '../filing/digests.ts';
import { countLike, noPaper, relatedFilings } from './related-filings.ts';

/** Earlier filings like the one that a clerk is keying: counts, and the files that the clerk may see. */
export async function findSimilar(
  tx: Tx,
  app: App,
  wish: Body<typeof contract>,
): Promise<Answer<typeof contract>> {
  const like = {
    filer: filerDigest(app.sealer, wish.phone),
    dispute: null,
    cluster: targetOf({ shop: wish.shop ?? {} }).cluster,
    paperId: noPaper,
    receivedOn: legalDay(app.clock.now()),
  };
  return {
    counts: await countLike(tx, like),
    related: await relatedFilings(tx, like, { id: null, sealed: false }),
  };
}
