// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import type { Machine } from '../machine.ts';
import { complaintV1 } from './complaints/complaint.ts';
import { inquiryV1 } from './complaints/inquiry.ts';
import { reportV1 } from './complaints/report.ts';
import { leadV1 } from './lead.ts';

/** Every version that a file may have been opened under; the last of an id is the one for new files. */
export const MACHINES: readonly Machine[] = [leadV1, complaintV1, reportV1, inquiryV1];

/**
 * The machine of a file.
 * @param version the version under which the file was opened; without it, the newest
 * @throws AppError `machine_unknown` – data newer than the code
 */
export function machineOf(id: string, version?: number): Machine {
  const found = MACHINES.findLast((m) => m.id === id && (version === undefined || m.version === version));
  if (!found) throw failed('machine_unknown', `no procedure ${id} v${version ?? 'newest'}`);
  return found;
}
