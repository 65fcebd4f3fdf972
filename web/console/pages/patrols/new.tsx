// SPDX-License-Identifier: Apache-2.0
import { type Body, listPatrols, PATROL_KINDS, RENDER_MODES, startPatrol } from '@yiwang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

type Wanted = Body<typeof startPatrol>;

export default function NewPatrol() {
  const { t, word } = useText();
  const go = useNavigate();
  const [search] = useSearchParams();
  const [site, setSite] = useState(search.get('site') ?? '');
  const [ground, setGround] = useState('');
  const [kind, setKind] = useState<string>('daily');
  const [maxPages, setMaxPages] = useState('1000');
  const [rate, setRate] = useState('1');
  const [render, setRender] = useState<string>('auto');
  const start = useAct(startPatrol, {
    renews: [listPatrols],
    onDone: (patrol) => go(`/patrols/${patrol.id}`, { replace: true }),
  });
  const reasons = fieldReasons(start.error);
  return (
    <Page title={t('patrols.newTitle')} line={t('patrols.newLine')}>
      <form
        className="form-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({
            body: {
              site: site.trim(),
              ground: ground.trim(),
              kind: kind as Wanted['kind'],
              maxPages: Number(maxPages),
              rate: Number(rate),
              render: render as Wanted['render'],
            },
          });
        }}
      >
        <ProblemView error={start.error} />
        <Field label={t('patrols.newSite')} help={t('patrols.newSiteHelp')} required error={reasons['site']}>
          {(attributes) => (
            <Input
              {...attributes}
              type="url"
              required
              maxLength={2000}
              autoComplete="off"
              value={site}
              onChange={(event) => setSite(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('patrols.newGround')}
          help={t('patrols.newGroundHelp')}
          required
          error={reasons['ground']}
        >
          {(attributes) => (
            <Input
              {...attributes}
              required
              minLength={2}
              maxLength={500}
              value={ground}
              onChange={(event) => setGround(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('patrols.newKind')} error={reasons['kind']}>
          {({ status: _, ...attributes }) => (
            <select {...attributes} value={kind} onChange={(event) => setKind(event.target.value)}>
              {PATROL_KINDS.map((value) => (
                <option key={value} value={value}>
                  {word('patrolKind', value)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('patrols.newMaxPages')} error={reasons['maxPages']}>
          {(attributes) => (
            <Input
              {...attributes}
              type="number"
              min={1}
              max={1_000_000}
              step={1}
              required
              value={maxPages}
              onChange={(event) => setMaxPages(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('patrols.newRate')} help={t('patrols.newRateHelp')} error={reasons['rate']}>
          {(attributes) => (
            <Input
              {...attributes}
              type="number"
              min={0.01}
              max={20}
              step="any"
              required
              value={rate}
              onChange={(event) => setRate(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('patrols.newRender')} error={reasons['render']}>
          {({ status: _, ...attributes }) => (
            <select {...attributes} value={render} onChange={(event) => setRender(event.target.value)}>
              {RENDER_MODES.map((value) => (
                <option key={value} value={value}>
                  {word('renderMode', value)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {t('patrols.newSubmit')}
        </Button>
      </form>
    </Page>
  );
}
