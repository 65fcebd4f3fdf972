// SPDX-License-Identifier: Apache-2.0

/** Counters and gauges in the text format of Prometheus (version 0.0.4). */
export interface Metrics {
  count(name: string, labels: Record<string, string>, by?: number): void;
  observe(name: string, labels: Record<string, string>, seconds: number): void;
  /** Read at each scrape. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  render(): Promise<string>;
}

const BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10];

const text = (labels: Record<string, string>): string => {
  const inner = Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`)
    .join(',');
  return inner === '' ? '' : `{${inner}}`;
};

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const gauges = new Map<string, { help: string; read: () => number | Promise<number> }>();
  const add = (name: string, labels: Record<string, string>, by: number) => {
    const series = counters.get(name) ?? new Map<string, number>();
    counters.set(name, series);
    series.set(text(labels), (series.get(text(labels)) ?? 0) + by);
  };
  return {
    count: (name, labels, by = 1) => add(name, labels, by),
    observe(name, labels, seconds) {
      for (const bucket of BUCKETS)
        if (seconds <= bucket) add(`${name}_bucket`, { ...labels, le: String(bucket) }, 1);
      add(`${name}_bucket`, { ...labels, le: '+Inf' }, 1);
      add(`${name}_sum`, labels, seconds);
      add(`${name}_count`, labels, 1);
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    async render() {
      const lines: string[] = [];
      for (const [name, { help, read }] of gauges) {
        const value = await read();
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
      }
      for (const [name, series] of counters)
        for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`);
      return `${lines.join('\n')}\n`;
    },
  };
}
