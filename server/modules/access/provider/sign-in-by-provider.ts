// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import * as client from 'openid-client';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { systemActor, withActor, withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { toActor } from '../authenticate.ts';
import { type OpenedSession, openSession } from '../open-session.ts';
import { digestToken, makeToken } from '../secrets.ts';
import { type PersonRow, selectPeople } from '../views.ts';
import { callbackOf, connectProvider } from './connect.ts';
import '../second-factor/tables.ts';

/** Milliseconds somebody may take at the provider's page. */
const PATIENCE_MS = 600_000;

const contextOf = (digest: Buffer): string => `access.provider:${digest.toString('hex')}`;

/** Begins the authorisation code flow with PKCE (RFC 7636). `state` goes into a cookie of the same browser. */
export async function beginProviderSignIn(app: App, target: string): Promise<{ state: string; url: string }> {
  const config = await connectProvider(app);
  const state = makeToken();
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const digest = digestToken(state);
  await withSystem(app.db, 'sign-in', async (tx) => {
    const now = app.clock.now();
    await tx
      .deleteFrom('provider_sign_ins')
      .where('created_at', '<', new Date(now - PATIENCE_MS))
      .execute();
    await tx
      .insertInto('provider_sign_ins')
      .values({
        state_digest: digest,
        secrets: app.sealer.seal(JSON.stringify([verifier, nonce]), contextOf(digest)),
        target,
        created_at: new Date(now),
      })
      .execute();
  });
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callbackOf(app),
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { state, url: url.href };
}

/**
 * Ends the flow: checks state, nonce, issuer and signature, finds the account and opens a session.
 * Throws `provider_refused` (used, late, forged or refused over there) or `provider_unknown_person`.
 */
export async function endProviderSignIn(
  app: App,
  input: { state: string | undefined; search: string; address: string; agent: string },
): Promise<OpenedSession & { target: string }> {
  const begun = input.state === undefined ? undefined : await takeBegun(app, input.state);
  if (begun === undefined) throw refused('provider_refused', 'this sign-in was not begun here, or long ago');
  const callback = new URL(callbackOf(app));
  callback.search = input.search;
  let claims: client.IDToken | undefined;
  try {
    const tokens = await client.authorizationCodeGrant(await connectProvider(app), callback, {
      expectedState: input.state!,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    claims = tokens.claims();
  } catch (error) {
    app.log.warn({ err: error }, 'the provider of sign-in refused, or its answer was not right');
  }
  if (claims === undefined) throw refused('provider_refused', 'the provider did not vouch for anybody');
  const person = await personOf(app, claims);
  const actor = toActor(person, null);
  const opened = await withActor(app.db, actor, (tx) =>
    openSession(tx, app, actor, person, { ...input, by: `provider ${claims.iss}` }),
  );
  return { ...opened, target: begun.target };
}

/** One use: whoever deletes the row has it. */
async function takeBegun(app: App, state: string) {
  const digest = digestToken(state);
  const row = await withSystem(app.db, 'sign-in', (tx) =>
    tx
      .deleteFrom('provider_sign_ins')
      .where('state_digest', '=', digest)
      .returning(['secrets', 'target', 'created_at'])
      .executeTakeFirst(),
  );
  if (row === undefined || app.clock.now() - row.created_at.getTime() > PATIENCE_MS) return undefined;
  const [verifier, nonce] = JSON.parse(app.sealer.open(row.secrets, contextOf(digest))) as [string, string];
  return { verifier, nonce, target: row.target };
}

/**
 * The account of an issuer's subject. The first time it is the one whose user name the provider states
 * (`YIWANG_OIDC_USERNAME_CLAIM`); from then on only the subject counts, so a renamed or re-used name opens nothing.
 */
async function personOf(app: App, claims: client.IDToken): Promise<PersonRow> {
  return withSystem(app.db, 'sign-in', async (tx) => {
    const linked = await tx
      .selectFrom('external_identities')
      .select('person_id')
      .where('issuer', '=', claims.iss)
      .where('subject', '=', claims.sub)
      .executeTakeFirst();
    const active = selectPeople(tx).where('people.disabled_at', 'is', null);
    if (linked !== undefined) {
      const person = await active.where('people.person_id', '=', linked.person_id).executeTakeFirst();
      if (person === undefined) throw refused('provider_unknown_person', 'the account is closed');
      return person;
    }
    const name = claims[app.settings.oidcUsernameClaim];
    const named =
      typeof name === 'string' && name !== ''
        ? await active
            .where((eb) => eb(eb.fn('lower', ['people.username']), '=', name.toLowerCase()))
            .executeTakeFirst()
        : undefined;
    const person = named && (await hasIdentity(tx, claims.iss, named.person_id)) ? undefined : named;
    if (person === undefined)
      throw refused('provider_unknown_person', 'nobody here has the user name that the provider states');
    await tx
      .insertInto('external_identities')
      .values({
        issuer: claims.iss,
        subject: claims.sub,
        person_id: person.person_id,
        linked_at: new Date(app.clock.now()),
      })
      .execute();
    await recordAudit(tx, app.clock, systemActor('sign-in'), {
      action: 'link-provider',
      object: { kind: 'person', id: person.person_id },
      details: { issuer: claims.iss },
    });
    return person;
  });
}

const hasIdentity = async (tx: Tx, issuer: string, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('external_identities')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('person_id', '=', personId)
    .executeTakeFirst()) !== undefined;
