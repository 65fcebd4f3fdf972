// SPDX-License-Identifier: Apache-2.0
import type { LawRow, LawShelf, OfficeAnswer, Reckoning, ShopView } from '@yiwang/contracts';
import type { Locale } from '../messages/index.ts';

/** What a page of the portal knows of the visit; `read-request.ts` makes it from query, cookie and header. */
export interface PortalRequest {
  /** Path without query, e.g. `/shop`. */
  path: string;
  query: Readonly<Record<string, string>>;
  locale: Locale;
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
  lookUpShop(link: string): Promise<{ ok: true; shop: ShopView } | { ok: false; code: string }>;
}

export interface PortalAnswer {
  status: number;
  html: string;
}

export interface PortalPage {
  path: string;
  page(request: PortalRequest, data: PortalData): Promise<PortalAnswer>;
}
