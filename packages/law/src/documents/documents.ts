// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import complaint from './data/complaint.json' with { type: 'json' };
import penalty from './data/penalty.json' with { type: 'json' };
import platform from './data/platform.json' with { type: 'json' };

/** An official paper of §7: at which step, what it must hold, which clocks it starts or ends. */
export interface LawDocument extends Row {
  id: string;
  set: 'complaint' | 'penalty' | 'platform';
  title: Text;
  step: Text;
  holds: Text;
  /** Clock ids; `crime.*` stands for all clocks of a procedure. */
  clocks: string[];
  clockText?: string;
}

export const documents: readonly LawDocument[] = [
  ...(complaint as LawDocument[]),
  ...(penalty as LawDocument[]),
  ...(platform as LawDocument[]),
];

const byId = new Map(documents.map((one) => [one.id, one]));
export const findDocument = (id: string): LawDocument | undefined => byId.get(id);

/** Order of the papers in the archive (PROC 78): front and back volume. */
export const archiveOrder: { volume: Text; parts: Text[] }[] = [
  {
    volume: { zh: '正卷', en: 'front volume' },
    parts: [
      { zh: '立案审批表', en: 'opening form' },
      { zh: '行政处罚决定书及送达回证', en: 'decision and service' },
      { zh: '对当事人制发的其他文书', en: 'other papers to the party' },
      { zh: '证据材料', en: 'evidence' },
      { zh: '听证笔录', en: 'hearing record' },
      { zh: '财物处理单据', en: 'property papers' },
      { zh: '其他', en: 'other' },
    ],
  },
  {
    volume: { zh: '副卷', en: 'back volume' },
    parts: [
      { zh: '案源材料', en: 'lead' },
      { zh: '调查终结报告', en: 'closing report' },
      { zh: '审核意见', en: 'review' },
      { zh: '听证报告', en: 'hearing report' },
      { zh: '结案审批表', en: 'closing form' },
      { zh: '其他', en: 'other' },
    ],
  },
];
