// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  type FilingDetail,
  type getComplaint,
  IDENTITY_PURPOSES,
  readIdentity,
} from '@yiwang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';

const NAMES: Readonly<Record<string, MessageKey>> = {
  name: 'filings.fieldName',
  phone: 'filings.fieldPhone',
  email: 'filings.fieldEmail',
  address: 'filings.fieldAddress',
  idKind: 'filings.fieldIdKind',
  idNumber: 'filings.fieldIdNumber',
  agent: 'filings.fieldAgent',
};

type Parties = Answer<typeof readIdentity>['parties'];

/** Who filed, behind a purpose: what was read stays on this screen only and is gone when it is closed. */
export function Identity({ detail, renews }: { detail: FilingDetail; renews: typeof getComplaint }) {
  const { t, word } = useText();
  const { identity, filing } = detail;
  const [parties, setParties] = useState<Parties | null>(null);
  return (
    <section className="section">
      <h2>{t('filings.identity')}</h2>
      {filing.seal === 'ANON' ? (
        <p className="soft">{t('filings.identityAnon')}</p>
      ) : !identity.mayRead ? (
        <p className="soft">{t('filings.identityNot')}</p>
      ) : parties ? (
        <Opened parties={parties} onClose={() => setParties(null)} />
      ) : (
        <Ask id={filing.id} count={identity.fields} renews={renews} onOpen={setParties} />
      )}
      <details>
        <summary>
          {t('filings.identityReads')} {identity.reads.length}
        </summary>
        {identity.reads.length === 0 ? <p className="soft">{t('filings.identityReadsNone')}</p> : null}
        <ul className="soft">
          {identity.reads.map((one) => (
            <li key={one.at + one.by}>
              <When at={one.at} /> · {one.by} · {one.office} · {word('identityPurpose', one.purpose)}：
              {one.rationale}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

interface AskProps {
  id: string;
  count: number;
  renews: typeof getComplaint;
  onOpen(parties: Parties): void;
}

function Ask({ id, count, renews, onOpen }: AskProps) {
  const { t, word } = useText();
  const [purpose, setPurpose] = useState<(typeof IDENTITY_PURPOSES)[number]>('contact');
  const [rationale, setRationale] = useState('');
  const read = useAct(readIdentity, { renews: [renews], onDone: (answer) => onOpen(answer.parties) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (rationale.trim().length >= 4)
          read.mutate({ params: { id }, body: { purpose, rationale: rationale.trim() } });
      }}
    >
      <p className="help">{t('filings.identitySealed', { count })}</p>
      <ProblemView error={read.error} />
      <Choice
        label={t('filings.identityPurpose')}
        value={purpose}
        onChange={(value) => setPurpose(value as typeof purpose)}
        options={IDENTITY_PURPOSES.map((value) => ({ value, title: word('identityPurpose', value) }))}
      />
      <Field label={t('filings.identityWhy')} help={t('filings.identityWhyHelp')} required>
        {(attributes) => (
          <Input
            {...attributes}
            value={rationale}
            maxLength={500}
            onChange={(event) => setRationale(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={read.isPending} disabled={rationale.trim().length < 4}>
        {t('filings.identityOpen')}
      </Button>
    </form>
  );
}

function Opened({ parties, onClose }: { parties: Parties; onClose(): void }) {
  const { t } = useText();
  return (
    <>
      {parties.map(({ party, fields }) => (
        <div key={party}>
          {party > 0 ? <h3>{t('filings.party', { n: party })}</h3> : null}
          <Facts>
            {Object.entries(fields).map(([name, value]) => (
              <Fact key={name} name={NAMES[name] ? t(NAMES[name]) : name}>
                {value}
              </Fact>
            ))}
          </Facts>
        </div>
      ))}
      <Button onClick={onClose}>{t('filings.identityClose')}</Button>
    </>
  );
}
