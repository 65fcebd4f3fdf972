// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  type Body,
  CLAIMS,
  FILING_CHANNELS,
  FILING_MATTERS,
  findFilingOffice,
  findSimilar,
  listComplaints,
  listReports,
  takeIn,
} from '@yiwang/contracts';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { bodyOf, EMPTY, type Form, missing } from './intake-form.ts';
import { PATHS } from './paths.ts';
import { Related } from './related.tsx';

/** A value that waits until somebody has stopped typing. */
function useSettled<T>(value: T, ms = 500): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** One screen for a call, a letter or a visit: what is known of shop, office and earlier filings stands beside the form. */
export default function Intake() {
  const { t } = useText();
  const [form, setForm] = useState<Form>(EMPTY);
  const [done, setDone] = useState<{ answer: Answer<typeof takeIn>; seconds: number } | null>(null);
  const began = useRef(Date.now());
  const [tried, setTried] = useState(false);
  const enter = useAct(takeIn, {
    renews: [listComplaints, listReports],
    onDone: (answer) => setDone({ answer, seconds: Math.round((Date.now() - began.current) / 1000) }),
  });
  const faults = tried ? missing(form) : [];
  if (done)
    return (
      <Done
        done={done}
        onAnother={() => {
          setForm({ ...EMPTY, kind: form.kind, channel: form.channel });
          setTried(false);
          setDone(null);
          began.current = Date.now();
        }}
      />
    );
  return (
    <Page title={t('filings.intakeTitle')} line={t('filings.intakeLine')}>
      <div className="intake">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (missing(form).length === 0) enter.mutate({ body: bodyOf(form) as Body<typeof takeIn> });
          }}
        >
          <ProblemView error={enter.error} />
          <Sheet form={form} faults={faults} onChange={(change) => setForm({ ...form, ...change })} />
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {t('filings.intakeSubmit')}
          </Button>
        </form>
        <Beside form={form} />
      </div>
    </Page>
  );
}

interface SheetProps {
  form: Form;
  faults: readonly string[];
  onChange(change: Partial<Form>): void;
}

