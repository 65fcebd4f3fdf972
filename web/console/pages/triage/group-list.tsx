// SPDX-License-Identifier: Apache-2.0
import type { HitGroup } from '@yiwang/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/use-text.ts';
import { LabelName, Risk } from '../../parts/marks.tsx';

interface GroupListProps {
  groups: readonly HitGroup[];
  selected: string | null;
  onSelect(key: string): void;
  more: (() => void) | null;
  loadingMore: boolean;
}

export function GroupList({ groups, selected, onSelect, more, loadingMore }: GroupListProps) {
  const { t, both } = useText();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className="hits-scroll">
      <ol className="hits" ref={list} aria-label={t('triage.list')}>
        {groups.map((group) => (
          <li key={group.key}>
            <button type="button" aria-current={group.key === selected} onClick={() => onSelect(group.key)}>
              <span className="hit-line">
                <Risk value={group.risk} />
                <span className="hit-label">
                  <LabelName label={group.label} />
                </span>
                <strong>{t('triage.countOther', { count: group.count })}</strong>
              </span>
              <span className="hit-title">{group.shop ?? t('app.none')}</span>
              <span className="hit-line soft">{both(group.ruleTitle)}</span>
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
