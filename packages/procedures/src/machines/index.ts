// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import type { Machine } from '../machine.ts';
import { correctionV1, dataRequestV1, platformNoticeV1, reminderV1 } from './answered-files.ts';
import { assistanceV1 } from './assistance.ts';
import { complaintV1 } from './complaints/complaint.ts';
import { inquiryV1 } from './complaints/inquiry.ts';
import { reportV1 } from './complaints/report.ts';
import { crimeV1 } from './crime.ts';
import { leadV2 } from './lead.ts';
import { leadV1 } from './lead-v1.ts';
import { referralV1 } from './referral.ts';
import { transferV1 } from './transfer.ts';

/** Every version that a file may have been opened under; the last of an id is the one for new files. */
export const MACHINES: readonly Machine[] = [
  leadV1,
  leadV2,
  reminderV1,
  correctionV1,
  platformNoticeV1,
  transferV1,
  assistanceV1,
  dataRequestV1,
  referralV1,
  crimeV1,
  complaintV1,
  reportV1,
  inquiryV1,
];

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
