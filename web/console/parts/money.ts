// SPDX-License-Identifier: Apache-2.0

/** A price as it is read: yuan as ¥, others with their code. */
export function money(amount: number | null, currency: string | null, locale: string): string {
  if (amount === null) return '—';
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency ?? 'CNY',
      currencyDisplay: currency === null || currency === 'CNY' ? 'narrowSymbol' : 'code',
    }).format(amount);
  } catch {
    return `${amount} ${currency ?? ''}`;
  }
}

/** A count with its thousands apart. */
export const count = (value: number, locale: string): string => new Intl.NumberFormat(locale).format(value);

/** Bytes as kB or MB of 1000, as the sizes in the evidence list. */
export function size(bytes: number, locale: string): string {
  const unit = bytes >= 1_000_000 ? 'megabyte' : bytes >= 1000 ? 'kilobyte' : 'byte';
  const by = unit === 'megabyte' ? 1_000_000 : unit === 'kilobyte' ? 1000 : 1;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / by);
}
