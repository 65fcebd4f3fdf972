// SPDX-License-Identifier: Apache-2.0
import type { LawRow } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';

/** Cited articles with how sure the reading is and whether the text is in force on the day asked for. */
export function CitationList({ citations }: { citations: LawRow['citations'] }) {
  const { t, both, word } = useText();
  return (
    <ul className="basis">
      {citations.map((one) => (
        <li key={`${one.instrument} ${one.article}`}>
          {both(one.title)} {one.article ? t('law.article', { article: one.article }) : null}{' '}
          {one.certainty ? (
            <abbr className="certainty" title={word('certainty', one.certainty)}>
              {one.certainty}
            </abbr>
          ) : null}{' '}
          {one.inForce === true ? null : (
            <span className="soft">{one.inForce === false ? t('law.notInForce') : t('law.unseen')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
