// SPDX-License-Identifier: Apache-2.0

/** Events of leads. */
export interface LeadEvents {
  'lead.opened': { leadId: string; source: 'patrol' | 'officer' };
  'lead.withdrawn': { leadId: string };
  'lead.moved': { leadId: string; action: string; state: string; version: number };
}
