// SPDX-License-Identifier: Apache-2.0
import type { Actor as ProcedureActor } from '@yiwang/procedures';
import type { Actor } from '../database/actor.ts';

/** Who acts, as the machines know it; null = the house itself. */
export function procedureActor(actor: Actor): ProcedureActor | null {
  if (actor.kind === 'link') return { id: actor.agencyPath, roles: actor.roles };
  if (actor.personId === null) return null;
  return { id: actor.personId, roles: actor.roles, agency: actor.agencyId };
}

/**
 * The name that stands in the timeline: who acts for an absent colleague, with a power of theirs, says so.
 * @param roles roles that the action is open to
 */
export function nameFor(actor: Actor, roles: readonly string[]): string {
  const standsIn = actor.standsInFor ?? [];
  const own = actor.ownRoles ?? actor.roles;
  if (roles.some((role) => own.includes(role))) return actor.name;
  const absent = standsIn.find((one) => roles.some((role) => one.roles.includes(role)));
  return absent ? `${actor.name}（代 ${absent.name}）` : actor.name;
}
