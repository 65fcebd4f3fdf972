// SPDX-License-Identifier: Apache-2.0
import {
  crawl,
  createFetcher,
  createPictureReader,
  createPoliteness,
  createRenderDecider,
  createResourceCache,
  createTrapGuard,
  type Exchange,
  memoryFrontier,
  type Politeness,
  type RequestLog,
  readSitemaps,
  siteScope,
} from '@yiwang/collector';
import { canonicalJson } from '@yiwang/kernel';
import { type Engine, LABEL_CONFIDENCE, type VenuePack } from '@yiwang/screening';
import { makeRenderer } from '../browser.ts';
import { contact, machineClock, USER_AGENT } from '../software.ts';
import { EvidenceFolder } from './evidence-folder.ts';
import { type JudgedListing, type JudgedPage, type JudgeTools, judgePage } from './judge-page.ts';
import type { PatrolReport, ReportPicture } from './patrol-report.ts';
import { VenueWatch } from './venue-watch.ts';

export interface PatrolOptions {
  site: string;
  out: string;
  maxPages: number;
  rate: number;
  render: 'auto' | 'never' | 'always';
  /** Read words and codes in pictures of licences and of descriptions. */
  pictures: boolean;
  allowAddresses: string[];
  engine: Engine;
  /** Rules about the site as a whole. */
  venuePacks: readonly VenuePack[];
  signal: AbortSignal;
  onProgress?: (counts: { pages: number; listings: number; findings: number; waiting: number }) => void;
}

/** Suspicious teasers whose own page may still come; beyond it the oldest is judged where it was seen. */
const MAX_PENDING = 300;
const PAGE = /html|xml|text\/plain|^$/i;

/** Only what counts as a label is sealed; a mention is reported without evidence. */
const isLabelled = (listing: JudgedListing): boolean => listing.result.labels.length > 0;

