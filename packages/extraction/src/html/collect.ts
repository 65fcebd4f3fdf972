// SPDX-License-Identifier: Apache-2.0

import { decodeEntities } from './entities.ts';
import { BLOCK, elementBits, nameHash, RAW, SPACED, UNSEEN } from './names.ts';
import { Resolver } from './resolve-url.ts';
import { SPACE, type Tape, TEXT } from './tape.ts';
import { collapse, TextSink } from './text-sink.ts';

const h = nameHash;
const E = {
  html: h('html'),
  body: h('body'),
  title: h('title'),
  base: h('base'),
  meta: h('meta'),
  link: h('link'),
  a: h('a'),
  area: h('area'),
  iframe: h('iframe'),
  frame: h('frame'),
  script: h('script'),
  img: h('img'),
  td: h('td'),
  th: h('th'),
  svg: h('svg'),
  noscript: h('noscript'),
  template: h('template'),
  input: h('input'),
};
const A = {
  href: h('href'),
  src: h('src'),
  style: h('style'),
  hidden: h('hidden'),
  itemscope: h('itemscope'),
  typeof: h('typeof'),
  lang: h('lang'),
  xmlLang: h('xml:lang'),
  rel: h('rel'),
  name: h('name'),
  property: h('property'),
  itemprop: h('itemprop'),
  content: h('content'),
  httpEquiv: h('http-equiv'),
  type: h('type'),
  id: h('id'),
  alt: h('alt'),
  hreflang: h('hreflang'),
  value: h('value'),
};

export interface ScriptAt {
  node: number;
  type: string;
  id: string;
}

/** What one walk over the tape finds. */
export interface Collected {
  tape: Tape;
  resolver: Resolver;
  title: string;
  language: string;
  canonical: string | null;
  links: string[];
  nofollow: string[];
  /** Lower-cased name/property → contents in order. */
  metas: Map<string, string[]>;
  /** Scripts with content. */
  scripts: ScriptAt[];
  scriptCount: number;
  text: string;
  /** Text that is in the page and not shown. */
  hiddenText: string;
  /** Alternative texts of pictures. */
  alts: string[];
  /** Link targets as written, with the link's node. */
  anchors: { href: string; node: number; url: string }[];
  /** Targets of `tel:` and `mailto:` links. */
  tels: string[];
  mails: string[];
  hasItemscope: boolean;
  hasTypeof: boolean;
  /** Level-one headings that are shown. */
  h1s: number[];
  /** Node ranges that are not shown, in order: from, to, from, to … */
  hidden: number[];
  /** Fields of forms by name, hidden ones too: shops keep the code of the goods there. */
  fields: Map<string, string>;
}

