// SPDX-License-Identifier: Apache-2.0
import { type Static, type TSchema, Type } from 'typebox';
import { listAudit } from './audit.ts';
import { listCandidates } from './candidates.ts';
import { listFiles } from './coordination.ts';
import { listTasks } from './desk.ts';
import { listDocuments } from './documents.ts';
import { listEvidence } from './evidence.ts';
import { listHits } from './hits.ts';
import { listIndicators } from './indicators.ts';
import { listLeads } from './leads.ts';
import { listPatrols } from './patrols.ts';
import { listPeople } from './people.ts';
import { listPlanTargets } from './plans.ts';
import { listSubjects, listVenues } from './registry.ts';
import type { RouteContract, Typed } from './route.ts';
import type { Query } from './types.ts';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const exporting = {
  format: Type.Enum(TABLE_FORMATS),
  /** Language of the head row; without it that of the request. */
  lang: Type.Optional(Type.Enum(['zh', 'en'] as const)),
};
type Exporting = Static<ReturnType<typeof Type.Object<typeof exporting>>>;

type ExportOf<L extends RouteContract> = RouteContract &
  Typed<Record<string, never>, Omit<Query<L>, 'cursor' | 'limit'> & Exporting, undefined, undefined>;

/**
 * The same list with the same filters, all of it, as a table: open to whom the list is open, in the same scope, and
 * recorded in the audit. CSV (RFC 4180, UTF-8 with a byte-order mark) or XLSX.
 */
function exportOf<L extends RouteContract>(list: L, id: string): ExportOf<L> {
  const {
    cursor: _,
    limit: __,
    ...filters
  } = (list.query as unknown as { properties: Record<string, TSchema> }).properties;
  return {
    id,
    method: 'GET',
    path: `${list.path}/export`,
    summary: `${list.summary} – the whole list as CSV or XLSX; recorded in the audit`,
    access: list.access,
    query: Type.Object({ ...filters, ...exporting }),
    media: 'binary',
  };
}

export const exportTasks = exportOf(listTasks, 'exportTasks');
export const exportLeads = exportOf(listLeads, 'exportLeads');
export const exportFiles = exportOf(listFiles, 'exportFiles');
export const exportDocuments = exportOf(listDocuments, 'exportDocuments');
export const exportHits = exportOf(listHits, 'exportHits');
export const exportCandidates = exportOf(listCandidates, 'exportCandidates');
export const exportPlanTargets = exportOf(listPlanTargets, 'exportPlanTargets');
export const exportPatrols = exportOf(listPatrols, 'exportPatrols');
export const exportEvidence = exportOf(listEvidence, 'exportEvidence');
export const exportSubjects = exportOf(listSubjects, 'exportSubjects');
export const exportVenues = exportOf(listVenues, 'exportVenues');
export const exportIndicators = exportOf(listIndicators, 'exportIndicators');
export const exportAudit = exportOf(listAudit, 'exportAudit');
export const exportPeople = exportOf(listPeople, 'exportPeople');
