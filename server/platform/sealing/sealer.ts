// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { failed } from '@yiwang/kernel';

/**
 * Seals single fields (a reporter's name, a second factor's secret) so that the database, its backups and its replicas
 * hold nothing readable: whoever has the rows but not the key file learns nothing.
 */
export interface Sealer {
  /**
   * AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit nonce. `context` says what and whose the field is
   * (`complaints.filer.name:<id>`) and is authenticated: a sealed value moved to another row or column does not open.
   */
  seal(text: string, context: string): Buffer;
  /** @throws AppError `seal_key_missing` when its key is not here, `seal_broken` when bytes or context are not the ones sealed */
  open(sealed: Uint8Array, context: string): string;
  /**
   * HMAC-SHA-256 of a value for finding equal ones (the same telephone twice) without opening any. Equal values of one
   * `context` give equal digests; without the key they cannot be guessed by trying.
   */
  digest(text: string, context: string): Buffer;
  /** Eight hex digits of the key that seals now; the key itself never leaves. */
  readonly keyId: string;
  /** Those that open older values, the present one first. */
  readonly keyIds: readonly string[];
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
/** version, key id, nonce */
const HEAD = 1 + 4 + NONCE;

/** The first key seals, all of them open. A key is 32 random bytes. */
export function createSealer(keys: readonly Uint8Array[]): Sealer {
  const [first] = keys;
  if (first === undefined || keys.some((key) => key.length !== 32))
    throw failed('seal_key_missing', 'a sealing key of 32 bytes is needed');
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const present = idOf(first);
  const sealing = derive(first, 'seal');
  // The oldest key digests: digests must stay equal when a newer key is put before it.
  const digesting = derive(keys[keys.length - 1]!, 'digest');
  return {
    keyId: present,
    keyIds: [...byId.keys()],
    seal(text, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([
        Buffer.from([VERSION]),
        Buffer.from(present, 'hex'),
        nonce,
        body,
        cipher.getAuthTag(),
      ]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEAD + TAG || bytes[0] !== VERSION)
        throw failed('seal_broken', 'not a sealed value');
      const id = bytes.subarray(1, 5).toString('hex');
      const key = byId.get(id);
      if (key === undefined) throw failed('seal_key_missing', `the key ${id} that sealed this is not here`);
      const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), bytes.subarray(5, HEAD))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(HEAD, -TAG)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        throw failed('seal_broken', 'the sealed value was changed or belongs elsewhere');
      }
    },
    digest: (text, context) => createHmac('sha256', digesting).update(`${context}\0${text}`).digest(),
  };
}

const idOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/** One key for each use (RFC 5869): a weakness of one does not reach the other. */
const derive = (key: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `yiwang ${use} v1`, 32));
