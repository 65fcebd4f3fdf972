// SPDX-License-Identifier: Apache-2.0
import type { Answer, verifyEvidence } from '@yiwang/contracts';
import { Alert } from 'antd';
import { useText } from '../../app/use-text.ts';
import { Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';

type Verification = Answer<typeof verifyEvidence>;
const TONE = { proven: 'good', failed: 'bad', 'not-yet': 'plain', policy: 'due' } as const;
const ALERT = { valid: 'success', invalid: 'error', incomplete: 'warning' } as const;

/** What the check found: the verdict, then every claim with the member and the reason. */
export function VerificationView({ result }: { result: Verification }) {
  const { t, word } = useText();
  return (
    <section className="section" aria-live="polite">
      <Alert
        type={ALERT[result.verdict]}
        showIcon
        role="status"
        title={`${t('evidence.verdict')}：${word('verdict', result.verdict)}`}
        description={t('evidence.verdictText')}
      />
      <Listing
        caption={t('evidence.verdict')}
        columns={[
          { key: 'claim', title: t('evidence.claim'), head: true, cell: (row) => row.claim },
          {
            key: 'state',
            title: t('evidence.claimState'),
            cell: (row) => <Mark tone={TONE[row.state]}>{word('claimState', row.state)}</Mark>,
          },
          {
            key: 'member',
            title: t('evidence.member'),
            cell: (row) => <span className="code breakable">{row.member ?? ''}</span>,
          },
          { key: 'reason', title: t('evidence.reason'), cell: (row) => row.reason ?? '' },
        ]}
        list={{ items: result.claims, loading: false }}
        rowKey={(row) => `${row.claim} ${row.member} ${row.reason}`}
        empty={t('app.none')}
      />
    </section>
  );
}
