// SPDX-License-Identifier: Apache-2.0

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, RouteContract } from '@yiwang/contracts';
import { type CallArguments, call } from './client.ts';

/** Under which a read is kept; `[contract.id]` alone names all reads of that call. */
export const keyOf = (contract: RouteContract, args?: object): readonly unknown[] =>
  args === undefined ? [contract.id] : [contract.id, args];

interface ReadOptions {
  enabled?: boolean;
  /** Ask again every so many milliseconds while the page is in view; a function may stop it. */
  every?: number | false;
}

/** Reads a call and keeps the previous answer on screen while a filter changes. */
export const useCall = <C extends RouteContract>(
  contract: C,
  args: CallArguments<C>,
  { enabled = true, every = false }: ReadOptions = {},
) =>
  useQuery<Answer<C>>({
    queryKey: keyOf(contract, args),
    queryFn: ({ signal }) => call(contract, args, signal),
    enabled,
    refetchInterval: every,
    placeholderData: keepPreviousData,
  });

type PageLike = { items: unknown[]; next: string | null };

/** Reads a list page by page; `items` holds all pages read so far. */
export function usePages<C extends RouteContract>(
  contract: C,
  args: CallArguments<C>,
  { enabled = true, every = false }: ReadOptions = {},
) {
  const list = useInfiniteQuery({
    queryKey: keyOf(contract, args),
    queryFn: ({ signal, pageParam }) => {
      const query = { ...(args as { query?: object }).query, ...(pageParam ? { cursor: pageParam } : {}) };
      return call(contract, { ...args, query } as CallArguments<C>, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as PageLike).next,
    enabled,
    refetchInterval: every,
    placeholderData: keepPreviousData,
  });
  const pages = (list.data?.pages ?? []) as Answer<C>[];
  type Item = Answer<C> extends { items: (infer I)[] } ? I : never;
  return {
    items: pages.flatMap((page) => (page as PageLike).items as Item[]),
    first: pages[0],
    error: list.error,
    loading: list.isPending,
    stale: list.isPlaceholderData,
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
    loadingMore: list.isFetchingNextPage,
    again: () => void list.refetch(),
  };
}

/** Writes; on success the reads named in `renews` are asked anew. */
export function useAct<C extends RouteContract>(
  contract: C,
  { renews = [], onDone }: { renews?: readonly RouteContract[]; onDone?: (answer: Answer<C>) => void } = {},
) {
  const client = useQueryClient();
  return useMutation<Answer<C>, unknown, CallArguments<C>>({
    mutationFn: (args) => call(contract, args),
    onSuccess: (answer) => {
      for (const read of renews) void client.invalidateQueries({ queryKey: keyOf(read) });
      onDone?.(answer);
    },
  });
}
