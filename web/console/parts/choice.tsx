// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';

interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  options: readonly { value: string; title: string }[];
  /** Words for "no choice"; without it a choice is always made. */
  all?: string;
  hideLabel?: boolean;
}

/** A native select: it opens as the system's own on phones and needs no explaining to a screen reader. */
export function Choice({ label, value, onChange, options, all, hideLabel = false }: ChoiceProps) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id} className={hideLabel ? 'hidden' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </span>
  );
}
