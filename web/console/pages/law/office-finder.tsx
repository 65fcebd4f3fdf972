// SPDX-License-Identifier: Apache-2.0
import { type Body, findOffice, LAW_ROLES } from '@yiwang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';
import { OfficeView } from './office-view.tsx';

type Asked = Body<typeof findOffice>;
const PLACES = ['domicile', 'operates', 'shown', 'pfDomicile'] as const;
const KINDS = ['complaint', 'report', 'penalty'] as const;

/** The places of a matter in, the competent office with its articles out. */
export function OfficeFinder() {
  const { t, word } = useText();
  const [kind, setKind] = useState<string>('complaint');
  const [role, setRole] = useState<string>('in-platform');
  const [date, setDate] = useState('');
  const [places, setPlaces] = useState<Partial<Record<(typeof PLACES)[number], string>>>({});
  const act = useAct(findOffice);
  const reasons = fieldReasons(act.error);
  const submit = () =>
    act.mutate({
      body: {
        kind: kind as Asked['kind'],
        role: role as NonNullable<Asked['role']>,
        date,
        ...Object.fromEntries(Object.entries(places).filter(([, value]) => value)),
      },
    });
  return (
    <form
      className="form-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ProblemView error={act.error} />
      <Choice
        label={t('law.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, title: t(`law.${value}`) }))}
      />
      <Choice
        label={t('law.role')}
        value={role}
        onChange={setRole}
        options={LAW_ROLES.map((value) => ({ value, title: word('lawRole', value) }))}
      />
      <Field label={t('law.date')} required error={reasons['date']}>
        {({ status: _, ...attributes }) => (
          <input
            {...attributes}
            type="date"
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
      {PLACES.map((place) => (
        <Field key={place} label={t(`law.${place}`)} help={t('law.placeHelp')} error={reasons[place]}>
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={60}
              value={places[place] ?? ''}
              onChange={(event) => setPlaces({ ...places, [place]: event.target.value.trim() })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {t('law.find')}
      </Button>
      <div aria-live="polite">{act.data ? <OfficeView answer={act.data} /> : null}</div>
    </form>
  );
}
