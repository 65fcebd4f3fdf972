// SPDX-License-Identifier: Apache-2.0
import { normalisePath, pathMatcher } from './robots-path.ts';

/** RFC 9309 §2.5: at least 500 kibibytes are read, we read exactly that many. */
export const ROBOTS_MAX_BYTES = 500 * 1024;

export interface RobotsVerdict {
  allowed: boolean;
  /** 1-based line of the rule that decided, null when no rule matched. */
  line: number | null;
  /** The deciding rule as written, e.g. `Disallow: /cart`. */
  rule: string | null;
  /** Name of the group that applied: the product token as written, `*`, or null when there is none for us. */
  group: string | null;
  /** `rule`, `no-rule`, `no-file` (4xx), `unreachable` (5xx or no answer), `robots.txt itself`. */
  reason: 'rule' | 'no-rule' | 'no-file' | 'unreachable' | 'self';
  /** Seconds, where the group names them; not part of RFC 9309, honoured all the same. */
  crawlDelay: number | null;
}

interface Rule {
  allow: boolean;
  line: number;
  text: string;
  /** Octets of the pattern: the longest match decides (§2.2.2). */
  length: number;
  matches(path: string): boolean;
}

interface Group {
  agents: string[];
  rules: Rule[];
  crawlDelay: number | null;
}

export interface RobotsFile {
  sitemaps: string[];
  judge(agent: string, url: string): RobotsVerdict;
}

// Misspellings seen in the wild count as what they mean: barring more is the polite mistake.
const KEY =
  /^\s*(user[\s-]?agent|allow|dis+al+ow|diasllow|disallaw|sitemap|site-map|crawl-?delay)\s*(?::|\s)\s*(.*)$/i;

/** The product token of a User-agent value or of a full agent string: `FooBot/2.1 (x)` → `foobot`. */
export const productToken = (text: string): string => /^[^\s/]*/.exec(text.trim())![0].toLowerCase();

/** Cuts at the size limit, at the last whole line. */
function cut(bytes: Uint8Array): string {
  const part = bytes.length > ROBOTS_MAX_BYTES ? bytes.subarray(0, ROBOTS_MAX_BYTES) : bytes;
  const text = new TextDecoder('utf-8').decode(part);
  return part === bytes ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function makeRule(allow: boolean, value: string, line: number, text: string): Rule {
  const pattern = normalisePath(value);
  return { allow, line, text, length: pattern.length, matches: pathMatcher(pattern) };
}

/**
 * Reads a robots.txt (RFC 9309). Only Allow and Disallow end the list of agents of a group; groups for the same agent
 * are merged (§2.2.1); unknown lines change nothing.
 */
export function parseRobots(bytes: Uint8Array): RobotsFile {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let current: Group | null = null;
  let open = false;
  cut(bytes)
    .split(/\r\n|\n|\r/)
    .forEach((full, index) => {
      const match = KEY.exec(full.replace(/#.*$/, ''));
      if (match === null) return;
      const key = match[1]!.toLowerCase();
      const value = match[2]!.trim();
      if (key.startsWith('user')) {
        if (!open || current === null) {
          current = { agents: [], rules: [], crawlDelay: null };
          groups.push(current);
          open = true;
        }
        current.agents.push(value);
      } else if (key.startsWith('site')) sitemaps.push(value);
      else if (current !== null && key.startsWith('crawl')) {
        const seconds = Number(value);
        if (value !== '' && Number.isFinite(seconds) && seconds >= 0) current.crawlDelay = seconds;
      } else if (current !== null) {
        open = false;
        // An empty value matches nothing, it only makes the group exist.
        if (value !== '') current.rules.push(makeRule(key === 'allow', value, index + 1, full.trim()));
      }
    });
  const merged = new Map<string, { name: string; rules: Rule[]; crawlDelay: number | null }>();
  return {
    sitemaps,
    judge(agent, url) {
      const wanted = productToken(agent);
      let found = merged.get(wanted);
      if (found === undefined) {
        found = select(groups, wanted);
        if (merged.size < 32) merged.set(wanted, found);
      }
      const parsed = new URL(url);
      const base = { group: found.name === '' ? null : found.name, crawlDelay: found.crawlDelay };
      if (parsed.pathname === '/robots.txt')
        return { allowed: true, line: null, rule: null, reason: 'self', ...base };
      const path = normalisePath(parsed.pathname + parsed.search);
      const rule = found.rules.find((r) => r.matches(path));
      return rule === undefined
        ? { allowed: true, line: null, rule: null, reason: 'no-rule', ...base }
        : { allowed: rule.allow, line: rule.line, rule: rule.text, reason: 'rule', ...base };
    },
  };
}

/** The merged group of an agent, rules longest first and Allow before Disallow at equal length: the first match decides. */
function select(groups: Group[], wanted: string): { name: string; rules: Rule[]; crawlDelay: number | null } {
  const own = groups.filter((g) => g.agents.some((a) => productToken(a) === wanted));
  const used = own.length > 0 ? own : groups.filter((g) => g.agents.some((a) => productToken(a) === '*'));
  const name =
    own.length > 0 ? own[0]!.agents.find((a) => productToken(a) === wanted)! : used.length > 0 ? '*' : '';
  const rules = used
    .flatMap((g) => g.rules)
    .sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow) || a.line - b.line);
  const delays = used.map((g) => g.crawlDelay).filter((d) => d !== null);
  return { name, rules, crawlDelay: delays.length > 0 ? Math.max(...delays) : null };
}
