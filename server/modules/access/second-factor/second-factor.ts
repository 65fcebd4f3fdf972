// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import { generateSecret, generateURI } from 'otplib';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { digestRecovery, makeRecoveryCodes, stepOfCode } from './code.ts';
import './tables.ts';

const contextOf = (personId: string): string => `access.second-factor:${personId}`;

const rowOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('second_factors')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();

/** Whether codes are asked for, since when, and how many recovery codes are left. */
export async function describeSecondFactor(tx: Tx, personId: string) {
  const row = await tx
    .selectFrom('second_factors')
    .select(['confirmed_at', 'recovery'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    since: row?.confirmed_at?.toISOString() ?? null,
    recoveryLeft: row?.confirmed_at ? row.recovery.length : 0,
  };
}

/** Makes a secret that counts only once `confirmSecondFactor` has seen a code of it. Throws `second_factor_on`. */
export async function beginSecondFactor(tx: Tx, app: App, personId: string, username: string) {
  if ((await rowOf(tx, personId))?.confirmed_at)
    throw refused('second_factor_on', 'codes are asked for already');
  const secret = generateSecret();
  const values = {
    secret: app.sealer.seal(secret, contextOf(personId)),
    begun_at: new Date(app.clock.now()),
    last_step: '0',
    recovery: [],
  };
  await tx
    .insertInto('second_factors')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
  return { secret, uri: generateURI({ issuer: '以网 Yiwang', label: username, secret }) };
}

/** Turns codes on. @returns the recovery codes, shown this once. Throws `otp_wrong`. */
export async function confirmSecondFactor(
  tx: Tx,
  app: App,
  actor: Actor,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const personId = actor.personId!;
  const row = await rowOf(tx, personId);
  if (row === undefined) throw refused('otp_wrong', 'nothing was begun');
  if (row.confirmed_at !== null) throw refused('second_factor_on', 'codes are asked for already');
  const step = await stepOfCode(app.sealer.open(row.secret, contextOf(personId)), code, app.clock.now(), 0);
  if (step === null) throw refused('otp_wrong', 'the code does not fit');
  const recoveryCodes = makeRecoveryCodes();
  await tx
    .updateTable('second_factors')
    .set({
      confirmed_at: new Date(app.clock.now()),
      last_step: String(step),
      recovery: recoveryCodes.map((one) => digestRecovery(personId, one)),
    })
    .where('person_id', '=', personId)
    .execute();
  await recordAudit(tx, app.clock, actor, {
    action: 'add-second-factor',
    object: { kind: 'person', id: personId },
  });
  return { recoveryCodes };
}

/** `off`: none is asked for. `used`: the code fits and cannot be used again. */
export async function useSecondFactor(
  tx: Tx,
  app: App,
  personId: string,
  code: string | null,
): Promise<'off' | 'needed' | 'wrong' | 'used' | 'recovery'> {
  const row = await rowOf(tx, personId);
  if (!row?.confirmed_at) return 'off';
  if (code === null || code.trim() === '') return 'needed';
  const secret = app.sealer.open(row.secret, contextOf(personId));
  const step = await stepOfCode(secret, code, app.clock.now(), Number(row.last_step));
  const change = tx.updateTable('second_factors').where('person_id', '=', personId);
  if (step !== null) {
    await change.set({ last_step: String(step) }).execute();
    return 'used';
  }
  const digest = digestRecovery(personId, code);
  const left = row.recovery.filter((one) => !digest.equals(one));
  if (left.length === row.recovery.length) return 'wrong';
  await change.set({ recovery: left }).execute();
  return 'recovery';
}

/** Turns codes off: by the person with the password, or by an administrator for somebody whose telephone is lost. */
export async function removeSecondFactor(
  tx: Tx,
  app: App,
  actor: Actor,
  personId: string,
  reason?: string,
): Promise<void> {
  await tx.deleteFrom('second_factors').where('person_id', '=', personId).execute();
  await recordAudit(tx, app.clock, actor, {
    action: 'remove-second-factor',
    object: { kind: 'person', id: personId },
    ...(reason === undefined ? {} : { rationale: reason }),
  });
}