const HIDDEN_STYLE = /(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const LINK_RELS = /(?:^|\s)(?:next|prev|canonical|alternate|index|contents|start|first|last|up)(?:\s|$)/i;
const MAX_LINKS = 20_000;

export function collect(tape: Tape, url: string): Collected {
  return new Collector(tape, url).run();
}

class Collector {
  readonly tape: Tape;
  readonly found: Collected;
  readonly seenRaw = new Set<string>();
  readonly seen = new Set<string>();
  readonly seenNofollow = new Set<string>();
  baseSet = false;
  refresh: string | null = null;

  constructor(tape: Tape, url: string) {
    this.tape = tape;
    this.found = {
      tape,
      resolver: new Resolver(url),
      title: '',
      language: '',
      canonical: null,
      links: [],
      nofollow: [],
      metas: new Map(),
      scripts: [],
      scriptCount: 0,
      text: '',
      hiddenText: '',
      alts: [],
      anchors: [],
      tels: [],
      mails: [],
      hasItemscope: false,
      hasTypeof: false,
      h1s: [],
      hidden: [],
      fields: new Map(),
    };
  }

  run(): Collected {
    const { tape, found } = this;
    const shown = new TextSink();
    const unseen = new TextSink();
    const ends: number[] = [];
    const spaces: number[] = [];
    let hiddenUntil = -1;
    const H1 = h('h1');
    // `<base>` counts for the whole document, the links before it too.
    if (tape.html.includes('<base') || tape.html.includes('<BASE')) this.findBase();
    for (let n = 0; n < tape.count; n++) {
      while (ends.length > 0 && n >= ends[ends.length - 1]!) {
        ends.pop();
        shown.line();
        unseen.line();
      }
      while (spaces.length > 0 && n >= spaces[spaces.length - 1]!) {
        spaces.pop();
        shown.space();
      }
      const hash = tape.hash[n]!;
      if (hash === TEXT) {
        (n < hiddenUntil ? unseen : shown).add(tape.html, tape.start[n]!, tape.end[n]!);
        continue;
      }
      if (hash === SPACE) {
        (n < hiddenUntil ? unseen : shown).space();
        continue;
      }
      const bits = elementBits(hash);
      // What hides the whole page waits for a script to show it again.
      if (this.attributes(n) && n >= hiddenUntil && hash !== E.body && hash !== E.html) {
        hiddenUntil = tape.last[n]!;
        found.hidden.push(n, hiddenUntil);
      }
      this.element(n, hash);
      if (bits & UNSEEN) {
        // Templates and pictures are skipped whole, raw content too; the links in fallback content count, its text is hidden.
        if (hash === E.template || hash === E.svg || bits & RAW) n = tape.last[n]! - 1;
        else if (n >= hiddenUntil) {
          hiddenUntil = tape.last[n]!;
          found.hidden.push(n, hiddenUntil);
        }
        continue;
      }
      if (hash === E.td || hash === E.th) {
        shown.cell();
        unseen.cell();
      } else if (bits & BLOCK) {
        shown.line();
        unseen.line();
        ends.push(tape.last[n]!);
      } else if (bits & SPACED) {
        shown.space();
        spaces.push(tape.last[n]!);
      }
      if (hash === H1 && n >= hiddenUntil && found.h1s.length < 20) found.h1s.push(n);
    }
    if (this.refresh !== null) this.addLink(this.refresh, false);
    found.text = shown.out;
    found.hiddenText = unseen.out;
    return found;
  }

  findBase(): void {
    for (let n = 0; n < this.tape.count; n++)
      if (this.tape.hash[n] === E.base) {
        const href = this.tape.attr(n, A.href);
        const url = href === null ? null : this.found.resolver.resolve(href);
        if (url !== null) {
          this.found.resolver = new Resolver(url);
          return;
        }
      }
  }

  /** Looks over the attributes every element may have; says whether it is hidden. */
  attributes(n: number): boolean {
    const { tape, found } = this;
    let hidden = false;
    for (let a = tape.firstAttr[n]!; a < tape.firstAttr[n + 1]!; a++) {
      const name = tape.attrHash[a]!;
      if (name === A.style) {
        if (HIDDEN_STYLE.test(tape.valueAt(a))) hidden = true;
      } else if (name === A.hidden) {
        if (tape.valueAt(a).toLowerCase() !== 'until-found') hidden = true;
      } else if (name === A.itemscope) found.hasItemscope = true;
      else if (name === A.typeof) found.hasTypeof = true;
    }
    return hidden;
  }

  element(n: number, hash: number): void {
    const { tape, found } = this;
    if (hash === E.a || hash === E.area) {
      const href = tape.attr(n, A.href);
      if (href !== null) this.anchor(n, href);
    } else if (hash === E.img) {
      const alt = tape.attr(n, A.alt);
      if (alt) found.alts.push(alt);
    } else if (hash === E.meta) this.meta(n);
    else if (hash === E.input) this.field(n);
    else if (hash === E.script) {
      found.scriptCount++;
      if (tape.last[n]! > n + 1)
        found.scripts.push({
          node: n,
          type: (tape.attr(n, A.type) ?? '').toLowerCase(),
          id: tape.attr(n, A.id) ?? '',
        });
    } else if (hash === E.link) this.linkElement(n);
    else if (hash === E.iframe || hash === E.frame) {
      const src = tape.attr(n, A.src);
      if (src) this.addLink(src, false);
    } else if (hash === E.title) {
      if (found.title === '') found.title = collapse(decodeEntities(tape.rawText(n)));
    } else if (hash === E.html && found.language === '')
      found.language = (tape.attr(n, A.lang) ?? tape.attr(n, A.xmlLang) ?? '').trim();
  }

  anchor(n: number, href: string): void {
    const first = href.charCodeAt(0) | 32;
    if (first === 116 && /^tel:/i.test(href)) {
      this.contact(this.found.tels, href.slice(4));
      return;
    }
    if (first === 109 && /^mailto:/i.test(href)) {
      this.contact(this.found.mails, href.slice(7).replace(/\?.*$/s, ''));
      return;
    }
    const rel = this.tape.attr(n, A.rel);
    this.addLink(href, rel !== null && /\bnofollow\b/i.test(rel), n);
  }

  contact(list: string[], value: string): void {
    let text = value.trim();
    try {
      text = decodeURIComponent(text);
    } catch {
      // Taken as it stands.
    }
    if (text !== '' && list.length < 50 && !list.includes(text)) list.push(text);
  }

  addLink(href: string, nofollow: boolean, node = -1): void {
    const { found } = this;
    if (found.links.length >= MAX_LINKS) return;
    const key = nofollow ? `n${href}` : href;
    if (this.seenRaw.has(key)) return;
    this.seenRaw.add(key);
    const url = found.resolver.link(href);
    if (url === null) return;
    if (node >= 0) found.anchors.push({ href, node, url });
    if (nofollow) {
      if (!this.seenNofollow.has(url)) {
        this.seenNofollow.add(url);
        found.nofollow.push(url);
      }
    } else if (!this.seen.has(url)) {
      this.seen.add(url);
      found.links.push(url);
    }
  }

  field(n: number): void {
    const { tape, found } = this;
    const name = tape.attr(n, A.name) || tape.attr(n, A.id);
    const value = tape.attr(n, A.value);
    if (name && value && found.fields.size < 200 && value.length < 200 && !found.fields.has(name))
      found.fields.set(name, value);
  }

  meta(n: number): void {
    const { tape, found } = this;
    const content = tape.attr(n, A.content);
    if (content === null) return;
    const equiv = tape.attr(n, A.httpEquiv);
    if (equiv !== null) {
      const name = equiv.trim().toLowerCase();
      if (name === 'refresh')
        this.refresh ??= /^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim() || null;
      else if (name === 'content-language' && found.language === '') found.language = content.trim();
      return;
    }
    const names = tape.attr(n, A.property) ?? tape.attr(n, A.name) ?? '';
    for (const name of names.toLowerCase().split(/\s+/)) {
      if (name === '') continue;
      const list = found.metas.get(name);
      if (list) list.push(content);
      else found.metas.set(name, [content]);
    }
  }

  linkElement(n: number): void {
    const { tape, found } = this;
    const rel = tape.attr(n, A.rel);
    const href = tape.attr(n, A.href);
    if (rel === null || !href || !LINK_RELS.test(rel)) return;
    if (/\bcanonical\b/i.test(rel)) found.canonical ??= found.resolver.link(href);
    const type = tape.attr(n, A.type);
    // Alternates that are not pages (feeds, oEmbed answers) are not worth a visit.
    if (type !== null && /json|xml/i.test(type) && !/xhtml|rss|atom/i.test(type)) return;
    this.addLink(href, /\bnofollow\b/i.test(rel));
  }
}
