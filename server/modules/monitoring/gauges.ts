// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { ModuleGauge } from '../../platform/module.ts';

/** What whoever runs the service watches of the patrols. */
export const monitoringGauges: ModuleGauge[] = [
  {
    name: 'yiwang_patrols_running',
    help: 'patrols that are neither ended nor stopped',
    read: sql<number>`(select count(*) from patrols where ended_at is null and stopped_at is null)`,
  },
  {
    name: 'yiwang_frontier_waiting',
    help: 'addresses that may be visited now',
    read: sql<number>`(select count(*) from frontier where done_at is null and not_before <= now())`,
  },
  {
    name: 'yiwang_finds_waiting',
    help: 'own finds that are not captured yet',
    read: sql<number>`(select count(*) from frontier where purpose = 'find' and done_at is null)`,
  },
  {
    name: 'yiwang_hosts_paused',
    help: 'hosts that are left alone for a while after faults',
    read: sql<number>`(select count(*) from hosts where paused_until > now())`,
  },
  {
    name: 'yiwang_hits_open',
    help: 'hits without a verdict',
    read: sql<number>`(select count(*) from hits where verdict_id is null)`,
  },
];
