// SPDX-License-Identifier: Apache-2.0
import { getRule } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { SeverityMark } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Learning } from './learning.tsx';
import { PrecisionView } from './precision.tsx';

function Examples({ title, texts, mark }: { title: string; texts: readonly string[]; mark: string }) {
  const { t } = useText();
  return (
    <section className="section">
      <h2>{title}</h2>
      {texts.length === 0 ? <p className="soft">{t('app.none')}</p> : null}
      <ul className="examples">
        {texts.map((text) => (
          <li key={text}>
            <span aria-hidden>{mark}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function RuleFile() {
  const { t, both, word, locale } = useText();
  const { rule: id = '' } = useParams();
  const read = useCall(getRule, { params: { rule: id } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const rule = read.data;
  if (!rule) return <Skeleton active paragraph={{ rows: 8 }} />;
  const inForce = rule.from
    ? rule.to
      ? t('rules.fromTo', { from: rule.from, to: rule.to })
      : t('rules.from', { from: rule.from })
    : t('rules.always');
  return (
    <Page
      name={both(rule.title)}
      title={
        <>
          {both(rule.title)}
          <span className="file-number code">{rule.id}</span>
        </>
      }
      line={t('rules.fileLine')}
    >
      <div className="stack">
        <Facts>
          <Fact name={t('rules.label')}>{word('label', rule.label)}</Fact>
          <Fact name={t('rules.severity')}>
            <SeverityMark severity={rule.severity} />
          </Fact>
          <Fact name={t('law.basis')}>
            <BasisList basis={rule.basis} />
          </Fact>
          <Fact name={t('rules.inForce')}>{inForce}</Fact>
          {rule.note ? <Fact name={t('rules.note')}>{rule.note}</Fact> : null}
          <Fact name={t('rules.precision')}>
            <PrecisionView precision={rule.precision} />
          </Fact>
          <Fact name={t('rules.open')}>
            {count(rule.openHits, locale)}{' '}
            {rule.openHits > 0 ? (
              <Link to={`/triage?rule=${encodeURIComponent(rule.id)}`}>{t('rules.toHits')}</Link>
            ) : null}
          </Fact>
        </Facts>
        <Learning learning={rule.learning} />
        <div className="two even">
          <Examples title={t('rules.positive')} texts={rule.positive} mark="●" />
          <Examples title={t('rules.negative')} texts={rule.negative} mark="○" />
        </div>
      </div>
    </Page>
  );
}
