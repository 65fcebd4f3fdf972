// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

/** Named values of a file, read aloud in pairs. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ReactNode] | null | false)[] }) => (
  <dl className="facts">
    {rows.map((row) =>
      row ? (
        <div key={row[0]}>
          <dt>{row[0]}</dt>
          <dd>{row[1]}</dd>
        </div>
      ) : null,
    )}
  </dl>
);
