// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';

/** The day, then line by line how it came about. */
export function ReckoningView({ answer }: { answer: Reckoning }) {
  const { t, both, word } = useText();
  return (
    <section className="result">
      <h2>{answer.due ? t('law.dueOn', { day: answer.due }) : t('law.dueNone')}</h2>
      {answer.provisional ? <p className="help">{t('law.provisional')}</p> : null}
      <Facts>
        {answer.raw && answer.raw !== answer.due ? <Fact name={t('law.raw')}>{answer.raw}</Fact> : null}
        {answer.also.length > 0 ? (
          <Fact name={t('law.also')}>
            <ul>
              {answer.also.map((limit) => (
                <li key={limit.clock}>
                  {limit.clock}: {limit.due ?? t('app.none')}
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact name={t('law.derivation')}>
          <ol className="derivation">
            {answer.derivation.map((line) => (
              <li key={line.zh}>{both(line)}</li>
            ))}
          </ol>
        </Fact>
        <Fact name={t('law.basis')}>
          <BasisList basis={answer.basis} />
        </Fact>
        <Fact name={t('law.rowCertainty')}>
          {answer.certainty ? word('certainty', answer.certainty) : t('app.none')}
        </Fact>
      </Facts>
    </section>
  );
}