/** Visits a site without any database: collect, extract, screen, seal. Partial when `signal` aborts. */
export async function runPatrol(
  options: PatrolOptions,
): Promise<{ report: PatrolReport; pictures: ReportPicture[] }> {
  const { site, signal } = options;
  const report: PatrolReport = {
    site,
    startedAt: new Date(machineClock.now()).toISOString(),
    endedAt: '',
    stopped: 'done',
    interrupted: false,
    userAgent: '',
    rate: options.rate,
    requests: [],
    barred: [],
    failed: [],
    pages: 0,
    operators: [],
    listings: [],
    findings: [],
    pictures: [],
    evidence: [],
    notes: [],
  };
  const verdicts = new Map<string, string>();
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    contact: contact(),
    clock: machineClock,
    allowAddresses: options.allowAddresses,
    log: (line: RequestLog) => {
      report.requests.push({
        url: line.url,
        status: line.status,
        at: new Date(line.at).toISOString(),
        bytes: line.bytes,
        ms: line.ms,
        robots: line.ground === 'robots' ? 'robots.txt' : (verdicts.get(line.url) ?? 'allowed'),
        ground: line.ground,
        ...(line.error ? { error: line.error } : {}),
      });
      verdicts.delete(line.url);
    },
  });
  report.userAgent = fetcher.userAgent;
  const polite = createPoliteness({ fetcher, clock: machineClock, rate: options.rate });
  const politeness: Politeness = {
    ...polite,
    judge: async (url, abort) => {
      const verdict = await polite.judge(url, abort);
      verdicts.set(
        url,
        verdict.rule === null ? `allowed: ${verdict.reason}` : `line ${verdict.line}: ${verdict.rule}`,
      );
      if (verdicts.size > 10_000) verdicts.clear();
      return verdict;
    },
  };
  const renderer = makeRenderer(fetcher, { totalMs: 60_000 });
  const tools: JudgeTools = {
    engine: options.engine,
    politeness,
    fetcher,
    pictures: options.pictures ? createPictureReader() : null,
    renderer,
    decider: createRenderDecider(),
    cache: createResourceCache(),
    render: options.render,
    signal,
    noBrowser: null,
  };
  const evidence = new EvidenceFolder(options.out, tools, fetcher.userAgent);
  const frontier = memoryFrontier({ clock: machineClock, readyAt: politeness.readyAt, perHost: 4 });
  const scope = siteScope([site]);
  const known = new Set<string>();
  const operators = new Set<string>();
  const teasers = new Map<string, { page: JudgedPage; listing: JudgedListing }>();
  const venue = new VenueWatch(site, options.venuePacks, machineClock.now());

  const addOperators = (page: JudgedPage) => {
    for (const operator of page.facts.operators) {
      const key = canonicalJson(operator);
      if (operators.has(key)) continue;
      operators.add(key);
      report.operators.push({ ...operator, page: page.url });
    }
  };
  const addListings = async (page: JudgedPage, listings: JudgedListing[], seal: boolean): Promise<void> => {
    const fresh = listings.filter(({ key }) => !known.has(key));
    for (const { key } of fresh) {
      known.add(key);
      teasers.delete(key);
    }
    const labelled = fresh.filter(isLabelled);
    const texts = labelled.flatMap((l) => l.result.findings);
    const file =
      seal || labelled.length > 0 ? await evidence.seal(page, seal ? 'first page' : 'finding', texts) : null;
    for (const { listing, result } of fresh) {
      report.listings.push({ ...listing, page: page.url });
      for (const finding of result.findings)
        report.findings.push({
          ...finding,
          page: page.url,
          listing: listing.title,
          evidence: result.labels.includes(finding.label) ? file : null,
        });
    }
  };
  const onPage = async (exchange: Exchange, entry: { depth: number }) => {
    if (!PAGE.test(exchange.headers['content-type'] ?? '')) return null;
    report.pages++;
    const isFirst = report.pages === 1;
    const page = await judgePage(
      tools,
      exchange,
      (listings) => isFirst || listings.some((l) => l.own && isLabelled(l) && !known.has(l.key)),
    );
    const named = operators.size;
    addOperators(page);
    for (const { url, role, text, codes } of page.words)
      report.pictures.push({ page: page.url, url: url.slice(0, 2000), role, text, codes });
    venue.add(page, entry.depth);
    const before = known.size;
    let met = 0;
    await addListings(
      page,
      page.listings.filter((l) => l.own),
      isFirst,
    );
    for (const listing of page.listings)
      if (!listing.own && !known.has(listing.key) && !teasers.has(listing.key)) {
        // Only a suspicious one keeps its page in memory.
        teasers.set(listing.key, { page: isLabelled(listing) ? page : light(page), listing });
        met++;
        if (teasers.size > 20 * MAX_PENDING) await settleTeasers(MAX_PENDING);
      }
    const nofollow = page.facts.robotsMeta.includes('nofollow');
    const links = nofollow
      ? []
      : [...page.facts.links, ...(page.facts.canonical ? [page.facts.canonical] : [])];
    // Goods on their own page are worth the visit, although a list has shown them before.
    return { links, fresh: known.size - before + met + operators.size - named };
  };
  /** Teasers whose own page did not come are judged where they were seen. */
  const settleTeasers = async (keep: number): Promise<void> => {
    const pages = new Map<JudgedPage, JudgedListing[]>();
    for (const [key, { page, listing }] of teasers) {
      if (teasers.size <= keep) break;
      teasers.delete(key);
      pages.set(page, [...(pages.get(page) ?? []), listing]);
    }
    for (const [page, listings] of pages) await addListings(page, listings, false);
  };

  /** The site as a whole; what is absent is looked for a second time before it is said. */
  const judgeVenue = async (): Promise<void> => {
    if (venue.judge().some(({ finding }) => finding.field === 'display')) {
      const { host } = new URL(site);
      if ((await politeness.judge(site, signal)).allowed) {
        await politeness.turn(host, signal);
        const again = await fetcher.fetch(site, { ground: 'visit', signal });
        if (again.status === 200) venue.lookAgain(await judgePage(tools, again, () => false));
      }
    }
    const files = new Map<JudgedPage, string>();
    for (const { finding, page } of venue.judge()) {
      const counts = finding.severity !== 'info' && finding.confidence >= LABEL_CONFIDENCE;
      if (counts && page !== null && !files.has(page))
        files.set(page, await evidence.seal(page, 'finding about the site', [finding]));
      const { url, ...rest } = finding;
      report.findings.push({
        ...rest,
        page: url,
        listing: venue.name,
        evidence: counts && page !== null ? files.get(page)! : null,
      });
    }
  };

  let timer: NodeJS.Timeout | undefined;
  if (options.onProgress) {
    const tell = async () => {
      const { waiting } = await frontier.state();
      options.onProgress?.({
        pages: report.pages,
        listings: known.size,
        findings: report.findings.length,
        waiting,
      });
    };
    timer = setInterval(() => void tell(), 500);
  }
  try {
    await frontier.add([{ url: site, depth: 0, ground: 'seed', from: null }]);
    const stepTools = { fetcher, politeness, clock: machineClock, scope, signal };
    let named = false;
    const summary = await crawl({
      ...stepTools,
      frontier,
      maxPages: options.maxPages,
      concurrency: 4,
      traps: createTrapGuard(),
      onPage,
      onStep: async (step) => {
        if (step.outcome.kind === 'barred')
          report.barred.push({ url: step.entry.url, reason: step.outcome.reason });
        if (step.outcome.kind === 'failed')
          report.failed.push({ url: step.entry.url, reason: step.outcome.reason });
        if (named || step.exchange === null || step.exchange.status === 0) return;
        named = true;
        await frontier.add(await readSitemaps(new URL(site).origin, stepTools));
      },
    });
    if (!signal.aborted) {
      await settleTeasers(0);
      await judgeVenue();
    }
    report.interrupted = summary.stopped === 'stopped';
    report.stopped = summary.stopped === 'stopped' ? 'limit' : summary.stopped;
    if (report.pages === 0) report.stopped = 'error';
  } catch (error) {
    if (!signal.aborted) throw error;
    report.interrupted = true;
    report.stopped = 'limit';
  } finally {
    clearInterval(timer);
    await tools.pictures?.close();
    await renderer.close();
    await fetcher.close();
  }
  if (tools.noBrowser !== null) report.notes.push(`no pictures: ${tools.noBrowser}`);
  report.evidence = evidence.list;
  report.endedAt = new Date(machineClock.now()).toISOString();
  return { report, pictures: evidence.pictures };
}

/** A page without its bytes, for listings nobody will need evidence of. */
function light(page: JudgedPage): JudgedPage {
  const empty = new Uint8Array(0);
  return {
    ...page,
    exchange: { ...page.exchange, body: empty, wireBody: empty },
    facts: { ...page.facts, listings: [], text: '', links: [] },
    rendering: null,
    pictures: [],
    words: [],
    listings: [],
  };
}
