// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { attributeValues } from './attribute-values.ts';
import { fromIndexed } from './indexed-values.ts';
import { type Json, parseLenient, parseLiteralAt } from './lenient-json.ts';

/** A value a script gives the page, and the name it is kept under. */
export interface ScriptValue {
  name: string;
  value: Json;
}

const ASSIGNED =
  /(?:(?:window|self|globalThis|top)\s*(?:\.\s*|\[\s*["'])|\b(?:var|let|const)\s+|^|[;,{}\n]\s*)([A-Za-z_$][\w$.]{1,60})(?:["']\s*\])?\s*=\s*(?=[{[]|JSON\s*\.\s*parse\s*\(|\(?\s*function\s*\(|decodeURIComponent\s*\()/g;
const CALLED =
  /\b((?:[\w$]+\.){0,3}(?:push|set|setup|Setup|init|config|track|ecommerce|hydrate|addProduct|setData)|gtag|fbq|ga)\s*\(\s*(?:["'][^"']{0,60}["']\s*,\s*){0,3}(?=[{[])/g;
const MAX_VALUES = 80;
const MAX_TEXT = 4_000_000;
/** Only values that speak of money and a name are worth reading. */
const WORTH = /price|Price|jiage|amount|PRICE/;

/** Data embedded for a page's own scripts: JSON blocks, `window.x = {…}`, `JSON.parse('…')`, calls with a literal, `__NUXT__`, Next's stream. */
export function scriptValues(found: Collected): ScriptValue[] {
  const values: ScriptValue[] = [];
  let budget = MAX_TEXT;
  let stream = '';
  for (const { node, type, id } of found.scripts) {
    if (type.includes('ld+json') || type.includes('importmap') || type.includes('speculation')) continue;
    const text = found.tape.rawText(node);
    budget -= text.length;
    if (text.length < 20 || budget < 0 || !WORTH.test(text)) continue;
    if (
      /json|magento-init/.test(type) ||
      (type.startsWith('text/') && !/javascript|ecmascript|babel|template|html/.test(type))
    ) {
      const read = parseLenient(text);
      const value = read === undefined ? undefined : (fromIndexed(read) ?? read);
      if (value !== undefined) values.push({ name: id || 'json', value });
      continue;
    }
    if (type !== '' && !/javascript|ecmascript|module/.test(type)) continue;
    if (text.includes('__next_f')) stream += nextStream(text);
    else readScript(text, values);
    if (values.length > MAX_VALUES) break;
  }
  if (stream !== '') readStream(stream, values);
  values.push(...attributeValues(found));
  return values;
}

function readScript(text: string, values: ScriptValue[]): void {
  let done = 0;
  for (const pattern of [ASSIGNED, CALLED]) {
    pattern.lastIndex = 0;
    for (
      let match = pattern.exec(text);
      match !== null && values.length < MAX_VALUES;
      match = pattern.exec(text)
    ) {
      const at = match.index + match[0].length;
      if (at < done && pattern === ASSIGNED) continue;
      const read = valueAt(text, at);
      if (read === undefined) continue;
      if (pattern === ASSIGNED) done = read.end;
      pattern.lastIndex = Math.max(pattern.lastIndex, read.end);
      if (read.value !== null && typeof read.value === 'object' && WORTH.test(text.slice(at, read.end)))
        values.push({ name: match[1]!, value: read.value });
    }
  }
}

function valueAt(text: string, at: number): { value: Json; end: number } | undefined {
  const c = text[at];
  if (c === '{' || c === '[') return parseLiteralAt(text, at);
  const rest = text.slice(at, at + 60);
  const parse = /^(?:JSON\s*\.\s*parse\s*\(\s*)?(decodeURIComponent\s*\(\s*)?(?=["'`])/.exec(rest);
  if (parse && parse[0] !== '') {
    const literal = parseLiteralAt(text, at + parse[0].length);
    if (typeof literal?.value !== 'string') return undefined;
    let json = literal.value;
    if (parse[1]) {
      try {
        json = decodeURIComponent(json);
      } catch {
        return undefined;
      }
    }
    const value = parseLenient(json);
    return value === undefined ? undefined : { value, end: literal.end };
  }
  return functionResult(text, at);
}

/** `(function(a,b){return {…a…}})("x",1)`: what Nuxt writes to keep repeated values short. */
function functionResult(text: string, at: number): { value: Json; end: number } | undefined {
  const head = /^\(?\s*function\s*\(([\w$,\s]*)\)\s*\{/.exec(text.slice(at, at + 20_000));
  if (!head) return undefined;
  const body = text.indexOf('return', at + head[0].length);
  const tail = /\}\s*\)?\s*\(/g;
  if (body < 0) return undefined;
  const first = parseLiteralAt(text, body + 6);
  if (!first) return undefined;
  tail.lastIndex = first.end;
  const call = tail.exec(text);
  if (!call) return { value: first.value, end: first.end };
  const inside = parseLiteralAt(`[${text.slice(call.index + call[0].length)}`, 0);
  const scope = new Map<string, Json>();
  if (inside && Array.isArray(inside.value))
    for (const [i, name] of (head[1] ?? '').split(',').entries())
      scope.set(name.trim(), inside.value[i] ?? null);
  return parseLiteralAt(text, body + 6, scope) ?? first;
}

/** The strings of `self.__next_f.push([1,"…"])`, joined. */
function nextStream(text: string): string {
  let out = '';
  const pattern = /__next_f\.push\(\s*(?=\[)/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const read = parseLiteralAt(text, match.index + match[0].length);
    if (read && Array.isArray(read.value) && typeof read.value[1] === 'string') out += read.value[1];
  }
  return out;
}

function readStream(stream: string, values: ScriptValue[]): void {
  for (const line of stream.split('\n')) {
    const at = line.search(/[[{]/);
    if (at < 0 || at > 12 || !WORTH.test(line)) continue;
    const read = parseLiteralAt(line, at);
    if (read) values.push({ name: '__next_f', value: read.value });
    if (values.length > MAX_VALUES) return;
  }
}
