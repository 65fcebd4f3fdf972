// SPDX-License-Identifier: Apache-2.0
import { invalid, isLocalDate } from '@yiwang/kernel';
import { RE2JS } from 're2js';
import { numberKinds } from '../evaluate/numbers.ts';
import { FOLD_LEVELS, type RulePack, SEVERITIES, SOURCES, TEXT_FIELDS, type Terms } from '../types.ts';
import { expandTerm } from './expand-term.ts';

type Json = Record<string, unknown>;

/** Collects where we are, so that a message names pack, rule and member. */
class Check {
  readonly where: string;
  readonly vocabularies: ReadonlySet<string>;
  readonly contexts: ReadonlySet<string>;
  constructor(where: string, vocabularies: ReadonlySet<string>, contexts: ReadonlySet<string>) {
    this.where = where;
    this.vocabularies = vocabularies;
    this.contexts = contexts;
  }
  fail(reason: string): never {
    throw invalid('screening.pack', `${this.where}: ${reason}`, { faults: [{ field: this.where, reason }] });
  }
  at(member: string): Check {
    return new Check(`${this.where} › ${member}`, this.vocabularies, this.contexts);
  }
  object(value: unknown): Json {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail('must be an object');
    return value as Json;
  }
  array(value: unknown): unknown[] {
    if (!Array.isArray(value)) this.fail('must be a list');
    return value as unknown[];
  }
  text(value: unknown): string {
    if (typeof value !== 'string' || value.trim() === '') this.fail('must be a text that is not empty');
    return value as string;
  }
  number(value: unknown, min: number, max: number): number {
    if (typeof value !== 'number' || !(value >= min && value <= max))
      this.fail(`must be a number ${min}–${max}`);
    return value as number;
  }
  oneOf(value: unknown, allowed: readonly string[]): void {
    if (!allowed.includes(value as string)) this.fail(`must be one of ${allowed.join(', ')}`);
  }
  only(value: Json, allowed: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!allowed.includes(key)) this.fail(`unknown member "${key}" (known: ${allowed.join(', ')})`);
  }
  day(value: unknown): void {
    if (typeof value !== 'string' || !isLocalDate(value)) this.fail('must be a day YYYY-MM-DD');
  }
  bilingual(value: unknown): void {
    const both = this.object(value);
    this.at('zh').text(both['zh']);
    this.at('en').text(both['en']);
  }
  terms(value: unknown): void {
    const list = this.array(value);
    if (list.length === 0) this.fail('must hold at least one term');
    for (const item of list) {
      const spec = typeof item === 'string' ? { t: item } : this.object(item);
      this.only(spec as Json, ['t', 'fold', 'initials', 'word']);
      const term = this.text(spec.t);
      if ('fold' in spec && spec.fold !== undefined) this.at(term).oneOf(spec.fold, FOLD_LEVELS);
      if (term.startsWith('@')) {
        if (!this.vocabularies.has(term.slice(1))) this.fail(`there is no vocabulary "${term}"`);
      } else
        try {
          for (const spelled of expandTerm(term))
            if (spelled.length > 64) this.fail(`"${spelled}" is longer than 64 units`);
        } catch (error) {
          if (error instanceof RangeError) this.fail(error.message);
          throw error;
        }
    }
  }
  conditions(value: unknown): void {
    this.array(value).forEach((c, i) => {
      this.at(String(i)).condition(c);
    });
  }
  fields(value: unknown): void {
    for (const f of this.array(value)) this.oneOf(f, TEXT_FIELDS);
  }
  condition(value: unknown): void {
    if (typeof value === 'string') {
      if (!value.startsWith('#') || !this.contexts.has(value.slice(1)))
        this.fail(`there is no context "${value}"`);
      return;
    }
    const c = this.object(value);
    const kind = Object.keys(c).find((k) => k in CONDITIONS);
    if (kind === undefined) this.fail(`unknown condition {${Object.keys(c).join(', ')}}`);
    const allowed = CONDITIONS[kind as keyof typeof CONDITIONS];
    this.only(c, [kind as string, ...allowed]);
    const inner = this.at(kind as string);
    const member = c[kind as string];
    if (c['within'] !== undefined) this.at('within').number(c['within'], 0, 1000);
    switch (kind) {
      case 'near':
      case 'before':
      case 'after':
      case 'inside':
      case 'field':
      case 'category':
        inner.terms(member);
        break;
      case 'listing':
        inner.terms(member);
        if (c['in'] !== undefined) this.at('in').fields(c['in']);
        break;
      case 'price':
        inner.only(inner.object(member), ['min', 'max']);
        break;
      case 'attribute': {
        const a = inner.object(member);
        inner.only(a, ['name', 'value']);
        if (a['name'] !== undefined) inner.at('name').terms(a['name']);
        if (a['value'] !== undefined) inner.at('value').terms(a['value']);
        break;
      }
      case 'number':
        for (const k of Array.isArray(member) ? member : [member]) inner.oneOf(k, numberKinds);
        break;
      case 'source':
        for (const s of inner.array(member)) inner.oneOf(s, SOURCES);
        break;
      case 'quoted':
        inner.oneOf(member, ['title', 'any']);
        break;
      case 'anchorIn':
        inner.fields(member);
        break;
      case 'folded':
        if (typeof member !== 'boolean') inner.fail('must be true or false');
        break;
      case 'all':
      case 'any':
        inner.conditions(member);
        break;
      case 'not':
        inner.condition(member);
        break;
    }
  }
  clause(value: unknown): void {
    const c = this.object(value);
    const kind = ['terms', 'regex', 'signs', 'priceHistory'].find((k) => k in c);
    if (kind === undefined) this.fail('needs one of terms, regex, signs, priceHistory');
    const own = { terms: ['fold'], regex: ['hints'], signs: ['threshold'], priceHistory: [] }[
      kind as 'terms'
    ];
    this.only(c, [kind as string, ...own, 'confidence', 'require', 'unless']);
    if (c['confidence'] !== undefined) this.at('confidence').number(c['confidence'], 0, 1);
    if (c['require'] !== undefined) this.at('require').conditions(c['require']);
    if (c['unless'] !== undefined) this.at('unless').conditions(c['unless']);
    if (c['fold'] !== undefined) this.at('fold').oneOf(c['fold'], FOLD_LEVELS);
    if (kind === 'terms') this.at('terms').terms(c['terms']);
    else if (kind === 'regex') {
      this.at('hints').terms(c['hints']);
      try {
        RE2JS.compile(this.at('regex').text(c['regex']));
      } catch (error) {
        this.at('regex').fail(`not a linear-time expression (RE2): ${(error as Error).message}`);
      }
    } else if (kind === 'signs') {
      for (const [i, s] of this.array(c['signs']).entries()) {
        const here = this.at(`signs ${i}`);
        const sign = here.object(s);
        here.only(sign, ['terms', 'in', 'if', 'weight']);
        here.at('weight').number(sign['weight'], 0, 10);
        if (sign['terms'] === undefined && sign['if'] === undefined) here.fail('needs terms or if');
        if (sign['terms'] !== undefined) here.at('terms').terms(sign['terms']);
        if (sign['in'] !== undefined) here.at('in').fields(sign['in']);
        if (sign['if'] !== undefined) here.at('if').condition(sign['if']);
      }
      if (!this.array(c['signs']).some((s) => (s as Json)['terms'] !== undefined))
        this.fail('one sign needs terms');
    } else {
      const p = this.at('priceHistory').object(c['priceHistory']);
      this.at('priceHistory').oneOf(p['kind'], ['above-lowest', 'raise-then-cut']);
      this.at('priceHistory › days').number(p['days'], 1, 400);
      if (p['kind'] === 'raise-then-cut') this.at('priceHistory › ratio').number(p['ratio'], 1, 100);
    }
  }
  rule(value: unknown): void {
    const r = this.object(value);
    this.only(r, RULE_MEMBERS);
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(this.text(r['id']))) this.fail('id: only a–z, 0–9, dot and dash');
    if (!/^[a-z]+(\/[a-z-]+)?$/.test(this.text(r['label']))) this.fail('label: like prohibited/tobacco');
    this.at('severity').oneOf(r['severity'], SEVERITIES);
    this.at('title').bilingual(r['title']);
    if (r['advice'] !== undefined) this.at('advice').bilingual(r['advice']);
    this.at('note').text(r['note']);
    if (r['confidence'] !== undefined) this.at('confidence').number(r['confidence'], 0, 1);
    if (r['weight'] !== undefined) this.at('weight').number(r['weight'], 0, 10);
    for (const label of this.at('yieldsTo').array(r['yieldsTo'] ?? [])) this.at('yieldsTo').text(label);
    const inForce = this.at('inForce').object(r['inForce']);
    this.at('inForce › from').day(inForce['from']);
    if (inForce['to'] != null) this.at('inForce › to').day(inForce['to']);
    for (const [i, b] of this.at('basis').array(r['basis']).entries()) {
      const here = this.at(`basis ${i}`);
      const row = here.object(b);
      here.only(row, ['instrument', 'article', 'from', 'to', 'certainty']);
      here.at('instrument').text(row['instrument']);
      here.at('article').text(row['article']);
      here.at('certainty').oneOf(row['certainty'], ['A', 'B', 'M', 'D']);
      if (row['from'] != null) here.at('from').day(row['from']);
      if (row['to'] != null) here.at('to').day(row['to']);
    }
    if (r['sources'] !== undefined)
      for (const s of this.at('sources').array(r['sources'])) this.at('sources').oneOf(s, SOURCES);
    if (r['fields'] !== undefined) this.at('fields').fields(r['fields']);
    if (r['require'] !== undefined) this.at('require').conditions(r['require']);
    if (r['unless'] !== undefined) this.at('unless').conditions(r['unless']);
    for (const [i, a] of (r['adjust'] === undefined ? [] : this.at('adjust').array(r['adjust'])).entries()) {
      const here = this.at(`adjust ${i}`);
      const adjust = here.object(a);
      here.only(adjust, ['if', 'severity', 'confidence']);
      here.condition(adjust['if']);
      if (adjust['severity'] !== undefined) here.oneOf(adjust['severity'], SEVERITIES);
      if (adjust['confidence'] !== undefined) here.number(adjust['confidence'], 0, 2);
    }
    const clauses = this.at('match').array(r['match']);
    if (clauses.length === 0) this.at('match').fail('must hold at least one clause');
    for (const [i, c] of clauses.entries()) this.at(`match ${i}`).clause(c);
    const examples = this.at('examples').object(r['examples']);
    for (const side of ['positive', 'negative']) {
      const here = this.at(`examples › ${side}`);
      const list = here.array(examples[side]);
      if (list.length < 6) here.fail(`needs at least six, has ${list.length}`);
      for (const e of list) here.text(typeof e === 'string' ? e : here.object(e)['title']);
    }
  }
}

