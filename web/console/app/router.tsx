// SPDX-License-Identifier: Apache-2.0
import { App } from 'antd';
import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { Broken, NotHere } from './broken.tsx';
import { Shell } from './shell.tsx';

/** A page in a file of its own, read when somebody goes there. */
const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

/** Inside the router: what messages and dialogues show may hold links. */
const Root = () => (
  <App message={{ maxCount: 3 }}>
    <Outlet />
  </App>
);

export const router = createBrowserRouter(
  [
    {
      Component: Root,
      HydrateFallback: () => null,
      children: [
        { ...page('/sign-in', () => import('../pages/sign-in.tsx')), errorElement: <Broken /> },
        { ...page('/setup', () => import('../pages/setup.tsx')), errorElement: <Broken /> },
        {
          path: '/',
          Component: Shell,
          HydrateFallback: () => null,
          errorElement: <Broken />,
          children: [
            {
              errorElement: <Broken />,
              children: [
                page('triage', () => import('../pages/triage/index.tsx')),
                page('leads', () => import('../pages/leads/index.tsx')),
                page('leads/:id', () => import('../pages/leads/lead.tsx')),
                page('complaints', () => import('../pages/filings/complaints.tsx')),
                page('reports', () => import('../pages/filings/reports.tsx')),
                page('inquiries', () => import('../pages/filings/inquiries.tsx')),
                page('complaints/:id', () => import('../pages/filings/complaint.tsx')),
                page('reports/:id', () => import('../pages/filings/report.tsx')),
                page('inquiries/:id', () => import('../pages/filings/inquiry.tsx')),
                page('intake', () => import('../pages/filings/intake.tsx')),
                page('files', () => import('../pages/files/index.tsx')),
                page('files/:id', () => import('../pages/files/file.tsx')),
                page('papers', () => import('../pages/papers/index.tsx')),
                page('find', () => import('../pages/find.tsx')),
                {
                  index: true,
                  lazy: async () => ({ Component: (await import('../pages/desk/index.tsx')).default }),
                },
                page('overview', () => import('../pages/overview.tsx')),
                page('indicators', () => import('../pages/indicators/index.tsx')),
                page('indicators/:id', () => import('../pages/indicators/indicator.tsx')),
                page('search', () => import('../pages/search.tsx')),
                page('patrols', () => import('../pages/patrols/index.tsx')),
                page('patrols/new', () => import('../pages/patrols/new.tsx')),
                page('patrols/:id', () => import('../pages/patrols/patrol.tsx')),
                page('patrols/:id/log', () => import('../pages/patrols/log.tsx')),
                page('patrols/:id/report', () => import('../pages/patrols/report.tsx')),
                page('plans', () => import('../pages/plans/index.tsx')),
                page('plans/new', () => import('../pages/plans/new.tsx')),
                page('plans/rhythms', () => import('../pages/plans/rhythms.tsx')),
                page('plans/:id', () => import('../pages/plans/plan.tsx')),
                page('plans/:id/report', () => import('../pages/plans/report.tsx')),
                page('candidates', () => import('../pages/candidates/index.tsx')),
                page('candidates/import', () => import('../pages/candidates/import.tsx')),
                page('registry', () => import('../pages/registry/index.tsx')),
                page('registry/imports', () => import('../pages/registry/imports.tsx')),
                page('registry/subjects/:id', () => import('../pages/registry/subject.tsx')),
                page('registry/venues/:id', () => import('../pages/registry/venue.tsx')),
                page('evidence', () => import('../pages/evidence/index.tsx')),
                page('evidence/:id', () => import('../pages/evidence/item.tsx')),
                page('rules', () => import('../pages/rules/index.tsx')),
                page('rules/:rule', () => import('../pages/rules/rule.tsx')),
                page('law', () => import('../pages/law/index.tsx')),
                page('audit', () => import('../pages/audit.tsx')),
                page('people', () => import('../pages/people/index.tsx')),
                page('account', () => import('../pages/account/index.tsx')),
                { path: '*', Component: NotHere },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
