// SPDX-License-Identifier: Apache-2.0

/**
 * A version 7 UUID (RFC 9562 §5.7): 48 bits of milliseconds, then randomness.
 * @param now milliseconds since the epoch
 * @param random fills the array with unpredictable bytes; the platform's generator by default
 */
export function uuidv7(
  now: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (b) => void crypto.getRandomValues(b),
): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  for (let i = 0, t = now; i < 6; i++) {
    bytes[5 - i] = t % 256;
    t = Math.floor(t / 256);
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether `text` is written as a UUID of any version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
