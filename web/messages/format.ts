// SPDX-License-Identifier: Apache-2.0

/** Puts values into `{{name}}` places: the same form that i18next reads, so one text serves portal and console. */
export const format = (template: string, values: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
