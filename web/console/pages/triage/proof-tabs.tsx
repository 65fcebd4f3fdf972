// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import { Alert } from 'antd';
import { useText } from '../../app/use-text.ts';
import { OriginalPage } from '../../parts/original-page.tsx';
import { Screenshot } from '../../parts/screenshot.tsx';
import { TabSet } from '../../parts/tab-set.tsx';
import { TextsView } from '../../parts/texts-view.tsx';

export const PROOF_TABS = ['screenshot', 'text', 'original'] as const;
export type ProofTab = (typeof PROOF_TABS)[number];

interface ProofTabsProps {
  detail: HitDetail;
  tab: ProofTab | null;
  onTab(tab: ProofTab): void;
}

/** 截图 · 正文 · 原始页面. */
export function ProofTabs({ detail, tab, onTab }: ProofTabsProps) {
  const { t } = useText();
  const { hit, findings, screenshot, boxes } = detail;
  const none = <Alert type="info" showIcon title={t('triage.noEvidence')} />;
  return (
    <TabSet
      label={t('triage.tabs')}
      active={tab ?? (screenshot ? 'screenshot' : 'text')}
      onChange={(key) => onTab(key as ProofTab)}
      tabs={[
        {
          key: 'screenshot',
          title: t('triage.screenshot'),
          content: () =>
            !hit.evidenceId ? (
              none
            ) : screenshot ? (
              <Screenshot evidenceId={hit.evidenceId} size={screenshot} boxes={boxes} />
            ) : (
              <Alert type="info" showIcon title={t('triage.noScreenshot')} />
            ),
        },
        {
          key: 'text',
          title: t('triage.text'),
          content: () => <TextsView texts={detail.texts} findings={findings} />,
        },
        {
          key: 'original',
          title: t('triage.original'),
          content: () =>
            hit.evidenceId ? (
              <OriginalPage evidenceId={hit.evidenceId} words={findings.map((finding) => finding.text)} />
            ) : (
              none
            ),
        },
      ]}
    />
  );
}
