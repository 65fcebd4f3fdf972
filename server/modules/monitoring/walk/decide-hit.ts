// SPDX-License-Identifier: Apache-2.0

/** What is known of one listing under one rule. */
export interface KnownHit {
  hitId: string;
  verdict: 'confirmed' | 'noise' | 'duplicate' | 'dead' | null;
  digest: string;
  appearance: number;
}

/**
 * Whether a finding is news for an officer.
 * Open: the one hit follows the listing's latest content. Noise: quiet until text, price or picture changes, also if the
 * goods went and came back. Confirmed or duplicate: quiet while the goods are there, asked again when they come back.
 * Dead: asked again when they are there after all, changed or back.
 */
export function decideHit(
  known: readonly KnownHit[],
  seen: { digest: string; appearance: number },
): { kind: 'new' } | { kind: 'follow'; hitId: string } | { kind: 'none' } {
  const same = known.some((hit) => hit.digest === seen.digest && hit.appearance === seen.appearance);
  const open = known.find((hit) => hit.verdict === null);
  if (open) return same ? { kind: 'none' } : { kind: 'follow', hitId: open.hitId };
  const quiet = known.some((hit) => {
    if (hit.verdict === 'noise') return hit.digest === seen.digest;
    if (hit.verdict === 'dead') return hit.digest === seen.digest && hit.appearance === seen.appearance;
    return hit.appearance === seen.appearance;
  });
  return quiet || same ? { kind: 'none' } : { kind: 'new' };
}
