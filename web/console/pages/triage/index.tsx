// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../app/use-text.ts';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { GroupView } from './group-view.tsx';
import { KeysHelp } from './keys-help.tsx';
import { PROOF_TABS, type ProofTab } from './proof-tabs.tsx';
import { SingleView } from './single-view.tsx';

/** Lead triage: one screen, hands on the keyboard. */
export default function Triage() {
  const { t } = useText();
  const { values, set } = useFilters(['view', 'tab']);
  const [help, setHelp] = useState(false);
  const groups = values.view === 'groups';
  const toggle = () => set({ view: groups ? null : 'groups' });
  const tab: ProofTab | null = PROOF_TABS.find((known) => known === values.tab) ?? null;
  const onTab = (next: ProofTab) => set({ tab: next }, { replace: true });
  const shared = {
    tab,
    onTab,
    nextTab: () =>
      onTab(PROOF_TABS[(PROOF_TABS.indexOf(tab ?? 'screenshot') + 1) % PROOF_TABS.length] ?? 'screenshot'),
    onHelp: () => setHelp(true),
    toggle,
  };
  return (
    <div className="triage-page">
      <Page
        title={t('triage.title')}
        line={t('triage.line')}
        actions={
          <>
            <Button onClick={toggle}>
              <kbd aria-hidden>g</kbd> {groups ? t('triage.single') : t('triage.groups')}
            </Button>
            <Button onClick={() => setHelp(true)}>
              <kbd aria-hidden>?</kbd> {t('triage.help')}
            </Button>
          </>
        }
      >
        {groups ? <GroupView {...shared} /> : <SingleView {...shared} />}
      </Page>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
