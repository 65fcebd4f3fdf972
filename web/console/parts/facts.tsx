// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

/** Named values of a file, read aloud in pairs. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className="facts">{children}</dl>;

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
