// SPDX-License-Identifier: Apache-2.0
import { portal } from './portal.ts';

export const zhCN = { portal } as const;
