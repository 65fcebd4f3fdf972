// SPDX-License-Identifier: Apache-2.0

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Access, getSession, type RouteContract, type SessionView } from '@yiwang/contracts';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { call, rememberCsrfToken } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { keyOf } from '../api/use-call.ts';

interface Session extends SessionView {
  /** Whether the person's roles open this call, by the contract's own access list. */
  may(contract: RouteContract): boolean;
}

const Current = createContext<Session | null>(null);

/** The signed-in person; only inside of the shell. */
export function useSession(): Session {
  const session = use(Current);
  if (session === null) throw new Error('useSession outside of a session');
  return session;
}

const opens = (access: Access, roles: readonly string[]): boolean =>
  access === 'public' || access === 'signed-in' || access.some((role) => roles.includes(role));

/** Asks who is signed in; null = nobody. */
export const useWhoIsIn = () =>
  useQuery<SessionView | null>({
    queryKey: keyOf(getSession),
    queryFn: async ({ signal }) => {
      try {
        const session = await call(getSession, {}, signal);
        rememberCsrfToken(session.csrfToken);
        return session;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
    retry: 1,
  });

export function SessionProvider({ view, children }: { view: SessionView; children: ReactNode }) {
  const value = useMemo<Session>(
    () => ({ ...view, may: (contract) => opens(contract.access, view.roles) }),
    [view],
  );
  return <Current value={value}>{children}</Current>;
}

/** Forgets everything that was read: another person may sit down at this screen. */
export function useForget() {
  const client = useQueryClient();
  return () => {
    rememberCsrfToken('');
    client.clear();
  };
}
