// SPDX-License-Identifier: Apache-2.0
import {
  articleMapO20ToO121,
  clocks,
  conductRules,
  consentRules,
  consumptionFactors,
  countingRules,
  departments,
  documents,
  duties,
  findInstrument,
  generalViolationRules,
  handedIn,
  movementRules,
  olderDuties,
  olderViolations,
  overlays,
  publicityFacts,
  refusalGrounds,
  secrecyRules,
  terminationGrounds,
  venueRules,
  violations,
} from '../src/index.ts';
import { matterRules } from '../src/jurisdiction/special.ts';
import rows from './rows.json' with { type: 'json' };

/** A row of the domain's law page (§1–§8) and where its facts are: `kind:id`, or `reason:why not`. */
export interface CoverageRow {
  /** Section and first cell, e.g. `2.2 complaint.accept (old)`. */
  row: string;
  in: string[];
}

export const coverageRows: readonly CoverageRow[] = rows;

const ids = (list: readonly { id: string }[]) => new Set(list.map((one) => one.id));
const SPECIALS = new Set(['penalty.live', 'penalty.cosmetics', 'penalty.drug']);

const KINDS: Record<string, (id: string) => boolean> = {
  instrument: (id) => findInstrument(id)?.tag === id,
  counting: (id) => ids(countingRules).has(id),
  clock: (id) => {
    const [name, label] = id.split('#');
    const spec = clocks.find((one) => one.id === name || one.aliases?.includes(name ?? ''));
    if (!spec) return false;
    return label === undefined || spec.rows.some((row) => row.label === label);
  },
  overlay: (id) => ids(overlays).has(id),
  venue: (id) =>
    venueRules.some((one) => (id.endsWith('.*') ? one.id.startsWith(id.slice(0, -1)) : one.id === id)),
  special: (id) => SPECIALS.has(id),
  matter: (id) => matterRules.some((one) => one.step === id),
  movement: (id) => ids(movementRules).has(id),
  duty: (id) => ids(duties).has(id),
  'older-duty': (id) => ids(olderDuties).has(id),
  violation: (id) => violations.some((one) => one.code === id),
  'violation-rule': (id) => ids(generalViolationRules).has(id),
  'older-violation': (id) => ids(olderViolations).has(id),
  department: (id) => departments.some((one) => one.code === id),
  ground: (id) => [...refusalGrounds, ...terminationGrounds].some((one) => one.code === id),
  factor: (id) => consumptionFactors.some((one) => one.code === id),
  'handed-in': (id) => ids(handedIn).has(id),
  consent: (id) => ids(consentRules).has(id),
  conduct: (id) => ids(conductRules).has(id),
  secrecy: (id) => ids(secrecyRules).has(id),
  document: (id) => ids(documents).has(id),
  publicity: (id) => ids(publicityFacts).has(id),
  map: (id) => id === 'O20-O121' && articleMapO20ToO121.length > 0,
};

/** Whether a reference points at data that exists; a reason counts as found if it gives one. */
export function referenceExists(reference: string): boolean {
  const at = reference.indexOf(':');
  const kind = reference.slice(0, at);
  const id = reference.slice(at + 1);
  if (kind === 'reason') return id.length > 20;
  return KINDS[kind]?.(id) ?? false;
}

/** The page `docs/reference/law-coverage.md`. */
export function coverageDocument(): string {
  const held = coverageRows.filter((one) => !one.in.some((ref) => ref.startsWith('reason:')));
  const lines = [
    '# What of the law is held as data',
    '',
    'Every row of the domain’s law page, §1–§8, and where its facts are in `packages/law` – or why they are not held.',
    'This page is made by `packages/law/ledger` and kept equal by its test',
    '(`YIWANG_UPDATE=1 node --test packages/law/ledger/coverage.test.ts` writes it anew).',
    '',
    `${coverageRows.length} rows, ${held.length} held as data, ${coverageRows.length - held.length} with a reason.`,
    '',
    'Certainty travels with each row: **A** read in full, **B** read in part, **M** from memory, **D** derived.',
    'Rows that are only remembered are shown as history or as settings; a finding never cites them.',
  ];
  let section = '';
  for (const one of coverageRows) {
    const at = one.row.indexOf(' ');
    const own = one.row.slice(0, at);
    if (own !== section) {
      section = own;
      lines.push('', `## §${section}`, '', '| row | held as |', '|---|---|');
    }
    const where = one.in
      .map((ref) => (ref.startsWith('reason:') ? `not held: ${ref.slice(7)}` : `\`${ref}\``))
      .join(' ');
    lines.push(`| ${one.row.slice(at + 1)} | ${where} |`);
  }
  return `${lines.join('\n')}\n`;
}

/** The keys of the law page's rows, as this file names them: section, first cell, `#n` where it repeats. */
export function rowsOfPage(markdown: string): string[] {
  const keys: string[] = [];
  const seen = new Map<string, number>();
  let section = '';
  let previous = '';
  for (const line of markdown.split('\n')) {
    const heading = /^#{2,3} (\d+(?:\.\d+)?)/.exec(line);
    if (heading) section = heading[1]!;
    const isRow = line.startsWith('|') && previous.startsWith('|') && !/^\|[-| ]+\|?$/.test(line);
    if (isRow && /^[1-8](\.|$)/.test(section)) {
      const key = `${section} ${line.slice(1).split('|')[0]!.trim().replaceAll('**', '')}`;
      const n = (seen.get(key) ?? 0) + 1;
      seen.set(key, n);
      keys.push(n > 1 ? `${key} #${n}` : key);
    }
    previous = line;
  }
  return keys;
}
