// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';

/** The machine's clock: the one place where the server asks for the time. */
export const systemClock: Clock = { now: () => Date.now() };
