// SPDX-License-Identifier: Apache-2.0

/** A line on a terminal that says how far long work is; from two seconds on, and never in a pipe. */
export function progressLine(unit: string): { show(count: number): void; end(): void } {
  const { stderr } = process;
  const begun = performance.now();
  let shown = false;
  return {
    show(count) {
      const seconds = (performance.now() - begun) / 1000;
      if (!stderr.isTTY || seconds < 2) return;
      shown = true;
      stderr.write(
        `\r\u001b[K${count.toLocaleString('en')} ${unit}, ${Math.round(count / seconds)} a second`,
      );
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
