// SPDX-License-Identifier: Apache-2.0
// npm test draws the same cases every time, so that red means that something changed; FC_SEED draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20100701) });
