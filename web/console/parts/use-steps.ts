// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import type { OpenAction, RouteContract, TimelineEntry } from '@yiwang/contracts';
import { App } from 'antd';
import { useState } from 'react';
import { type CallArguments, call } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { keyOf } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import type { FormValues } from './action-form.tsx';

interface StepsOptions<R extends RouteContract, A extends RouteContract> {
  read: R;
  act: A;
  id: string;
  detail: { timeline: readonly TimelineEntry[] } | undefined;
  version: number;
  renews: readonly RouteContract[];
}

/** Takes steps on a file; when somebody was quicker it reads the file anew and says what came in between. */
export function useSteps<R extends RouteContract, A extends RouteContract>({
  read,
  act: contract,
  id,
  detail,
  version,
  renews,
}: StepsOptions<R, A>) {
  const text = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const args = { params: { id } };
  const key = keyOf(read, args);
  const act = async (action: OpenAction, form: FormValues): Promise<boolean> => {
    if (!detail) return false;
    setBusy(true);
    setError(null);
    try {
      const answer = await call(contract, {
        params: { id, action: action.id },
        body: { version, form },
      } as unknown as CallArguments<A>);
      client.setQueryData(key, answer);
      for (const list of renews) void client.invalidateQueries({ queryKey: keyOf(list) });
      setFresh(new Set());
      void message.success(text.t('leads.done', { title: text.both(action.title) }));
      return true;
    } catch (failure) {
      setError(failure);
      if (codeOf(failure) === 'moved_on' || codeOf(failure) === 'action_not_open') {
        const known = new Set(detail.timeline.map((entry) => entry.id));
        const now = (await client.fetchQuery({
          queryKey: key,
          queryFn: () => call(read, args as unknown as CallArguments<R>),
          staleTime: 0,
        })) as { timeline: TimelineEntry[] };
        setFresh(new Set(now.timeline.map((entry) => entry.id).filter((entry) => !known.has(entry))));
      }
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, fresh, act, reset: () => setError(null) };
}
