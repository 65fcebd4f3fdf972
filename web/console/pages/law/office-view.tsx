// SPDX-License-Identifier: Apache-2.0
import type { OfficeAnswer } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';

/** Who is competent, who else may act, what to do next, and why. */
export function OfficeView({ answer }: { answer: OfficeAnswer }) {
  const { t, both } = useText();
  const places = (list: readonly string[]) => list.join('、');
  return (
    <section className="result">
      <h2>{answer.primary.length > 0 ? places(answer.primary) : t('law.noOffice')}</h2>
      <Facts>
        {answer.primary.length > 0 ? <Fact name={t('law.primary')}>{places(answer.primary)}</Fact> : null}
        {answer.may.length > 0 ? <Fact name={t('law.may')}>{places(answer.may)}</Fact> : null}
        {answer.not.length > 0 ? <Fact name={t('law.not')}>{places(answer.not)}</Fact> : null}
        {answer.steps.length > 0 ? (
          <Fact name={t('law.steps')}>
            <ul>
              {answer.steps.map((step) => (
                <li key={step.zh}>{both(step)}</li>
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
      </Facts>
    </section>
  );
}
