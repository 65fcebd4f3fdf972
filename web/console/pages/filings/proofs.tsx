// SPDX-License-Identifier: Apache-2.0
import { type FilingDetail, getProof } from '@yiwang/contracts';
import { addressOf } from '../../api/client.ts';
import { useText } from '../../app/use-text.ts';
import { When } from '../../parts/when.tsx';

/** What was handed in; pictures open in their own tab without the metadata that their maker left in them. */
export function Proofs({ detail }: { detail: FilingDetail }) {
  const { t } = useText();
  const { proofs, filing } = detail;
  return (
    <section className="section">
      <h2>{t('filings.proofs')}</h2>
      {proofs.length === 0 ? <p className="soft">{t('filings.proofsNone')}</p> : null}
      <ul>
        {proofs.map((one) => (
          <li key={one.id} className="evidence-line">
            <a
              href={addressOf(getProof, { params: { id: filing.id, proof: one.id } })}
              target="_blank"
              rel="noreferrer"
            >
              {one.name}
            </a>
            <p className="soft">
              {one.type} · {Math.ceil(one.bytes / 1024)} kB · <When at={one.receivedAt} /> ·{' '}
              <span className="code" title={one.sha256}>
                SHA-256 {one.sha256.slice(0, 16)}…
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
