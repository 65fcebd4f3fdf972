// SPDX-License-Identifier: Apache-2.0

interface Span {
  start: number;
  end: number;
}

/** Cuts a text at the given UTF-16 offsets; overlapping spans are merged. */
export function cut(
  text: string,
  spans: readonly Span[],
): { text: string; marked: boolean; start: number }[] {
  const sorted = spans
    .filter((span) => span.start < span.end && span.start >= 0 && span.start < text.length)
    .map((span) => ({ start: span.start, end: Math.min(span.end, text.length) }))
    .sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  const pieces: { text: string; marked: boolean; start: number }[] = [];
  let at = 0;
  for (const { start, end } of merged) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, start: at });
    pieces.push({ text: text.slice(start, end), marked: true, start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, start: at });
  return pieces;
}

/** A text with its findings marked where they stand in the original. */
export const Highlight = ({ text, spans }: { text: string; spans: readonly Span[] }) => (
  <>
    {cut(text, spans).map((piece) =>
      piece.marked ? (
        <mark key={piece.start}>{piece.text}</mark>
      ) : (
        <span key={piece.start}>{piece.text}</span>
      ),
    )}
  </>
);

/** Where each of the words stands in a text, for the recorded source that no offsets point into. */
export function spansOf(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const word of new Set(words.filter((w) => w.length > 0)))
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      spans.push({ start: at, end: at + word.length });
  return spans;
}
