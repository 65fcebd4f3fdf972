// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import { withActor } from '../../platform/database/actor.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { enterFiles, keepFiles } from './attachments/keep-attachments.ts';
import { readMultipart } from './attachments/read-multipart.ts';
import { halvesOfComplaint, halvesOfInquiry, halvesOfReport } from './filing/paper.ts';
import { say } from './handling/talk.ts';
import { findOffice } from './offices/find-office.ts';
import type { FilingPorts } from './ports.ts';
import { provenFile, rate, withdraw } from './public/act-as-filer.ts';
import { forgetDraft, readDraft, saveDraft } from './public/drafts.ts';
import { filePaper, takingIn } from './public/file-paper.ts';
import { forgetStatuses, keepStatus, keptStatus } from './public/kept-statuses.ts';
import { createMeter } from './public/slow-down.ts';
import { byReceipt, statusOf, WRONG_CODES } from './public/status.ts';
import { readReceipt } from './receipt-code.ts';

const HOUR = 3_600_000;

/** What everybody may do: file, ask where it goes, hand in proof, follow it with the receipt code. */
export function publicRoutes(ports: FilingPorts): Route[] {
  const filings = new WeakMap<object, ReturnType<typeof createMeter>>();
  const meterOf = (app: { settings: { filingsPerHour: number } }) => {
    const known = filings.get(app);
    if (known) return known;
    const made = createMeter(app.settings.filingsPerHour, HOUR, 'filing_flood');
    filings.set(app, made);
    return made;
  };
  const wrong = createMeter(WRONG_CODES, 10 * 60_000, 'too_many_attempts');
  const drafts = createMeter(300, HOUR, 'filing_flood');
  const proofs = createMeter(120, HOUR, 'filing_flood');
  return [
    route(contracts.fileComplaint, (call) =>
      filePaper<contracts.ComplaintBody>(
        call,
        ports,
        meterOf(call.app),
        contracts.fileComplaint,
        halvesOfComplaint,
      ),
    ),
    route(contracts.fileReport, (call) =>
      filePaper<contracts.ReportBody>(call, ports, meterOf(call.app), contracts.fileReport, halvesOfReport),
    ),
    route(contracts.fileInquiry, (call) =>
      filePaper<contracts.InquiryBody & { attachments?: string[] }>(
        call,
        ports,
        meterOf(call.app),
        contracts.fileInquiry,
        halvesOfInquiry,
      ),
    ),
    route(contracts.findFilingOffice, ({ body, app }) =>
      withActor(app.db, takingIn, (tx) =>
        findOffice(tx, app, ports, { ...body, on: body.on ?? legalDay(app.clock.now()) }),
      ),
    ),
    route(contracts.handInProof, async ({ app, address, request }) => {
      proofs.spend(address, app.clock.now());
      const files = await keepFiles(app, (await readMultipart(request)).files);
      const entered = await withActor(app.db, takingIn, (tx) =>
        enterFiles(tx, app, files, { paperId: null, side: 'filer' }),
      );
      return {
        items: entered.map(({ ticket, file }) => ({
          ticket,
          name: file.name,
          type: file.type,
          bytes: file.bytes,
          sha256: file.sha256,
        })),
      };
    }),
    route(contracts.saveDraft, ({ body, app, address }) => {
      if (!body.token) drafts.spend(address, app.clock.now());
      return withActor(app.db, takingIn, (tx) => saveDraft(tx, app, body.token ?? null, body.content));
    }),
    route(contracts.readDraft, ({ body, app }) =>
      withActor(app.db, takingIn, (tx) => readDraft(tx, body.token)),
    ),
    route(contracts.forgetDraft, async ({ body, app }) => {
      await withActor(app.db, takingIn, (tx) => forgetDraft(tx, body.token));
      return undefined;
    }),
    route(contracts.getFilingStatus, async ({ params, app, address, locale }) => {
      const key = `${readReceipt(params.receipt) ?? ''} ${locale}`;
      const known = keptStatus(key);
      if (known !== null && wrong.used(address, app.clock.now()) < WRONG_CODES) return known;
      return byReceipt(app, wrong, { address, receipt: params.receipt }, async (tx, paper) =>
        keepStatus(key, await statusOf(tx, app, paper, locale)),
      );
    }),
    route(contracts.writeAsFiler, ({ params, body, app, address, locale }) =>
      byReceipt(app, wrong, { address, receipt: params.receipt }, async (tx, paper) => {
        await say(tx, app, takingIn, (paper.filings[body.item] ?? paper.filings[0]!).id, {
          side: 'filer',
          text: body.text,
        });
        return statusOf(tx, app, paper, locale);
      }),
    ),
    route(contracts.withdrawFiling, ({ params, body, app, address, locale }) =>
      byReceipt(app, wrong, { address, receipt: params.receipt }, async (tx, paper) => {
        await withdraw(tx, app, paper, body.item, body.note?.trim() || null);
        return statusOf(tx, app, paper, locale);
      }),
    ),
    route(contracts.rateFiling, ({ params, body, app, address, locale }) =>
      byReceipt(app, wrong, { address, receipt: params.receipt }, async (tx, paper) => {
        await rate(tx, app, paper, body.item, { stars: body.stars, note: body.note?.trim() || null });
        return statusOf(tx, app, paper, locale);
      }),
    ),
    route(contracts.addProof, async ({ params, app, address, locale, request }) => {
      proofs.spend(address, app.clock.now());
      const given = await readMultipart(request);
      return byReceipt(app, wrong, { address, receipt: params.receipt }, async (tx, paper) => {
        const files = await keepFiles(app, given.files);
        await enterFiles(tx, app, files, { paperId: paper.paperId, side: 'filer' });
        forgetStatuses();
        return statusOf(tx, app, paper, locale);
      });
    }),
    route(contracts.checkProof, ({ params, body, app, address }) =>
      byReceipt(app, wrong, { address, receipt: params.receipt }, (tx, paper) =>
        provenFile(tx, paper, body.sha256),
      ),
    ),
  ];
}
