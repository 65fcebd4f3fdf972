// SPDX-License-Identifier: Apache-2.0

import { useQuery } from '@tanstack/react-query';
import { getOriginalPage } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { callText } from '../api/client.ts';
import { keyOf } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import { Highlight, spansOf } from './highlight.tsx';
import { ProblemView } from './problem-view.tsx';

/** Beyond this a source is cut for the screen: the whole stands in the package. */
const SHOWN = 400_000;

/** The recorded response as text, with the matched words marked; never as markup. */
export function OriginalPage({ evidenceId, words }: { evidenceId: string; words: readonly string[] }) {
  const { t } = useText();
  const args = { params: { id: evidenceId } };
  const source = useQuery({
    queryKey: keyOf(getOriginalPage, args),
    queryFn: ({ signal }) => callText(getOriginalPage, args, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (source.error) return <ProblemView error={source.error} again={() => void source.refetch()} />;
  if (source.data === undefined) return <Skeleton active />;
  const text = source.data.slice(0, SHOWN);
  return (
    <>
      <p className="help">{t('triage.originalHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('triage.original')}>
        <pre className="text-block">
          <Highlight text={text} spans={spansOf(text, words)} />
        </pre>
      </section>
    </>
  );
}
