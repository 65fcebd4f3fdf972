// SPDX-License-Identifier: Apache-2.0

/** Events of files between offices. */
export interface CoordinationEvents {
  'file.opened': { fileId: string; procedure: string; leadId: string };
  'file.moved': { fileId: string; procedure: string; action: string; state: string; version: number };
}
