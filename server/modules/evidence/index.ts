// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import type { EvidencePorts } from './ports.ts';
import { evidenceRoutes } from './routes.ts';

/** Sealed captures, their store and their chain of custody. */
export const evidence = (ports: EvidencePorts): ServerModule => ({
  name: 'evidence',
  routes: evidenceRoutes(ports),
});

export { evidenceItems } from './evidence-view.ts';
export { exportPackage } from './export-evidence.ts';
export { keepEvidence, type SealedItem } from './keep-evidence.ts';
export { openPackage, storePackage } from './open-package.ts';
export type { EvidencePorts } from './ports.ts';
