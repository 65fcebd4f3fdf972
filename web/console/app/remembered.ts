// SPDX-License-Identifier: Apache-2.0

/** Choices kept in this browser only: no business data. Storage may be barred; then they last for the visit. */
type Choice = 'language' | 'theme';
const visit = new Map<Choice, string>();

export function recall(choice: Choice): string | null {
  try {
    return localStorage.getItem(`yiwang.${choice}`) ?? visit.get(choice) ?? null;
  } catch {
    return visit.get(choice) ?? null;
  }
}

export function remember(choice: Choice, value: string): void {
  visit.set(choice, value);
  try {
    localStorage.setItem(`yiwang.${choice}`, value);
  } catch {
    // kept for the visit
  }
}
