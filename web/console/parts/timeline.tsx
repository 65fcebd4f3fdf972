// SPDX-License-Identifier: Apache-2.0
import type { TimelineEntry } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';
import { When } from './when.tsx';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  /** Entries that came while the reader looked: marked. */
  fresh?: ReadonlySet<string>;
}

/** Who, when, what and why; the newest above. */
export function Timeline({ entries, fresh }: TimelineProps) {
  const { both } = useText();
  return (
    <ol className="timeline">
      {[...entries]
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map((entry) => (
          <li key={entry.id} className={fresh?.has(entry.id) ? 'fresh' : undefined}>
            <p>
              <strong>{both(entry.title)}</strong>
              <span className="soft">
                {' '}
                · {entry.actor} · <When at={entry.at} />
              </span>
            </p>
            {entry.note ? <p className="timeline-note">{entry.note}</p> : null}
            {entry.details.length > 0 ? (
              <ul className="soft">
                {entry.details.map((detail) => (
                  <li key={`${detail.title.zh}${detail.value}`}>
                    {both(detail.title)}：{detail.value}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
    </ol>
  );
}