function Sheet({ form, faults, onChange }: SheetProps) {
  const { t, word } = useText();
  const line = (name: keyof Form & string, label: string, required = false, type = 'text') => (
    <Field
      label={label}
      required={required}
      error={faults.includes(name) ? t('filings.intakeMissing') : undefined}
    >
      {(attributes) => (
        <Input
          {...attributes}
          type={type}
          maxLength={2000}
          value={String(form[name])}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const complaint = form.kind === 'complaint';
  return (
    <>
      <div className="filters">
        <Choice
          label={t('filings.intakeKind')}
          value={form.kind}
          onChange={(kind) => onChange({ kind: kind as Form['kind'] })}
          options={(['complaint', 'report'] as const).map((value) => ({
            value,
            title: word('filingKind', value),
          }))}
        />
        <Choice
          label={t('filings.channel')}
          value={form.channel}
          onChange={(channel) => onChange({ channel: channel as Form['channel'] })}
          options={FILING_CHANNELS.filter((one) => one !== 'web').map((value) => ({
            value,
            title: word('filingChannel', value),
          }))}
        />
        <Choice
          label={t('filings.matter')}
          value={form.matter}
          onChange={(matter) => onChange({ matter: matter as Form['matter'] })}
          options={FILING_MATTERS.map((value) => ({ value, title: word('filingMatter', value) }))}
        />
      </div>
      {line('receivedOn', t('filings.intakeReceived'), false, 'date')}
      {line('link', t('filings.intakeLink'))}
      {line('shop', t('filings.intakeName'), true)}
      {line('shownAddress', t('filings.intakeAddress'))}
      {line('order', t('filings.order'))}
      <Field
        label={t('filings.statement')}
        required
        error={faults.includes('statement') ? t('filings.intakeMissing') : undefined}
      >
        {(attributes) => (
          <Input.TextArea
            {...attributes}
            rows={4}
            maxLength={5000}
            value={form.statement}
            onChange={(event) => onChange({ statement: event.target.value })}
          />
        )}
      </Field>
      {complaint ? (
        <>
          <Checkbox.Group
            aria-label={t('filings.claims')}
            value={form.claims}
            onChange={(claims) => onChange({ claims: claims as Form['claims'] })}
            options={CLAIMS.map((value) => ({ value, label: word('claim', value) }))}
          />
          {faults.includes('claims') ? (
            <p className="field-error" role="alert">
              {t('filings.claims')}：{t('filings.intakeMissing')}
            </p>
          ) : null}
          {line('amount', t('filings.amount'))}
          <p>
            <Checkbox checked={form.also} onChange={(event) => onChange({ also: event.target.checked })}>
              {t('filings.intakeAlso')}
            </Checkbox>
          </p>
        </>
      ) : (
        <p>
          <Checkbox
            checked={form.anonymous}
            onChange={(event) => onChange({ anonymous: event.target.checked })}
          >
            {t('filings.intakeAnonymous')}
          </Checkbox>
        </p>
      )}
      {complaint || !form.anonymous ? (
        <>
          {line('name', t('filings.fieldName'), true)}
          {line('phone', t('filings.fieldPhone'), true)}
          {line('address', t('filings.fieldAddress'))}
        </>
      ) : null}
    </>
  );
}

/** Office and earlier filings, looked up while the caller still talks. */
function Beside({ form }: { form: Form }) {
  const { t, both } = useText();
  const asked = useSettled(JSON.stringify([form.kind, form.matter, form.link, form.shop, form.shownAddress]));
  const phone = useSettled(form.phone);
  const [office, setOffice] = useState<Answer<typeof findFilingOffice> | null>(null);
  const find = useAct(findFilingOffice, { onDone: setOffice });
  const similar = useCall(
    findSimilar,
    {
      body: {
        phone: phone || null,
        shop: { link: form.link || null, name: form.shop || null },
      },
    },
    { enabled: phone.replace(/\D/g, '').length >= 5 || asked.length > 60 },
  );
  const ask = find.mutate;
  useEffect(() => {
    const [kind, matter, link, name, respondentAddress] = JSON.parse(asked) as string[];
    if (!link && !name && !respondentAddress) return;
    ask({
      body: {
        kind: kind as Form['kind'],
        matter: matter as Form['matter'],
        shop: { link: link || null, name: name || null, respondentAddress: respondentAddress || null },
      },
    });
  }, [asked, ask]);
  return (
    <div className="stack">
      <section className="section" aria-live="polite">
        <h2>{t('filings.intakeOffice')}</h2>
        {office ? (
          <Facts>
            <Fact name={t('filings.intakeOffice')}>
              {office.primary.map((one) => one.name).join('、') || t('app.none')}
              {office.doubt ? <p className="help">{both(office.doubt)}</p> : null}
            </Fact>
            <Fact name={t('filings.respondent')}>{office.shop.operator ?? t('app.none')}</Fact>
          </Facts>
        ) : (
          <p className="soft">{t('app.none')}</p>
        )}
        <p className="help">{t('filings.intakeOwn')}</p>
      </section>
      {similar.data ? <Related detail={similar.data} /> : null}
    </div>
  );
}

function Done({
  done,
  onAnother,
}: {
  done: { answer: Answer<typeof takeIn>; seconds: number };
  onAnother(): void;
}) {
  const { t, word } = useText();
  return (
    <Page title={t('filings.intakeTitle')} line={t('filings.intakeTime', { seconds: done.seconds })}>
      <Alert type="success" showIcon title={t('filings.intakeDone')} />
      <Facts>
        <Fact name={t('filings.intakeReceipt')}>
          <strong className="code">{done.answer.receipt}</strong>
        </Fact>
        {done.answer.items.map((item, index) => (
          <Fact key={item.number} name={word('filingKind', item.kind)}>
            <Link to={`${PATHS[item.kind]}/${done.answer.ids[index]?.id ?? ''}`}>{item.number}</Link>
            {item.due ? ` · ${t('leads.dueOn', { day: item.due })}` : ''}
          </Fact>
        ))}
      </Facts>
      <Button type="primary" onClick={onAnother}>
        {t('filings.intakeAnother')}
      </Button>
    </Page>
  );
}
