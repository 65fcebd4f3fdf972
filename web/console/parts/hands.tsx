// SPDX-License-Identifier: Apache-2.0
import type { Agency } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';

/** The way a file went from office to office; the last one holds it. */
export function Hands({ hands, owner }: { hands: readonly Agency[]; owner: Agency }) {
  const { t } = useText();
  const way = hands.length > 0 ? hands : [owner];
  return (
    <span className="hands" title={t('files.hands')}>
      {way.slice(0, -1).map((agency) => (
        <span key={agency.id}>
          {agency.name}
          <span aria-hidden> → </span>
        </span>
      ))}
      <strong>{way.at(-1)?.name}</strong>
    </span>
  );
}
