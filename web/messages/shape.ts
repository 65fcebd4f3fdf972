// SPDX-License-Identifier: Apache-2.0

/** The same keys as the source text, with any wording: a translation that misses or invents a key does not compile. */
export type Shape<T> = { readonly [K in keyof T]: string };
