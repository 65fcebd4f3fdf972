// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import { permitKindOf, venueSigns } from '@yiwang/extraction';
import { canonicalJson, legalDay, parseUscc } from '@yiwang/kernel';
import { emarkIsDuty } from '@yiwang/law';
import {
  evaluateVenue,
  nameKey,
  type VenueFacts,
  type VenueFinding,
  type VenuePack,
} from '@yiwang/screening';
import type { JudgedPage } from './judge-page.ts';

/** Pages kept whole as evidence of what they show; a site with more different footers is told by the first. */
const MAX_KEPT = 12;

/** Collects what the pages of a site say of its operator, and judges the site as a whole when the visit ends. */
export class VenueWatch {
  readonly #packs: readonly VenuePack[];
  readonly #facts: VenueFacts;
  readonly #kept = new Map<string, JudgedPage>();
  readonly #seen = new Set<string>();
  #main: JudgedPage | null = null;

  constructor(site: string, packs: readonly VenuePack[], now: number) {
    const { host } = new URL(site);
    this.#packs = packs;
    this.#facts = {
      id: host,
      kind: 'site',
      host,
      name: host,
      observedOn: legalDay(now),
      looks: 1,
      mainPage: site,
      reach: false,
      trades: 0,
      shown: [],
      emarks: [],
      licenceLinks: [],
      declarations: [],
      individual: null,
      goods: [],
      registered: null,
      codes: {},
      twins: [],
      emarkDuty: false,
    };
  }

  get name(): string {
    return this.#facts.name;
  }

  /** Takes in a page; `clicks` are links from the first page. */
  add(page: JudgedPage, clicks: number): void {
    const facts = this.#facts;
    const signs = venueSigns(page.facts);
    if (this.#main === null) {
      this.#main = page;
      facts.mainPage = page.url;
      facts.name = page.facts.title || facts.host;
    }
    // Shops on a platform speak for themselves, not for the site.
    const shops = new Set(
      page.facts.listings.flatMap(({ shop, seller }) => [shop, seller]).map((name) => nameKey(name ?? '')),
    );
    const shown =
      signs.kind === 'shop' ? [] : signs.shown.filter((one) => !shops.has(nameKey(one.name ?? '-')));
    facts.reach ||= signs.reach;
    facts.trades += signs.trades;
    for (const listing of page.facts.listings) {
      const kind = permitKindOf(`${listing.title}\n${listing.category ?? ''}`);
      if (kind !== null && facts.goods.length < 1000)
        facts.goods.push({ kind, title: listing.title, url: listing.url ?? page.url });
    }
    if (page === this.#main) facts.individual = signs.individual;
    this.#unite(facts.declarations, signs.declarations);
    this.#unite(facts.licenceLinks, signs.licenceLinks);
    for (const mark of signs.emarks)
      if (!facts.emarks.some(({ url }) => url === mark.url)) facts.emarks.push(mark);
    for (const one of shown) {
      const key = canonicalJson({ ...one, url: '' });
      const before = facts.shown.find(
        (other) =>
          canonicalJson({ ...other, url: '', clicks: 0 }) === canonicalJson({ ...one, url: '', clicks: 0 }),
      );
      if (before) {
        if (clicks < (before.clicks ?? Infinity)) Object.assign(before, { clicks, url: one.url });
      } else if (facts.shown.length < 200) facts.shown.push({ ...one, clicks });
      if (!this.#seen.has(key) && this.#kept.size < MAX_KEPT) this.#kept.set(urlKey(page.url), page);
      this.#seen.add(key);
    }
  }

  /** What a page still shows on a second look at it. */
  lookAgain(page: JudgedPage): void {
    this.#facts.looks += 1;
    this.add(page, 0);
    this.#main = page;
  }

  #unite(into: string[], more: readonly string[]): void {
    for (const one of more) if (!into.includes(one) && into.length < 50) into.push(one);
  }

  /** Findings with the page that is their evidence; null where that page was not kept. */
  judge(): { finding: VenueFinding; page: JudgedPage | null }[] {
    if (this.#main === null) return [];
    const facts = this.#facts;
    const codes = facts.shown.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
    const duty = codes.some((code) => {
      const parsed = parseUscc(code);
      return parsed.ok && emarkIsDuty(parsed.value.division, facts.observedOn);
    });
    return evaluateVenue(this.#packs, { ...facts, emarkDuty: duty }).findings.map((finding) => ({
      finding,
      page:
        urlKey(finding.url) === urlKey(this.#main!.url)
          ? this.#main
          : (this.#kept.get(urlKey(finding.url)) ?? this.#main),
    }));
  }
}
