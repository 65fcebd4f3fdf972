// SPDX-License-Identifier: Apache-2.0

/** The nonce of this answer: the policy lets in only styles that carry it. */
export const styleNonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;

/**
 * antd hands its nonce to its own styles, but its scroll lock and its measuring of the scroll bar make style elements
 * without one. Whatever element of style our own scripts make gets it here; foreign markup is never rendered.
 */
export function nonceEveryStyle(): void {
  if (!styleNonce) return;
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
    return element;
  }) as typeof document.createElement;
}
