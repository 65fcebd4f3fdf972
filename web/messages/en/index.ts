// SPDX-License-Identifier: Apache-2.0
import { portal } from './portal.ts';

export const en = { portal } as const;
