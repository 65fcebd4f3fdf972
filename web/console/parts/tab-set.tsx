// SPDX-License-Identifier: Apache-2.0
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

interface TabSetProps {
  label: string;
  active: string;
  onChange(key: string): void;
  tabs: readonly { key: string; title: string; content(): ReactNode }[];
}

/**
 * Tabs by the ARIA pattern: arrows move, the rest of the list wraps on a phone. antd's own puts a "more" button among
 * the tabs, which a screen reader may not find there.
 */
export function TabSet({ label, active, onChange, tabs }: TabSetProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.key === active) ?? tabs[0];
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab === current);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div className="tab-set">
      <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            aria-selected={tab === current}
            aria-controls={tab === current ? `${id}-panel` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      {current ? (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current.key}`}>
          {current.content()}
        </div>
      ) : null}
    </div>
  );
}
