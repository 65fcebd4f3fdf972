// SPDX-License-Identifier: Apache-2.0
import { en } from './en/index.ts';
import type { PortalLocale } from './locale.ts';
import { zhCN } from './zh-CN/index.ts';
import { toHant } from './zh-hant.ts';

export { format } from './format.ts';
export {
  chooseLocale,
  choosePortalLocale,
  isLocale,
  isPortalLocale,
  LOCALES,
  type Locale,
  PORTAL_LOCALES,
  type PortalLocale,
} from './locale.ts';
export { toHant } from './zh-hant.ts';

/** Rooms of messages, each with its keys; every language has the same. */
export type Messages = {
  readonly [Room in keyof typeof zhCN]: { readonly [Key in keyof (typeof zhCN)[Room]]: string };
};

/** The source in traditional characters; made when somebody first asks for it. */
let hant: Messages | undefined;
const inHant = (): Messages => {
  hant ??= Object.fromEntries(
    Object.entries(zhCN).map(([room, texts]) => [
      room,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, toHant(text)])),
    ]),
  ) as Messages;
  return hant;
};

export const messages: Readonly<Record<PortalLocale, Messages>> = {
  'zh-CN': zhCN,
  en,
  get 'zh-Hant'() {
    return inHant();
  },
};
