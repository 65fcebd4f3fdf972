// SPDX-License-Identifier: Apache-2.0

/** A property value read from text a reader sees (not from an attribute made for machines): prices in it follow local habits. */
export class Shown {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Value = string | number | boolean | Shown | Item;

/** One thing described by JSON-LD, microdata or RDFa: its types and properties by local name, lower-cased. */
export class Item {
  readonly types: string[] = [];
  id: string | null = null;
  readonly props = new Map<string, Value[]>();
  /** Where it stands in the page, for those read from markup. */
  node = -1;

  add(name: string, value: Value): void {
    const key = localName(name);
    const list = this.props.get(key);
    if (list) list.push(value);
    else this.props.set(key, [value]);
  }

  is(...types: string[]): boolean {
    return this.types.some((type) => types.includes(type));
  }

  all(...names: string[]): Value[] {
    for (const name of names) {
      const values = this.props.get(name);
      if (values && values.length > 0) return values;
    }
    return [];
  }

  items(...names: string[]): Item[] {
    return this.all(...names).filter((value): value is Item => value instanceof Item);
  }

  /** First value as text: of an item, its name. */
  text(...names: string[]): string | null {
    for (const name of names)
      for (const value of this.props.get(name) ?? []) {
        const text = valueText(value);
        if (text) return text;
      }
    return null;
  }
}

export function valueText(value: Value): string | null {
  if (value instanceof Shown) return value.text.trim() || null;
  if (value instanceof Item) return value.text('name', 'legalname', 'value', 'url');
  return String(value).trim() || null;
}

/** `http://schema.org/Product`, `schema:Product`, `Product` → `product`. */
export function localName(name: string): string {
  const at = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf(':'));
  return name.slice(at + 1).toLowerCase();
}
