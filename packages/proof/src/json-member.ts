// SPDX-License-Identifier: Apache-2.0
import type { ZipContent } from './zip.ts';

export type JsonObject = Record<string, unknown>;

/** A member as a JSON object; a text says why it is none. */
export function jsonMember(zip: ZipContent, name: string): JsonObject | string {
  const member = zip.members.get(name);
  if (member === undefined) return 'it is missing';
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(member.bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : 'it is no JSON object';
  } catch {
    return 'it is not JSON';
  }
}

/** A list of objects under a key; anything else counts as none. */
export function objectsIn(object: JsonObject, key: string): JsonObject[] {
  const value = object[key];
  return Array.isArray(value)
    ? value.filter((v): v is JsonObject => typeof v === 'object' && v !== null)
    : [];
}

export const textOf = (object: JsonObject, key: string): string | null =>
  typeof object[key] === 'string' ? object[key] : null;
