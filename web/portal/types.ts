// SPDX-License-Identifier: Apache-2.0
import type {
  ComplaintBody,
  Filed,
  FilingStatus,
  InquiryBody,
  LawRow,
  LawShelf,
  OfficeAnswer,
  OfficeFinding,
  Reckoning,
  ReportBody,
  SelfCheckAnswer,
  SelfCheckBody,
  ShopView,
} from '@yiwang/contracts';
import type { PortalLocale } from '../messages/index.ts';

/** What a page of the portal knows of the visit; `read-request.ts` makes it from query, cookie and header. */
export interface PortalRequest {
  /** Path without query, e.g. `/shop`. */
  path: string;
  query: Readonly<Record<string, string>>;
  locale: PortalLocale;
  method: 'GET' | 'POST';
  /** What a form sent; a field may come several times. */
  form: Readonly<Record<string, readonly string[]>>;
  /** Receipt code that the visitor opened, kept in a cookie for half an hour so that it stands in no address. */
  receipt: string | null;
  /** Large-type mode (24/36). */
  large: boolean;
  /** Demonstration instance: every page says so. */
  demo: boolean;
}

/** A refusal by its code of the error catalogue. */
export interface Refused {
  ok: false;
  code: string;
}

/** What the server hands in: the portal itself reaches no database. */
export interface PortalData {
  /** A shelf of the law as it reads on a day (today where none is given). */
  listLaw(
    shelf: LawShelf,
    q: string,
    on: string,
  ): Promise<{ ok: true; rows: LawRow[]; on: string } | Refused>;
  reckonDue(ask: {
    procedure: string;
    clock: string;
    from: string;
  }): Promise<{ ok: true; answer: Reckoning } | Refused>;
  findOffice(ask: Record<string, string>): Promise<{ ok: true; answer: OfficeAnswer } | Refused>;
  /** Draft of this browser; writing sets its cookie. */
  readDraft(): Promise<string | null>;
  saveDraft(content: string): Promise<void>;
  forgetDraft(): Promise<void>;
  /** Files that came with the form: handed in before filing, one ticket each. */
  handIn(): Promise<HandedIn>;
  findFilingOffice(ask: object): Promise<{ ok: true; finding: OfficeFinding } | Refused>;
  file(
    kind: 'complaint' | 'report' | 'inquiry',
    body: ComplaintBody | ReportBody | InquiryBody,
    key: string,
  ): Promise<{ ok: true; filed: Filed } | Refused>;
  status(receipt: string): Promise<{ ok: true; status: FilingStatus } | Refused>;
  /** Something that the holder of a receipt does: `messages`, `withdraw`, `rating`. */
  actAsFiler(receipt: string, what: string, body: object): Promise<{ ok: true } | Refused>;
  addProof(receipt: string): Promise<{ ok: true } | Refused>;
  /** Whether the file that came with the form was handed in with the filing. */
  checkProof(
    receipt: string,
  ): Promise<{ ok: true; known: boolean; name: string | null; receivedAt: string | null } | Refused>;
  /** What an inspector would see in a listing; nothing of it is kept. */
  selfCheck(listing: SelfCheckBody): Promise<{ ok: true; answer: SelfCheckAnswer } | Refused>;
  lookUpShop(link: string): Promise<{ ok: true; shop: ShopView } | { ok: false; code: string }>;
}

export type HandedIn =
  | { ok: true; items: { ticket: string; name: string; type: string; bytes: number; sha256: string }[] }
  | { ok: false; code: string; reason: string };

export interface PortalAnswer {
  status: number;
  html: string;
  /** Go on there instead (303): after a form was taken, so that going back sends nothing twice. */
  redirect?: string;
  /** Keeps (or, empty, forgets) the receipt code in its cookie. */
  receipt?: string;
}

export interface PortalPage {
  path: string;
  page(request: PortalRequest, data: PortalData): Promise<PortalAnswer>;
}
