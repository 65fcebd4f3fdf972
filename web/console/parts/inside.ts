// SPDX-License-Identifier: Apache-2.0

/** The API names pages of the console by their address; inside it they are routes. */
export const inside = (href: string): string => href.replace(/^\/console(?=\/|$)/, '') || '/';
