// SPDX-License-Identifier: Apache-2.0

import { decodeEntities } from '../html/entities.ts';
import { Item, type Value } from './item.ts';
import { type Json, parseLenient } from './lenient-json.ts';

const MAX_DEPTH = 40;

/** Reads JSON-LD scripts (W3C JSON-LD 1.1, as far as shops use it) into items; references by `@id` are joined. */
export function readJsonLd(scripts: string[]): { items: Item[]; broken: number } {
  const reader = new Reader();
  let broken = 0;
  for (const script of scripts) {
    const before = reader.roots.length;
    // Some programs escape the whole script as if it were text.
    const text = /^\s*(?:\[\s*)?\{\s*&quot;/.test(script) ? decodeEntities(script) : script;
    const json = parseLenient(text);
    if (json !== undefined) reader.root(json);
    // `null` and `[]` say nothing, and say it rightly.
    if (reader.roots.length === before && !/^\s*(?:null|\[\s*\]|\{\s*\})?\s*$/.test(text)) broken++;
  }
  reader.join();
  return { items: reader.roots, broken };
}

class Reader {
  readonly roots: Item[] = [];
  readonly byId = new Map<string, Item>();
  readonly references: { values: Value[]; at: number; id: string }[] = [];

  root(json: Json, depth = 0): void {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(json)) for (const one of json) this.root(one, depth + 1);
    else if (json !== null && typeof json === 'object') {
      const graph = json['@graph'];
      if (graph !== undefined) this.root(graph, depth + 1);
      if (graph === undefined || json['@type'] !== undefined) this.roots.push(this.item(json, depth));
    }
  }

  item(json: { [key: string]: Json }, depth: number): Item {
    const item = new Item();
    for (const [key, value] of Object.entries(json)) {
      const name = key.startsWith('@') ? key : key.replace(/^type$/, '@type').replace(/^id$/, '@id');
      if (name === '@type') {
        for (const type of Array.isArray(value) ? value : [value])
          if (typeof type === 'string')
            item.types.push(
              type
                .slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'), type.lastIndexOf(':')) + 1)
                .toLowerCase(),
            );
      } else if (name === '@id') {
        if (typeof value === 'string') item.id = value;
      } else if (!name.startsWith('@')) this.property(item, key, value, depth + 1);
    }
    // A graph hung on a plain `@graph` inside an item belongs to the roots.
    if (item.id !== null && item.types.length + item.props.size > 0) {
      const known = this.byId.get(item.id);
      if (known) merge(known, item);
      else this.byId.set(item.id, item);
    }
    return item;
  }

  property(item: Item, key: string, value: Json, depth: number): void {
    if (value === null || depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const one of value) this.property(item, key, one, depth + 1);
      return;
    }
    if (typeof value !== 'object') {
      item.add(key, typeof value === 'string' && value.includes('&') ? decodeEntities(value) : value);
      return;
    }
    if (value['@value'] !== undefined) {
      this.property(item, key, value['@value'], depth + 1);
      return;
    }
    const list = value['@list'] ?? value['@set'];
    if (list !== undefined) {
      this.property(item, key, list, depth + 1);
      return;
    }
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).every((k) => k.startsWith('@'))) {
      item.add(key, id);
      const values = item.all(key.slice(key.lastIndexOf(':') + 1).toLowerCase());
      this.references.push({ values, at: values.length - 1, id });
      return;
    }
    const child = this.item(value, depth + 1);
    // A map of languages: {"zh": "…", "en": "…"}.
    if (
      child.types.length === 0 &&
      child.id === null &&
      [...child.props.keys()].every((k) => /^[a-z]{2}(-[a-z]+)?$/.test(k))
    ) {
      const first = [...child.props.values()][0]?.[0];
      if (first !== undefined) item.add(key, first);
      return;
    }
    item.add(key, child);
  }

  join(): void {
    for (const { values, at, id } of this.references) {
      const found = this.byId.get(id);
      if (found) values[at] = found;
    }
  }
}

function merge(known: Item, more: Item): void {
  for (const type of more.types) if (!known.types.includes(type)) known.types.push(type);
  for (const [name, values] of more.props) if (!known.props.has(name)) known.props.set(name, values);
}
