// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useText } from '../app/use-text.ts';

interface Row {
  key: string;
  cells: readonly ReactNode[];
}

/** A table of a report: words in the first column, numbers in the others; "none" where there is no row. */
export function PlainTable({ heads, rows }: { heads: readonly string[]; rows: readonly Row[] }) {
  const { t } = useText();
  if (rows.length === 0) return <p className="soft">{t('patrols.none')}</p>;
  return (
    <table className="listing plain">
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, at) => (
              <td key={heads[at]} className={at > 0 ? 'number' : undefined} data-name={heads[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
