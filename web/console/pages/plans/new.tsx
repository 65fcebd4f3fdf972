// SPDX-License-Identifier: Apache-2.0
import { createPlan, listPlans, PATROL_KINDS, VENUE_CLASSES, type VenueClass } from '@yiwang/contracts';
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** Today in Beijing. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const FIRST = {
  kind: 'daily',
  title: '',
  ground: '',
  sites: '',
  everyDays: '1',
  atHour: '2',
  startsOn: today(),
  recheckOn: '',
  endsOn: '',
  perRound: '50',
  maxPages: '1000',
  rate: '1',
};
type Wish = typeof FIRST;

/** The form of a plan; what a kind has no use for is not asked. */
export default function NewPlan() {
  const { t, word } = useText();
  const go = useNavigate();
  const [wish, setWish] = useState<Wish>({ ...FIRST, startsOn: today() });
  const [classes, setClasses] = useState<VenueClass[]>([]);
  const classesId = useId();
  const create = useAct(createPlan, {
    renews: [listPlans],
    onDone: (plan) => go(`/plans/${plan.id}`, { replace: true }),
  });
  const reasons = fieldReasons(create.error);
  const set = (name: keyof Wish) => (event: { target: { value: string } }) =>
    setWish({ ...wish, [name]: event.target.value });
  const line = (
    name: keyof Wish,
    label: string,
    more: Record<string, unknown> & { help?: ReactNode; required?: boolean } = {},
  ) => {
    const { help, required = false, ...rest } = more;
    return (
      <Field label={label} help={help} required={required} error={reasons[name]}>
        {(attributes) => (
          <Input {...attributes} {...rest} required={required} value={wish[name]} onChange={set(name)} />
        )}
      </Field>
    );
  };
  const campaign = wish.kind === 'campaign';
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  return (
    <Page title={t('plans.newTitle')} line={t('plans.newLine')}>
      <form
        className="form-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({
            body: {
              kind: wish.kind as (typeof PATROL_KINDS)[number],
              title: wish.title.trim(),
              ground: wish.ground.trim(),
              sites: wish.sites.split(/\s+/).filter((site) => site !== ''),
              classes,
              everyDays: campaign ? null : number(wish.everyDays),
              atHour: Number(wish.atHour),
              startsOn: wish.startsOn,
              recheckOn: campaign ? wish.recheckOn || null : null,
              endsOn: wish.endsOn || null,
              perRound: Number(wish.perRound),
              maxPages: Number(wish.maxPages),
              rate: Number(wish.rate),
            },
          });
        }}
      >
        <ProblemView error={create.error} />
        <Field label={t('plans.kind')} error={reasons['kind']}>
          {({ status: _, ...attributes }) => (
            <select {...attributes} value={wish.kind} onChange={set('kind')}>
              {PATROL_KINDS.map((value) => (
                <option key={value} value={value}>
                  {word('patrolKind', value)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {line('title', t('plans.name'), { required: true, minLength: 2, maxLength: 200 })}
        {line('ground', t('plans.ground'), {
          required: true,
          minLength: 2,
          maxLength: 500,
          help: t('plans.groundHelp'),
        })}
        <fieldset className="field" aria-describedby={`${classesId}-help`}>
          <legend className="label">{t('plans.classes')}</legend>
          <Checkbox.Group
            value={classes}
            onChange={(chosen) => setClasses(chosen as VenueClass[])}
            options={VENUE_CLASSES.map((value) => ({ value, label: word('venueClass', value) }))}
          />
          <p className="help" id={`${classesId}-help`}>
            {t('plans.classesHelp')}
          </p>
        </fieldset>
        <Field label={t('plans.sites')} help={t('plans.sitesHelp')} error={reasons['sites']}>
          {(attributes) => (
            <Input.TextArea
              {...attributes}
              rows={4}
              spellCheck={false}
              placeholder="https://shop.example/"
              value={wish.sites}
              onChange={set('sites')}
            />
          )}
        </Field>
        {line('startsOn', t('plans.startsOn'), { type: 'date', required: true })}
        {campaign
          ? line('recheckOn', t('plans.recheckOn'), { type: 'date', help: t('plans.recheckHelp') })
          : line('everyDays', t('plans.everyDays'), {
              type: 'number',
              min: 1,
              max: 366,
              step: 1,
              help: t('plans.everyDaysHelp'),
            })}
        {line('atHour', t('plans.atHour'), { type: 'number', min: 0, max: 23, step: 1, required: true })}
        {line('endsOn', t('plans.endsOn'), { type: 'date' })}
        {line('perRound', t('plans.perRound'), { type: 'number', min: 1, max: 500, step: 1, required: true })}
        {line('maxPages', t('patrols.newMaxPages'), {
          type: 'number',
          min: 1,
          max: 1_000_000,
          required: true,
        })}
        {line('rate', t('patrols.newRate'), {
          type: 'number',
          min: 0.01,
          max: 20,
          step: 'any',
          required: true,
          help: t('patrols.newRateHelp'),
        })}
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('plans.submit')}
        </Button>
      </form>
    </Page>
  );
}