const CONDITIONS = {
  near: ['within', 'sameClause'],
  before: ['within', 'sameClause'],
  after: ['within', 'sameClause'],
  inside: [],
  field: [],
  listing: ['in'],
  category: [],
  price: [],
  attribute: [],
  number: [],
  source: [],
  quoted: [],
  anchorIn: [],
  folded: [],
  all: [],
  any: [],
  not: [],
} as const;

const RULE_MEMBERS: readonly string[] = [
  'id',
  'label',
  'severity',
  'confidence',
  'title',
  'advice',
  'basis',
  'note',
  'inForce',
  'sources',
  'fields',
  'match',
  'require',
  'unless',
  'defaultContexts',
  'adjust',
  'weight',
  'yieldsTo',
  'examples',
];

/**
 * Checks packs as they were read from disk or sent by a console and gives them back typed.
 * Vocabularies (`@name`) and contexts (`#name`) of all packs are one common space.
 * @throws AppError `screening.pack`, naming pack, rule, member and reason.
 */
export function parsePacks(json: unknown[]): RulePack[] {
  const none = new Set<string>();
  const top = json.map((value, i) => {
    const check = new Check(`pack ${i + 1}`, none, none);
    const pack = check.object(value);
    return { pack, name: check.at('pack').text(pack['pack']) };
  });
  const seen = {
    pack: new Set<string>(),
    vocabulary: new Set<string>(),
    context: new Set<string>(),
    rule: new Set<string>(),
  };
  const once = (kind: keyof typeof seen, name: string, where: string) => {
    if (seen[kind].has(name)) new Check(where, none, none).fail(`${kind} "${name}" is there twice`);
    seen[kind].add(name);
  };
  for (const { pack, name } of top) {
    once('pack', name, name);
    for (const v of Object.keys((pack['vocabularies'] as Json | undefined) ?? {}))
      once('vocabulary', v, name);
    for (const c of Object.keys((pack['contexts'] as Json | undefined) ?? {})) once('context', c, name);
  }
  return top.map(({ pack, name }) => {
    const check = new Check(name, seen.vocabulary, seen.context);
    check.only(pack, [
      '$schema',
      'format',
      'pack',
      'title',
      'region',
      'mode',
      'share',
      'vocabularies',
      'contexts',
      'ordinary',
      'rules',
    ]);
    if (pack['format'] !== 1) check.at('format').fail('must be 1');
    check.at('title').bilingual(pack['title']);
    if (pack['mode'] !== undefined) check.at('mode').oneOf(pack['mode'], ['on', 'shadow', 'off']);
    if (pack['share'] !== undefined) check.at('share').number(pack['share'], 0, 1);
    if (pack['region'] !== undefined) check.at('region').text(pack['region']);
    const vocabularies = check.at('vocabularies').object(pack['vocabularies'] ?? {}) as Record<string, Terms>;
    for (const [v, terms] of Object.entries(vocabularies)) check.at(`@${v}`).terms(terms);
    const contexts = check.at('contexts').object(pack['contexts'] ?? {});
    for (const [c, condition] of Object.entries(contexts)) check.at(`#${c}`).condition(condition);
    const ordinary = check.at('ordinary').array(pack['ordinary'] ?? []);
    for (const [i, text] of ordinary.entries()) check.at(`ordinary ${i + 1}`).text(text);
    const rules = check.at('rules').array(pack['rules'] ?? []);
    for (const [i, value] of rules.entries()) {
      const id = (value as Json | null)?.['id'];
      if (typeof id === 'string') once('rule', id, name);
      check.at(typeof id === 'string' ? id : `rule ${i + 1}`).rule(value);
    }
    return { ...pack, pack: name, vocabularies, contexts, ordinary, rules } as unknown as RulePack;
  });
}
