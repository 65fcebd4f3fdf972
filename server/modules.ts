// SPDX-License-Identifier: Apache-2.0
import { access } from './modules/access/index.ts';
import type { ServerModule } from './platform/module.ts';

/** Every module of the service; the order is that of their reference data. */
export const modules: readonly ServerModule[] = [access];
