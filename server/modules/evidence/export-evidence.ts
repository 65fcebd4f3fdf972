// SPDX-License-Identifier: Apache-2.0

import { refused } from '@yiwang/kernel';
import { findResource, findResponse, readWacz } from '@yiwang/proof';
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { decodeSource } from './decode-source.ts';
import { findEvidence } from './evidence-view.ts';
import { openPackage } from './open-package.ts';
import { recordCustody } from './record-custody.ts';

/** The sealed package itself; that it left the house is a line of its custody. */
export async function exportPackage(
  tx: Tx,
  app: App,
  actor: Actor,
  id: string,
): Promise<{ bytes: Uint8Array; name: string }> {
  const item = await findEvidence(tx, id);
  const bytes = await openPackage(app, item);
  await recordCustody(tx, app.clock, actor, { evidenceId: id, act: 'exported' });
  await recordAudit(tx, app.clock, actor, { action: 'export-evidence', object: { kind: 'evidence', id } });
  return { bytes, name: `${item.sha256.slice(0, 16)}.wacz` };
}

/** The screenshot inside the package. @throws AppError `not_found` – it holds none */
export async function readScreenshot(
  tx: Tx,
  app: App,
  id: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const item = await findEvidence(tx, id);
  const record = findResource(readWacz(await openPackage(app, item)), 'screenshot');
  if (!record) throw refused('not_found', `evidence ${id} holds no screenshot`);
  return { bytes: record.block, type: record.headers.get('content-type') ?? 'image/png' };
}

/** The page as it was received, for reading only: always sent as plain text, never as live markup. */
export async function readPageSource(tx: Tx, app: App, id: string): Promise<Uint8Array> {
  const item = await findEvidence(tx, id);
  const content = readWacz(await openPackage(app, item));
  const main = content.pages[0]?.url ?? item.url;
  const response = findResponse(content, main);
  if (!response) throw refused('not_found', `evidence ${id} holds no response of ${main}`);
  return decodeSource(response.message);
}
