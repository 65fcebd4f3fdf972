// SPDX-License-Identifier: Apache-2.0
import { OFFICERS } from '@yiwang/contracts';
import { Spin } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ProblemView } from '../parts/problem-view.tsx';
import { Rail } from './rail.tsx';
import { SessionProvider, useWhoIsIn } from './session.tsx';
import { TopBar } from './top-bar.tsx';
import { useText } from './use-text.ts';

/** Says on every page that nothing here is real. */
export function DemoBanner({ demo }: { demo: boolean }) {
  const { t } = useText();
  return demo ? (
    <p className="demo" role="note">
      {t('app.demo')}
    </p>
  ) : null;
}

/** After going to another page the reader's focus follows, so that keyboard and screen reader begin at its title. */
function useFocusOnGo() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** Rail, top bar and the page; whoever is not signed in is sent to the door and comes back here after it. */
export function Shell() {
  const { t } = useText();
  const who = useWhoIsIn();
  const here = useLocation();
  const main = useFocusOnGo();
  if (who.isPending)
    return (
      <div className="alone">
        <Spin aria-label={t('app.loading')} />
      </div>
    );
  if (who.error)
    return (
      <div className="alone">
        <ProblemView error={who.error} again={() => void who.refetch()} />
      </div>
    );
  const session = who.data;
  if (!session)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`} replace />;
  if (!session.roles.some((role) => (OFFICERS as readonly string[]).includes(role)))
    return <Navigate to="/sign-in?refused=1" replace />;
  return (
    <SessionProvider view={session}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <div className={session.demo ? 'shell' : 'shell no-demo'}>
        <DemoBanner demo={session.demo} />
        <div className="rail">
          <div className="rail-inside">
            <div className="rail-mark">
              <img src="/console/mark.svg" alt={t('app.product')} width="28" height="28" />
            </div>
            <Rail />
          </div>
        </div>
        <TopBar />
        <main id="main" tabIndex={-1} ref={main}>
          <Suspense fallback={<Spin aria-label={t('app.loading')} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </SessionProvider>
  );
}
