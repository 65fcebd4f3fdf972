// SPDX-License-Identifier: Apache-2.0

/**
 * `proven`: checked, and so it is · `failed`: checked, and it is not so · `not-yet`: nothing there to check, and nothing
 * demands it · `policy`: what is there is fine, but the asker demands more than it holds.
 */
export type ClaimState = 'proven' | 'failed' | 'not-yet' | 'policy';

export interface Claim {
  /** What is claimed: `container`, `datapackage`, `member`, `manifest`, `record`, `index`, `page`, `signature`, `time`. */
  claim: string;
  state: ClaimState;
  /** The member of the file concerned, with `#offset` for a record; null for the whole. */
  member: string | null;
  reason: string | null;
}

/** `valid`: nothing failed and the policy is met · `invalid`: a proof failed · `incomplete`: only the policy is not met. */
export interface Verification {
  verdict: 'valid' | 'invalid' | 'incomplete';
  claims: Claim[];
}

/** Collects claims and derives the verdict; a failed proof outweighs an unmet policy. */
export class Claims {
  readonly list: Claim[] = [];
  #add(claim: string, state: ClaimState, member: string | null, reason: string | null): void {
    this.list.push({ claim, state, member, reason });
  }
  proven(claim: string, member: string | null, reason: string | null = null): void {
    this.#add(claim, 'proven', member, reason);
  }
  failed(claim: string, member: string | null, reason: string): void {
    this.#add(claim, 'failed', member, reason);
  }
  notYet(claim: string, member: string | null, reason: string): void {
    this.#add(claim, 'not-yet', member, reason);
  }
  policy(claim: string, member: string | null, reason: string): void {
    this.#add(claim, 'policy', member, reason);
  }
  hasFailed(claim: string): boolean {
    return this.list.some((c) => c.claim === claim && c.state === 'failed');
  }
  verification(): Verification {
    const has = (state: ClaimState) => this.list.some((c) => c.state === state);
    return { verdict: has('failed') ? 'invalid' : has('policy') ? 'incomplete' : 'valid', claims: this.list };
  }
}
