// SPDX-License-Identifier: Apache-2.0
import { BlockList, isIP } from 'node:net';
import { invalid } from '@yiwang/kernel';

/** What the guard says of one address: `reason` names the range that forbids it. */
export type AddressVerdict = { allowed: true } | { allowed: false; reason: string };

/** Judges where a connection may go. It looks at addresses after resolution, never at names alone. */
export interface AddressGuard {
  /** `host` as in the URL (no brackets), `address` what it resolved to. */
  judge(host: string, port: number, address: string): AddressVerdict;
}

/** Special-purpose IPv4 ranges (IANA registry, RFC 6890 and successors) and the metadata services outside them. */
const V4: [string, number, string][] = [
  ['0.0.0.0', 8, 'this network (RFC 791)'],
  ['10.0.0.0', 8, 'private (RFC 1918)'],
  ['100.64.0.0', 10, 'carrier-grade NAT (RFC 6598)'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'cloud metadata'],
  ['169.254.0.0', 16, 'link-local and metadata (RFC 3927)'],
  ['172.16.0.0', 12, 'private (RFC 1918)'],
  ['192.0.0.0', 24, 'IETF protocol assignments'],
  ['192.0.2.0', 24, 'documentation (RFC 5737)'],
  ['192.31.196.0', 24, 'AS112'],
  ['192.52.193.0', 24, 'AMT'],
  ['192.88.99.0', 24, '6to4 relay'],
  ['192.168.0.0', 16, 'private (RFC 1918)'],
  ['192.175.48.0', 24, 'AS112'],
  ['198.18.0.0', 15, 'benchmarking (RFC 2544)'],
  ['198.51.100.0', 24, 'documentation (RFC 5737)'],
  ['203.0.113.0', 24, 'documentation (RFC 5737)'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved or broadcast'],
];

/** Inside 2000::/3; everything outside of it is refused anyway: loopback, mapped, NAT64, ULA, link-local, multicast. */
const V6: [string, number, string][] = [
  ['2001::', 23, 'IETF protocol assignments, Teredo'],
  ['2001:db8::', 32, 'documentation (RFC 3849)'],
  ['2002::', 16, '6to4 (RFC 3056)'],
  ['2620:4f:8000::', 48, 'AS112'],
  ['3fff::', 20, 'documentation (RFC 9637)'],
];

const lists = [...V4, ...V6].map(([net, prefix, reason]) => {
  const list = new BlockList();
  list.addSubnet(net, prefix, isIP(net) === 6 ? 'ipv6' : 'ipv4');
  return { list, family: isIP(net), reason };
});
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/** Ports that speak something else than HTTP, where a request of ours could do harm (Fetch standard, "bad port"). */
const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** Why an address must not be talked to, or null when it is a public one. Zone ids (`fe80::1%eth0`) are refused. */
export function forbiddenRange(address: string): string | null {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'not a plain IP address';
  const name = family === 6 ? 'ipv6' : 'ipv4';
  if (family === 6 && !globalV6.check(address, name)) return 'not a global unicast IPv6 address';
  for (const range of lists)
    if (range.family === family && range.list.check(address, name)) return range.reason;
  return null;
}

/** Host without brackets, final dot and case. */
export const bareHost = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

function parseAllowed(text: string): { host: string; port: number | null } {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]/\s]+|[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*)(?::(\d{1,5}))?$/i.exec(
    text.trim(),
  );
  const port = match?.[2] === undefined ? null : Number(match[2]);
  if (!match?.[1] || (port !== null && (port < 1 || port > 65535)))
    throw invalid('collector.allow-address', `"${text}" is not HOST[:PORT]`, { params: { value: text } });
  return { host: bareHost(match[1]), port };
}

/**
 * Refuses everything but public unicast addresses, after resolution, so that neither a name nor an odd spelling nor a
 * changing DNS answer leads inside. `allow` (`HOST[:PORT]`, a name or an address) is the only way past, for laboratories.
 */
export function createAddressGuard(allow: readonly string[] = []): AddressGuard {
  const allowed = allow.map(parseAllowed);
  return {
    judge(host, port, address) {
      const name = bareHost(host);
      const target = address.toLowerCase();
      if (allowed.some((a) => (a.host === name || a.host === target) && (a.port === null || a.port === port)))
        return { allowed: true };
      if (BAD_PORTS.has(port)) return { allowed: false, reason: `port ${port} is not a web port` };
      const reason = forbiddenRange(address);
      return reason === null ? { allowed: true } : { allowed: false, reason: `${address}: ${reason}` };
    },
  };
}
