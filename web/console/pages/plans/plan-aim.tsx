// SPDX-License-Identifier: Apache-2.0
import type { Plan } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';
import { Fact } from '../../parts/facts.tsx';

/** Whom a plan is about, when, and how far: the same words on its page and in its report. */
export function PlanAim({ plan }: { plan: Plan }) {
  const { t, word } = useText();
  const parts = [
    ...plan.classes.map((name) => word('venueClass', name)),
    ...(plan.sites.length > 3 ? [t('plans.siteCount', { count: plan.sites.length })] : plan.sites),
  ];
  const when =
    plan.kind === 'campaign'
      ? plan.recheckOn
        ? t('plans.twoPhases', { from: plan.startsOn, recheck: plan.recheckOn })
        : t('plans.onePhase', { from: plan.startsOn })
      : plan.everyDays === null
        ? t('plans.once', { from: plan.startsOn })
        : t('plans.every', { from: plan.startsOn, days: plan.everyDays, hour: plan.atHour });
  return (
    <>
      <Fact name={t('plans.kind')}>{word('patrolKind', plan.kind)}</Fact>
      <Fact name={t('plans.ground')}>{plan.ground}</Fact>
      <Fact name={t('plans.aim')}>
        <span className="breakable">{parts.join('、')}</span>
      </Fact>
      <Fact name={t('plans.timetable')}>
        {when}
        {plan.endsOn ? `；${t('plans.until', { to: plan.endsOn })}` : ''}
      </Fact>
      <Fact name={t('plans.scope')}>
        {t('plans.scopeText', { sites: plan.perRound, pages: plan.maxPages, rate: plan.rate })}
      </Fact>
    </>
  );
}
