// SPDX-License-Identifier: Apache-2.0
import { createPlan, listPlans, PATROL_KINDS, PLAN_STATES, type Plan, type Query } from '@yiwang/contracts';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type Text, useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Choice } from '../../parts/choice.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { PlanState } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';

const columns = ({ t, word }: Text): Column<Plan>[] => [
  {
    key: 'name',
    title: t('plans.name'),
    head: true,
    cell: (plan) => (
      <>
        <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
        <small>{plan.ground}</small>
      </>
    ),
  },
  { key: 'state', title: t('plans.state'), cell: (plan) => <PlanState state={plan.state} /> },
  { key: 'kind', title: t('plans.kind'), cell: (plan) => word('patrolKind', plan.kind) },
  { key: 'rounds', title: t('plans.rounds'), number: true, cell: (plan) => plan.rounds },
  {
    key: 'next',
    title: t('plans.next'),
    cell: (plan) =>
      plan.nextDueAt ? <When at={plan.nextDueAt} /> : <span className="soft">{t('plans.nextNone')}</span>,
  },
  { key: 'by', title: t('plans.by'), cell: (plan) => plan.createdBy, wideOnly: true },
];

export default function Plans() {
  const text = useText();
  const { t, word } = text;
  const { may } = useSession();
  const { values, set, any } = useFilters(['state', 'kind']);
  const list = usePages(listPlans, { query: given<Query<typeof listPlans>>(values) });
  const create = may(createPlan) ? <ButtonLink to="/plans/new">{t('plans.create')}</ButtonLink> : null;
  return (
    <Page
      title={t('plans.title')}
      line={t('plans.line')}
      actions={
        <>
          <ButtonLink primary={false} to="/plans/rhythms">
            {t('plans.rhythms')}
          </ButtonLink>
          {create}
        </>
      }
    >
      <section className="filters" aria-label={t('app.filters')}>
        <Choice
          label={t('plans.kind')}
          all={t('app.all')}
          value={values.kind}
          onChange={(kind) => set({ kind })}
          options={PATROL_KINDS.map((value) => ({ value, title: word('patrolKind', value) }))}
        />
        <Choice
          label={t('plans.state')}
          all={t('app.all')}
          value={values.state}
          onChange={(state) => set({ state })}
          options={PLAN_STATES.map((value) => ({ value, title: word('planState', value) }))}
        />
      </section>
      <Listing
        caption={t('plans.title')}
        columns={columns(text)}
        list={list}
        rowKey={(plan) => plan.id}
        empty={
          any ? (
            t('plans.emptyFiltered')
          ) : (
            <>
              <p>
                <strong>{t('plans.empty')}</strong>
              </p>
              <p>{t('plans.emptyText')}</p>
              <p>{create}</p>
            </>
          )
        }
      />
    </Page>
  );
}
