// SPDX-License-Identifier: Apache-2.0

import type { Subject, Venue } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { listSubjects } from './list-subjects.ts';
import { listVenues } from './list-venues.ts';
import type { RegistryPorts } from './ports.ts';

/** Subjects and venues as tables. */
export const registryExports = (ports: RegistryPorts): Route[] => [
  exportRoute(contracts.exportSubjects, {
    name: 'subjects',
    title: { zh: '主体', en: 'Subjects' },
    columns: [
      column<Subject>('名称', 'Name', (subject) => subject.name),
      column<Subject>('统一社会信用代码', 'Credit code', (subject) => subject.uscc),
      column<Subject>('经营场所', 'Venues', (subject) => subject.venues),
      column<Subject>('命中', 'Hits', (subject) => subject.hits),
      column<Subject>('线索', 'Leads', (subject) => subject.leads),
      column<Subject>('首次发现（北京）', 'First seen (Beijing)', (subject) =>
        inBeijing(subject.firstSeenAt),
      ),
      column<Subject>('最近发现（北京）', 'Last seen (Beijing)', (subject) => inBeijing(subject.lastSeenAt)),
    ],
    page: (tx, query) => listSubjects(tx, ports, query),
  }),
  exportRoute(contracts.exportVenues, {
    name: 'venues',
    title: { zh: '经营场所', en: 'Venues' },
    columns: [
      column<Venue>('名称', 'Name', (venue) => venue.name),
      column<Venue>('种类', 'Kind', (venue) => venue.kind),
      column<Venue>('网址', 'Address', (venue) => venue.url),
      column<Venue>('所在平台', 'Platform', (venue) => venue.platform?.name),
      column<Venue>('主体', 'Subject', (venue) => venue.subject?.name),
      column<Venue>('商品', 'Listings', (venue) => venue.listings),
      column<Venue>('命中', 'Hits', (venue) => venue.hits),
      column<Venue>('首次发现（北京）', 'First seen (Beijing)', (venue) => inBeijing(venue.firstSeenAt)),
      column<Venue>('最近发现（北京）', 'Last seen (Beijing)', (venue) => inBeijing(venue.lastSeenAt)),
    ],
    page: (tx, query) => listVenues(tx, ports, query),
  }),
];
