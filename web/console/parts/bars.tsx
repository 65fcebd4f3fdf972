// SPDX-License-Identifier: Apache-2.0

interface BarsProps {
  values: readonly number[];
  /** The scale's top; the same for charts that are to be compared. */
  max: number;
  /** What the chart says, in words. */
  label: string;
  height?: number;
  /** Logarithmic: counts of pages and of leads stand side by side under one scale. */
  log?: boolean;
}

/** Small bars, one a step; the numbers are in the label, the drawing repeats them. */
export function Bars({ values, max, label, height = 40, log = false }: BarsProps) {
  const width = values.length * 8;
  const scale = log ? Math.log1p : (value: number) => value;
  const top = scale(Math.max(max, 1));
  return (
    <svg
      className="bars"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      height={height}
    >
      <line x1="0" y1={height - 0.5} x2={width} y2={height - 0.5} />
      {values.map((value, index) => {
        // A day with something in it is always seen, however small beside the others.
        const tall = value === 0 ? 0 : Math.max(1.5, (scale(value) / top) * (height - 2));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in time is the identity
          <rect key={index} x={index * 8 + 1} y={height - 1 - tall} width={6} height={tall} />
        );
      })}
    </svg>
  );
}
