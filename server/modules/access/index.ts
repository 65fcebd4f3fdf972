// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import { agencyRoutes } from './agencies/routes.ts';
import { cleanUp, cleanUpJob } from './clean-up.ts';
import { peopleRoutes } from './people-routes.ts';
import { providerRoutes } from './provider/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { sessionRoutes } from './session-routes.ts';
import './tables.ts';

/** People, roles, agencies, sessions. */
export const access: ServerModule = {
  name: 'access',
  routes: [...sessionRoutes, ...secondFactorRoutes, ...providerRoutes, ...peopleRoutes, ...agencyRoutes],
  jobs: [cleanUp],
  // 02:17 in Shanghai
  cron: [{ job: cleanUpJob.name, pattern: '17 18 * * *' }],
};

export { agenciesByPath, agencyViews } from './agency-views.ts';
export { actorOf, createAuthenticator } from './authenticate.ts';
export { createPerson, type NewPerson } from './create-person.ts';
export { type DemoAccount, loadDemonstration } from './demonstration.ts';
export { disablePerson } from './disable-person.ts';
export { needsAdministrator, offerSetup, rootAgency } from './first-administrator.ts';
export { changePasswordOf, createToken, findPerson, revokeTokens } from './manage-account.ts';
export { digestToken, hashPassword, makePassword, makeToken } from './secrets.ts';
