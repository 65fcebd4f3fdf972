// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

export interface ProxyCertificate {
  key: string;
  cert: string;
  /** Base64 SHA-256 of the public key: the only certificate that the browser takes without question. */
  spkiHash: string;
}

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const ECDSA_SHA256 = der(0x30, hex('06082a8648ce3d040302'));

const alternativeNames = (addresses: number[][]): Buffer => {
  const names = der(0x30, ...addresses.map((address) => der(0x87, Uint8Array.from(address))));
  return der(0xa3, der(0x30, der(0x30, hex('0603551d11'), der(0x04, names))));
};

/**
 * A throw-away certificate (X.509 v3, ECDSA P-256) for the inner side of the judging proxy: the browser speaks TLS to
 * us, we speak TLS to the site and judge its certificate. Made anew for every browser, never written to a file.
 * `addresses` (IPv4, four octets each) become subject alternative names, for servers in tests.
 */
export function makeProxyCertificate(now: number, addresses: number[][] = []): ProxyCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = der(
    0x30,
    der(0x31, der(0x30, hex('0603550403'), der(0x0c, Buffer.from('Yiwang judging proxy')))),
  );
  const utcTime = (at: number) =>
    der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
  const day = 86_400_000;
  const tbs = der(
    0x30,
    der(0xa0, hex('020102')),
    der(0x02, hex('01'), createHash('sha256').update(spki).digest().subarray(0, 8)),
    ECDSA_SHA256,
    name,
    der(0x30, utcTime(now - day), utcTime(now + 30 * day)),
    name,
    spki,
    ...(addresses.length > 0 ? [alternativeNames(addresses)] : []),
  );
  const signature = sign('sha256', tbs, privateKey);
  const certificate = der(0x30, tbs, ECDSA_SHA256, der(0x03, hex('00'), signature));
  const lines = certificate.toString('base64').replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    spkiHash: createHash('sha256').update(spki).digest('base64'),
  };
}
