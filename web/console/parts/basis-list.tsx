// SPDX-License-Identifier: Apache-2.0
import { useText } from '../app/use-text.ts';

interface BasisListProps {
  basis: readonly { instrument: string; article: string; certainty: string; title?: string | null }[];
}

/** Articles that are cited, each with how sure the reading is; nothing citable is said, not hidden. */
export function BasisList({ basis }: BasisListProps) {
  const { t, word } = useText();
  if (basis.length === 0) return <span className="mark due">{t('law.unverified')}</span>;
  return (
    <ul className="basis">
      {basis.map((row) => (
        <li key={`${row.instrument} ${row.article}`}>
          {row.title ?? row.instrument} {t('law.article', { article: row.article })}{' '}
          <abbr className="certainty" title={word('certainty', row.certainty)}>
            {row.certainty}
          </abbr>
        </li>
      ))}
    </ul>
  );
}
