// SPDX-License-Identifier: Apache-2.0
import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CameraOutlined,
  CarryOutOutlined,
  CompassOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FilterOutlined,
  InboxOutlined,
  MessageOutlined,
  PhoneOutlined,
  RadarChartOutlined,
  SafetyOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import {
  getDesk,
  getOverview,
  listAudit,
  listCandidates,
  listComplaints,
  listDocuments,
  listEvidence,
  listFiles,
  listHits,
  listIndicators,
  listLaw,
  listLeads,
  listPatrols,
  listPeople,
  listPlans,
  listRules,
  listSubjects,
  type RouteContract,
  reportFind,
  takeIn,
} from '@yiwang/contracts';
import type { ComponentType } from 'react';
import type { MessageKey } from './use-text.ts';

interface Room {
  path: string;
  title: MessageKey;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** The call that the room opens with; who may not call it does not see the room. */
  needs: RouteContract;
}

/** The rail: only rooms that exist now. */
export const ROOMS: readonly Room[] = [
  { path: '/', title: 'nav.desk', icon: InboxOutlined, needs: getDesk },
  { path: '/overview', title: 'nav.overview', icon: DashboardOutlined, needs: getOverview },
  { path: '/triage', title: 'nav.triage', icon: FilterOutlined, needs: listHits },
  { path: '/leads', title: 'nav.leads', icon: CarryOutOutlined, needs: listLeads },
  { path: '/complaints', title: 'nav.filings', icon: MessageOutlined, needs: listComplaints },
  { path: '/intake', title: 'nav.intake', icon: PhoneOutlined, needs: takeIn },
  { path: '/files', title: 'nav.files', icon: SwapOutlined, needs: listFiles },
  { path: '/papers', title: 'nav.papers', icon: FileTextOutlined, needs: listDocuments },
  { path: '/find', title: 'nav.find', icon: CameraOutlined, needs: reportFind },
  { path: '/patrols', title: 'nav.patrols', icon: RadarChartOutlined, needs: listPatrols },
  { path: '/plans', title: 'nav.plans', icon: CalendarOutlined, needs: listPlans },
  { path: '/candidates', title: 'nav.candidates', icon: CompassOutlined, needs: listCandidates },
  { path: '/registry', title: 'nav.registry', icon: DatabaseOutlined, needs: listSubjects },
  { path: '/evidence', title: 'nav.evidence', icon: SafetyOutlined, needs: listEvidence },
  { path: '/rules', title: 'nav.rules', icon: FileSearchOutlined, needs: listRules },
  { path: '/indicators', title: 'nav.indicators', icon: BarChartOutlined, needs: listIndicators },
  { path: '/law', title: 'nav.law', icon: BookOutlined, needs: listLaw },
  { path: '/audit', title: 'nav.audit', icon: AuditOutlined, needs: listAudit },
  { path: '/people', title: 'nav.people', icon: TeamOutlined, needs: listPeople },
];
