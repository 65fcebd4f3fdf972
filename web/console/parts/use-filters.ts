// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters live in the address: a link reproduces the view, and the back button takes a change back. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<
    Name,
    string
  >;
  const set = useCallback(
    (changes: Partial<Record<Name, string | null>>, { replace = false } = {}) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes) as [string, string | null | undefined][])
            if (value) next.set(name, value);
            else next.delete(name);
          return next;
        },
        { replace },
      ),
    [setSearch],
  );
  return { values, set, any: names.some((name) => values[name] !== '') };
}

/**
 * The same values with empty ones left out, as a query of a call. What stands in an address may be anything; the
 * server checks it and answers with a problem that the list shows.
 */
export const given = <Q>(values: Readonly<Record<string, string>>): Q =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Q;
