// SPDX-License-Identifier: Apache-2.0
import { caseClocks, caseEndClocks } from './case.ts';
import { complaintClocks } from './complaint.ts';
import { keepingClocks, liveAndReturnClocks } from './keeping.ts';
import type { ClockSpec } from './model.ts';
import { movementClocks } from './movement.ts';
import { platformClocks } from './platform.ts';
import { publishClocks } from './publish.ts';
import { remedyClocks } from './remedy.ts';
import { reportClocks } from './report.ts';

/** Every clock of the source's §2.2–§2.7, in its order. */
export const clocks: readonly ClockSpec[] = [
  ...complaintClocks,
  ...reportClocks,
  ...movementClocks,
  ...caseClocks,
  ...caseEndClocks,
  ...remedyClocks,
  ...publishClocks,
  ...platformClocks,
  ...keepingClocks,
  ...liveAndReturnClocks,
];
