// SPDX-License-Identifier: Apache-2.0
import { format, messages } from '../../../messages/index.ts';
import { html } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../../types.ts';
import { statusBody } from './status-body.ts';

/** Where a filing stands. The code comes by a form (or a link) and stays in a cookie for half an hour, in no address. */
export async function status(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { filing: text } = messages[request.locale];
  if (request.method === 'POST') {
    const asked = request.form['do']?.[0] ?? 'open';
    if (asked === 'close') return { status: 303, html: '', redirect: '/status', receipt: '' };
    if (asked === 'open') {
      const code = (request.form['code']?.[0] ?? '').trim().slice(0, 60);
      return open(request, data, code);
    }
    return act(request, data, asked);
  }
  const linked = request.query['code'];
  if (linked) return open(request, data, linked.slice(0, 60));
  if (request.receipt === null) return ask(request, '', null);
  const found = await data.status(request.receipt);
  if (!found.ok) return { ...ask(request, '', null), receipt: '' };
  return layout(request, {
    title: text.statusTitle,
    body: statusBody(request, found.status, request.query['done'] === '1' ? text.done : null),
  });
}

async function open(request: PortalRequest, data: PortalData, code: string): Promise<PortalAnswer> {
  const { filing: text } = messages[request.locale];
  const found = code === '' ? null : await data.status(code);
  if (found?.ok) return { status: 303, html: '', redirect: '/status', receipt: code };
  const slow = found?.code === 'too_many_attempts' || found?.code === 'too_many_requests';
  return ask(request, code, slow ? text.statusSlow : text.statusWrong, slow ? 429 : 404);
}

function ask(request: PortalRequest, code: string, problem: string | null, status = 200): PortalAnswer {
  const { filing: text, portal } = messages[request.locale];
  return layout(request, {
    title: text.statusTitle,
    status,
    body: html`<h1>${text.statusTitle}</h1>
<p class="lead">${text.statusLead}</p>
<form action="/status" method="post">
<label for="code">${text.statusCode}</label>
<p class="hint" id="code-hint">${text.statusHint}</p>
${problem && html`<p class="problem" id="code-fault" role="alert">${problem}</p>`}
<input id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required value="${code}" aria-describedby="code-hint${problem && ' code-fault'}"${problem && html` aria-invalid="true"`}>
<button class="button" name="do" value="open" type="submit">${text.statusFind}</button>
</form>
<p><a href="/">${portal.home}</a></p>`,
  });
}

/** What the holder of the code does: writes, adds proof, takes back, rates, checks a file. */
async function act(request: PortalRequest, data: PortalData, asked: string): Promise<PortalAnswer> {
  const { filing: text } = messages[request.locale];
  const { receipt } = request;
  if (receipt === null) return { status: 303, html: '', redirect: '/status' };
  const value = (name: string, max: number) => (request.form[name]?.[0] ?? '').trim().slice(0, max);
  const item = Number(value('item', 2)) || 0;
  if (asked === 'check') {
    const checked = await data.checkProof(receipt);
    const found = await data.status(receipt);
    if (!found.ok || !checked.ok) return { status: 303, html: '', redirect: '/status' };
    const said = checked.known
      ? format(text.proofSame, { name: checked.name ?? '', day: (checked.receivedAt ?? '').slice(0, 10) })
      : text.proofOther;
    return layout(request, { title: text.statusTitle, body: statusBody(request, found.status, said) });
  }
  const answer =
    asked === 'write' && value('text', 3000)
      ? await data.actAsFiler(receipt, 'messages', { item, text: value('text', 3000) })
      : asked === 'withdraw'
        ? await data.actAsFiler(receipt, 'withdraw', { item, note: value('note', 1000) || null })
        : asked === 'rate'
          ? await data.actAsFiler(receipt, 'rating', {
              item,
              stars: value('stars', 1) || '5',
              note: value('note', 1000) || null,
            })
          : asked === 'proof'
            ? await data.addProof(receipt)
            : { ok: true as const };
  if (answer.ok) return { status: 303, html: '', redirect: '/status?done=1' };
  const found = await data.status(receipt);
  if (!found.ok) return { status: 303, html: '', redirect: '/status' };
  return layout(request, {
    title: text.statusTitle,
    status: 422,
    body: statusBody(request, found.status, problemOf(request, answer.code)),
  });
}

const problemOf = (request: PortalRequest, code: string): string => {
  const { filing: text } = messages[request.locale];
  return code === 'filing_flood' || code === 'too_many_requests' ? text.tooMany : text.failed;
};
