// SPDX-License-Identifier: Apache-2.0
import type {
  Filed,
  FilingStatus,
  LawRow,
  OfficeAnswer,
  OfficeFinding,
  Reckoning,
  SelfCheckAnswer,
  ShopView,
} from '@yiwang/contracts';
import type { PortalData, PortalRequest } from '@yiwang/web/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { digestsOf, multipartOf, type PortalForm } from './portal-form.ts';

export interface PortalCookies {
  draft: string | null;
  setDraft(token: string | null): void;
}

const FILING = { complaint: '/api/complaints', report: '/api/reports', inquiry: '/api/inquiries' } as const;
type Payload = object | Buffer;

/** The pages' data: the same public calls that everybody may make, from the visitor's address. */
export function portalData(
  fastify: FastifyInstance,
  visit: { request: FastifyRequest; reply: FastifyReply; asked: PortalRequest; form: PortalForm },
  cookies: PortalCookies,
): PortalData {
  const { request, asked, form } = visit;
  const call = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: Payload,
    headers: Record<string, string> = {},
  ) => {
    const answer = await fastify.inject({
      method,
      url,
      remoteAddress: request.ip,
      headers: { 'accept-language': asked.locale === 'en' ? 'en' : 'zh', ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return { ok: answer.statusCode < 300, body: answer.statusCode === 204 ? null : answer.json<unknown>() };
  };
  /** The answer, or the code of its refusal. */
  const ask = async <T>(...given: Parameters<typeof call>) => {
    const { ok, body } = await call(...given);
    return ok
      ? ({ ok: true, body: body as T } as const)
      : ({ ok: false, code: (body as { code: string }).code } as const);
  };
  const status = (receipt: string) => `/api/status/${encodeURIComponent(receipt)}`;
  const files = () => {
    const { payload, contentType } = multipartOf(form);
    return [payload, { 'content-type': contentType }] as const;
  };
  return {
    async selfCheck(listing) {
      const answer = await ask<SelfCheckAnswer>('POST', '/api/self-check', listing);
      return answer.ok ? { ok: true, answer: answer.body } : answer;
    },
    async lookUpShop(link) {
      const answer = await ask<ShopView>('GET', `/api/shop?link=${encodeURIComponent(link)}`);
      if (answer.ok) return { ok: true, shop: answer.body };
      return { ok: false, code: answer.code === 'input_invalid' ? 'link_unreadable' : answer.code };
    },
    async listLaw(shelf, q, on) {
      const query = new URLSearchParams({ ...(q ? { q } : {}), ...(on ? { on } : {}) });
      const answer = await ask<{ items: LawRow[]; on: string }>('GET', `/api/law/${shelf}?${query}`);
      return answer.ok ? { ok: true, rows: answer.body.items, on: answer.body.on } : answer;
    },
    async reckonDue(body) {
      const answer = await ask<Reckoning>('POST', '/api/law/due', body);
      return answer.ok ? { ok: true, answer: answer.body } : answer;
    },
    async findOffice(body) {
      const answer = await ask<OfficeAnswer>('POST', '/api/law/jurisdiction', body);
      return answer.ok ? { ok: true, answer: answer.body } : answer;
    },
    async readDraft() {
      if (cookies.draft === null) return null;
      const answer = await ask<{ content: string | null }>('POST', '/api/drafts/read', {
        token: cookies.draft,
      });
      return answer.ok ? answer.body.content : null;
    },
    async saveDraft(content) {
      const answer = await ask<{ token: string }>('POST', '/api/drafts', { token: cookies.draft, content });
      if (!answer.ok) throw new Error(`draft not kept: ${answer.code}`);
      cookies.setDraft(answer.body.token);
    },
    async forgetDraft() {
      if (cookies.draft !== null) await call('POST', '/api/drafts/forget', { token: cookies.draft });
      cookies.setDraft(null);
    },
    async handIn() {
      if (form.files.length === 0) return { ok: true, items: [] };
      const [payload, headers] = files();
      const { ok, body } = await call('POST', '/api/proofs', payload, headers);
      if (ok) return { ok: true, ...(body as { items: [] }) };
      const problem = body as { code: string; title: string; errors?: { reason: string }[] };
      return { ok: false, code: problem.code, reason: problem.errors?.[0]?.reason ?? problem.title };
    },
    async findFilingOffice(body) {
      const answer = await ask<OfficeFinding>('POST', '/api/filing-office', body);
      return answer.ok ? { ok: true, finding: answer.body } : answer;
    },
    async file(kind, body, key) {
      const answer = await ask<Filed>('POST', FILING[kind], body, { 'idempotency-key': key });
      return answer.ok ? { ok: true, filed: answer.body } : answer;
    },
    async status(receipt) {
      const answer = await ask<FilingStatus>('GET', status(receipt));
      return answer.ok ? { ok: true, status: answer.body } : answer;
    },
    async actAsFiler(receipt, what, body) {
      const answer = await ask<FilingStatus>('POST', `${status(receipt)}/${what}`, body);
      return answer.ok ? { ok: true } : answer;
    },
    async addProof(receipt) {
      const [payload, headers] = files();
      const answer = await ask<FilingStatus>('POST', `${status(receipt)}/attachments`, payload, headers);
      return answer.ok ? { ok: true } : answer;
    },
    async checkProof(receipt) {
      const [sha256] = digestsOf(form);
      if (sha256 === undefined) return { ok: true, known: false, name: null, receivedAt: null };
      const answer = await ask<{ known: boolean; name: string | null; receivedAt: string | null }>(
        'POST',
        `${status(receipt)}/check`,
        { sha256 },
      );
      return answer.ok ? { ok: true, ...answer.body } : answer;
    },
  };
}
