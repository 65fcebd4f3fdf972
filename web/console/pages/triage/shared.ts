// SPDX-License-Identifier: Apache-2.0
import type { ProofTab } from './proof-tabs.tsx';

/** What both views of triage get from the page. */
export interface TriageView {
  /** null: whatever shows most – the screenshot, or the text where there is none. */
  tab: ProofTab | null;
  onTab(tab: ProofTab): void;
  nextTab(): void;
  onHelp(): void;
  toggle(): void;
}
