// SPDX-License-Identifier: Apache-2.0
import type { ProofTab } from './proof-tabs.tsx';

/** What both views of triage get from the page. */
export interface TriageView {
  tab: ProofTab;
  onTab(tab: ProofTab): void;
  nextTab(): void;
  onHelp(): void;
  toggle(): void;
}
