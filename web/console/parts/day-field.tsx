// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';

/** A day in a filter: the browser's own field, which phones and screen readers know. */
export function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="day-field"
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
