// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';
import { LivenessMark } from './marks.tsx';
import { dayOf, minuteOf } from './when.tsx';

/** Whether the page is still there, since when it was seen, and when we look again. */
export function LivenessLine({ liveness }: { liveness: HitDetail['liveness'] }) {
  const { t, locale } = useText();
  const seen = t('triage.livenessSeen', {
    first: dayOf(liveness.firstSeenAt),
    last: minuteOf(liveness.lastSeenAt),
  });
  const next = liveness.nextAt ? t('triage.next', { time: dayOf(liveness.nextAt) }) : null;
  return (
    <>
      <LivenessMark state={liveness.state} />{' '}
      <span className="soft">{[seen, next].filter(Boolean).join(locale === 'en' ? '; ' : '，')}</span>
    </>
  );
}
