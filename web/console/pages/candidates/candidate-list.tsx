// SPDX-License-Identifier: Apache-2.0
import type { Candidate } from '@yiwang/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/use-text.ts';
import { Mark, Risk } from '../../parts/marks.tsx';
import { When } from '../../parts/when.tsx';

interface CandidateListProps {
  items: readonly Candidate[];
  selected: string | null;
  onSelect(id: string): void;
  more: (() => void) | null;
  loadingMore: boolean;
}

export function CandidateList({ items, selected, onSelect, more, loadingMore }: CandidateListProps) {
  const { t, word } = useText();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className="hits-scroll">
      <ol className="hits" ref={list} aria-label={t('candidates.list')}>
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" aria-current={one.id === selected} onClick={() => onSelect(one.id)}>
              <span className="hit-line">
                <Risk value={one.score} />
                <span className="hit-label">{one.host}</span>
                <span className="soft">
                  <When at={one.proposedAt} as="ago" />
                </span>
              </span>
              <span className="hit-title">{one.name ?? one.host}</span>
              <span className="hit-line">
                {one.state === 'new' ? null : <Mark>{word('candidateState', one.state)}</Mark>}
                <span className="soft hit-shop">
                  {one.reasons.map((reason) => word('candidateReason', reason)).join(' · ')}
                </span>
                {one.listings !== null && one.listings > 0 ? (
                  <span className="soft">
                    {t('candidates.listings')} {one.listings}
                  </span>
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
