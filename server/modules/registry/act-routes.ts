// SPDX-License-Identifier: Apache-2.0

import type { Subject } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { type Call, type Route, route } from '../../platform/http/route.ts';
import { createSubject } from './create-subject.ts';
import { createVenue } from './create-venue.ts';
import { creditFile } from './credit/credit-file.ts';
import { addCreditEvent, giveClass } from './credit/write-credit.ts';
import { listImports, sendErrors, takeUpload } from './import/uploads.ts';
import { likeSubjects } from './merge/like-subjects.ts';
import { mergeSubjects, undoMerger } from './merge/merge-subjects.ts';
import { splitSubject } from './merge/split-subject.ts';
import type { RegistryPorts } from './ports.ts';
import { selectSubjects, viewSubjects } from './subject-view.ts';
import { selectVenues, viewVenues } from './venue-view.ts';

/** What people do to the register: add, merge, split, judge, import. */
export const registryActs = (ports: RegistryPorts): Route[] => {
  const subject = async (tx: Tx, id: string): Promise<Subject> =>
    (await viewSubjects(tx, ports, await selectSubjects(tx, sql`where s.subject_id = ${id}`)))[0]!;
  return [
    route(contracts.createSubject, ({ app, actor, body, transact }) =>
      transact(async (tx) => subject(tx, await createSubject(tx, app.clock, actor, body))),
    ),
    route(contracts.createVenue, ({ app, actor, body, transact }) =>
      transact(async (tx) => {
        const id = await createVenue(tx, app.clock, actor, body);
        return (await viewVenues(tx, ports, await selectVenues(tx, sql`where v.venue_id = ${id}`)))[0]!;
      }),
    ),
    route(contracts.listLikeSubjects, ({ params, transact }) =>
      transact(async (tx) => ({ items: await likeSubjects(tx, ports, params.id) })),
    ),
    route(contracts.mergeSubjects, ({ app, actor, params, body, transact }) =>
      transact(async (tx) => {
        await mergeSubjects(tx, app.clock, actor, { intoId: params.id, ...body });
        return undefined;
      }),
    ),
    route(contracts.undoMerger, ({ app, actor, params, body, transact }) =>
      transact(async (tx) => {
        await undoMerger(tx, app.clock, actor, { mergerId: params.id, ...body });
        return undefined;
      }),
    ),
    route(contracts.splitSubject, ({ app, actor, params, body, transact }) =>
      transact(async (tx) =>
        subject(tx, await splitSubject(tx, app.clock, actor, { id: params.id, ...body })),
      ),
    ),
    route(contracts.getCreditFile, ({ app, params, transact }) =>
      transact((tx) => creditFile(tx, app, params.id)),
    ),
    route(contracts.addCreditEvent, ({ app, actor, params, body, transact }) =>
      transact(async (tx) => {
        await addCreditEvent(tx, app.clock, actor, { subjectId: params.id, ...body });
        return creditFile(tx, app, params.id);
      }),
    ),
    route(contracts.giveCreditClass, ({ app, actor, params, body, transact }) =>
      transact(async (tx) => {
        await giveClass(tx, app, actor, { subjectId: params.id, ...body });
        return creditFile(tx, app, params.id);
      }),
    ),
    route(contracts.listImports, ({ query, transact }) => transact((tx) => listImports(tx, query))),
    route(contracts.importFile, (call) => takeUpload(call as Call)),
    route(contracts.getImportErrors, (call) => sendErrors(call)),
  ];
};
