// SPDX-License-Identifier: Apache-2.0
import { useText } from '../app/use-text.ts';

interface BasisListProps {
  basis: readonly {
    instrument: string;
    article: string;
    certainty: string;
    title?: { zh: string; en: string } | string | null | undefined;
  }[];
}

/** Articles that are cited, each with how sure the reading is; nothing citable is said, not hidden. */
export function BasisList({ basis }: BasisListProps) {
  const { t, word, both } = useText();
  if (basis.length === 0) return <span className="mark due">{t('law.unverified')}</span>;
  return (
    <ul className="basis">
      {basis.map(({ instrument, article, certainty, title }) => (
        <li key={`${instrument} ${article}`}>
          {title ? (typeof title === 'string' ? title : both(title)) : instrument}{' '}
          {t('law.article', { article })}{' '}
          <abbr className="certainty" title={word('certainty', certainty)}>
            {certainty}
          </abbr>
        </li>
      ))}
    </ul>
  );
}
