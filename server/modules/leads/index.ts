// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import type { LeadPorts } from './ports.ts';
import { leadRoutes } from './routes.ts';

/** Leads: files of the procedure `lead` with their packet. */
export const leads = (ports: LeadPorts): ServerModule => ({
  name: 'leads',
  routes: leadRoutes(ports),
  fileKinds: [{ procedure: 'lead', page: '/console/leads/{id}' }],
});

export { type LeadCard, leadCard } from './lead-card.ts';
export { countLeadsOf, leadsOfSubject, visibleLeads } from './leads-of-subject.ts';
export { noteOnLead } from './note-on-lead.ts';
export { openLead } from './open-lead.ts';
export type { LeadPacket, NewLead } from './packet.ts';
export type { LeadPorts } from './ports.ts';
export { handOverLead, tellLead } from './tell-lead.ts';
export { withdrawLead } from './withdraw-lead.ts';
