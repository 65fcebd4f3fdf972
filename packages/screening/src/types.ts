// SPDX-License-Identifier: Apache-2.0

/** Where a text comes from. A review or a question is no advertisement (ABS23; AD 2): rules say which sources they judge. */
export type Source = 'listing' | 'review' | 'question' | 'page' | 'live';

export const SOURCES: readonly Source[] = ['listing', 'review', 'question', 'page', 'live'];

/** The fields of a listing in which text is looked for. Attributes are named `attributes.NAME` in findings. */
export const TEXT_FIELDS = ['title', 'description', 'shop', 'category', 'ocrText', 'attributes'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export type Severity = 'info' | 'slight' | 'serious' | 'major';
export const SEVERITIES: readonly Severity[] = ['info', 'slight', 'serious', 'major'];

/** One listing as `screen` takes it; `null` equals absent. Prices are yuan. */
export interface ListingInput {
  id: string;
  title: string;
  description?: string | null;
  category?: string | null;
  shop?: string | null;
  platform?: string | null;
  price?: number | null;
  originalPrice?: number | null;
  /** `[YYYY-MM-DD, price]`, in any order. */
  priceHistory?: [string, number][] | null;
  /** The legal day on which it was seen, `YYYY-MM-DD`. Default: the last date of `priceHistory`, else today. */
  observedOn?: string | null;
  source?: Source | null;
  ocrText?: string | null;
  attributes?: Record<string, string> | null;
  /** Division code, for overlays by region. */
  region?: string | null;
}

export type Certainty = 'A' | 'B' | 'M' | 'D';

/** A row of law that a rule rests on; `from`/`to` are inclusive legal days. */
export interface Basis {
  instrument: string;
  article: string;
  from?: string | null;
  to?: string | null;
  certainty: Certainty;
}

export interface Finding {
  rule: string;
  label: string;
  severity: Severity;
  /** 0–1, two decimals. */
  confidence: number;
  field: string;
  /** UTF-16 offsets into the field as given, end exclusive. */
  start: number;
  end: number;
  /** The slice of the field as given. */
  text: string;
  /** The folds that were needed to see it, cheapest first; empty when it stands there plainly. */
  folds: string[];
  why: string;
  whyEn: string;
  basis: { instrument: string; article: string; certainty: Certainty }[];
}

export interface ScreenResult {
  id: string;
  /** Codes with a finding of at least slight and confidence ≥ 0.5. */
  labels: string[];
  /** 0–1: how likely the listing is worth an officer's look, weighed by severity. */
  risk: number;
  findings: Finding[];
  /** Findings of packs that run in shadow: recorded, never shown as hits. Absent when there is none. */
  shadow?: Finding[];
}

export interface Bilingual {
  zh: string;
  en: string;
}

/** How far a term may be folded; see docs/reference/rule-packs.md. */
export type FoldLevel = 'plain' | 'cheap' | 'split' | 'sound' | 'far' | 'auto';
export const FOLD_LEVELS: readonly FoldLevel[] = ['plain', 'cheap', 'split', 'sound', 'far', 'auto'];

/** A term as the author writes it; a string is the same with all defaults. `@name` takes in a vocabulary, `{a|b}` spells alternatives. */
export interface TermSpec {
  t: string;
  fold?: FoldLevel;
  /** Also the initials of its pinyin, as a word of its own (高仿 → GF). */
  initials?: boolean;
  /** Latin terms: only as a whole word. Default true for Latin terms. */
  word?: boolean;
}
export type Terms = (string | TermSpec)[];

/** See docs/reference/rule-packs.md for each kind. A string `#name` is a condition defined in a pack's `contexts`. */
export type Condition =
  | string
  | { near: Terms; within?: number; sameClause?: boolean }
  | { before: Terms; within?: number; sameClause?: boolean }
  | { after: Terms; within?: number; sameClause?: boolean }
  | { inside: Terms }
  | { field: Terms }
  | { listing: Terms; in?: TextField[] }
  | { category: Terms }
  | { price: { min?: number; max?: number } }
  | { attribute: { name?: Terms; value?: Terms } }
  | { number: string | string[] }
  | { source: Source[] }
  | { quoted: 'title' | 'any' }
  | { anchorIn: TextField[] }
  | { folded: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export interface Sign {
  terms?: Terms;
  in?: TextField[];
  if?: Condition;
  weight: number;
}

export type PriceCheck =
  | { kind: 'above-lowest'; days: number; tolerance?: number }
  | { kind: 'raise-then-cut'; days: number; ratio: number };

interface ClauseBase {
  confidence?: number;
  require?: Condition[];
  unless?: Condition[];
}
/** What starts a finding. */
export type Clause = ClauseBase &
  (
    | { terms: Terms; fold?: FoldLevel }
    | { regex: string; hints: Terms }
    | { signs: Sign[]; threshold?: number }
    | { priceHistory: PriceCheck }
  );

export type Example = string | (Partial<ListingInput> & { title: string });

export interface Rule {
  id: string;
  label: string;
  severity: Severity;
  /** Base confidence of a plain match, default 0.9. */
  confidence?: number;
  title: Bilingual;
  /** How a merchant mends it; shown in the self-check. */
  advice?: Bilingual;
  basis: Basis[];
  note: string;
  inForce: { from: string; to: string | null };
  /** Default listing, page, live. */
  sources?: Source[];
  /** Default title, description, ocrText, attributes, shop. */
  fields?: TextField[];
  match: Clause[];
  require?: Condition[];
  unless?: Condition[];
  /** The contexts `#negation` and `#quote` cancel a finding unless this is false. */
  defaultContexts?: boolean;
  adjust?: { if: Condition; severity?: Severity; confidence?: number }[];
  /** Weight in `risk`, default 1. */
  weight?: number;
  /** Labels beside which this rule's finding is no offence of its own: it stays a finding, but gives no label. */
  yieldsTo?: string[];
  examples: { positive: Example[]; negative: Example[] };
}

export interface RulePack {
  pack: string;
  title: Bilingual;
  /** Division code whose listings it overlays; absent: everywhere. */
  region?: string;
  /** `shadow` computes without showing. Default on. */
  mode?: 'on' | 'shadow' | 'off';
  /** Share of listings (by a digest of their id) it is applied to, 0–1. Default 1. */
  share?: number;
  vocabularies: Record<string, Terms>;
  contexts: Record<string, Condition>;
  /** Texts of lawful listings: they tell which words are common, so that the rarer ones are looked for first. */
  ordinary: readonly string[];
  rules: Rule[];
}
