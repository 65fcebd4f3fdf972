// SPDX-License-Identifier: Apache-2.0

/** A price as shown: `amount` (the lower end of a range) up to `max`, in units of `currency` (ISO 4217), not in cents. */
export interface Money {
  amount: number;
  max?: number;
  currency: string;
}
