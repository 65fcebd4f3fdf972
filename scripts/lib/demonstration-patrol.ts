// SPDX-License-Identifier: Apache-2.0

interface Account {
  username: string;
  password: string;
}

/**
 * Asks for the patrol of the sample marketplace through the API, as an analyst would, unless one is at work already.
 * @returns a line to print
 */
export async function startDemonstrationPatrol(
  address: string,
  market: string,
  analyst: Account,
): Promise<string> {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(analyst),
  });
  if (!signedIn.ok) return `the demonstration patrol could not start: sign-in answered ${signedIn.status}`;
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string };
  const headers = { cookie, 'content-type': 'application/json', 'x-csrf-token': csrfToken };
  const site = `${market}/`;
  for (const state of ['running', 'queued']) {
    const list = await fetch(`${address}/api/patrols?state=${state}`, { headers });
    if (!list.ok)
      return `the demonstration patrol could not start: the list of patrols answered ${list.status}`;
    const { items } = (await list.json()) as { items: { site: string }[] };
    if (items.some((patrol) => patrol.site === site)) return `the patrol of ${market} goes on`;
  }
  const asked = await fetch(`${address}/api/patrols`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      site,
      kind: 'daily',
      ground: '演示：仿真集市日常监测 (demonstration)',
      rate: 20,
      maxPages: 5000,
    }),
  });
  const answer = (await asked.json()) as { id?: string; title?: string };
  return asked.ok
    ? `patrolling ${market} at 20 requests a second: ${address}/console/patrols/${answer.id}`
    : `the demonstration patrol could not start: ${answer.title ?? asked.status}`;
}
