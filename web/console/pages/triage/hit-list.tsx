// SPDX-License-Identifier: Apache-2.0
import type { Hit } from '@yiwang/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/use-text.ts';
import { HitState, LabelName, Risk, SeverityMark } from '../../parts/marks.tsx';
import { When } from '../../parts/when.tsx';

interface HitListProps {
  hits: readonly Hit[];
  selected: string | null;
  onSelect(id: string): void;
  more: (() => void) | null;
  loadingMore: boolean;
}

export function HitList({ hits, selected, onSelect, more, loadingMore }: HitListProps) {
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className="hits-scroll">
      <ol className="hits" ref={list} aria-label={t('triage.list')}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" aria-current={hit.id === selected} onClick={() => onSelect(hit.id)}>
              <span className="hit-line">
                <Risk value={hit.risk} />
                <span className="hit-label">
                  <LabelName label={hit.label} />
                </span>
                <span className="soft">
                  <When at={hit.foundAt} as="ago" />
                </span>
              </span>
              <span className="hit-title">{hit.title}</span>
              <span className="hit-line">
                <SeverityMark severity={hit.severity} />
                {hit.state === 'new' ? null : <HitState state={hit.state} />}
                <span className="soft hit-shop">{hit.shop ?? ''}</span>
                {hit.groupSize > 1 ? (
                  <span className="soft">{t('triage.groupOf', { count: hit.groupSize })}</span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {more ? (
        <p className="more">
          <Button onClick={more} loading={loadingMore}>
            {t('app.more')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
