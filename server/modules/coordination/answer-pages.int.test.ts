// SPDX-License-Identifier: Apache-2.0
// The pages behind a link: complete without script, in both languages, with proof handed in by the form itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../../platform/testing/test-service.ts';
import { officesOf } from './testing/offices.ts';
import { openTestLead } from './testing/open-lead.ts';

const t = await testService();
const { as, look, step, openedFile } = await officesOf(t);

async function notice(title?: string): Promise<{ file: string; token: string }> {
  const id = await openTestLead(t, 'officer-county-a', title);
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'serious' });
  await step('officer-county-a', lead, 'notify-platform', {
    recipient: '示例平台<b>有限公司',
    matter: '在售仿真枪 <script>alert(1)</script>',
    demand: 'remove',
    deadline: '2026-12-31',
  });
  const file = await openedFile('officer-county-a', lead, 'platform-notice');
  const made = await (await as('officer-county-a')).post(`${file}/link`, {});
  return { file, token: String(made.body['address']).replace('/answer/', '') };
}

const page = async (url: string, language = 'zh-CN') =>
  t.fastify.inject({ url, headers: { accept: 'text/html', 'accept-language': language } });

function multipart(
  fields: Record<string, string>,
  files: Record<string, { name: string; bytes: string }> = {},
) {
  const parts = [
    ...Object.entries(fields).map(
      ([name, value]) => `--xYw\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    ...Object.entries(files).map(
      ([name, file]) =>
        `--xYw\r\nContent-Disposition: form-data; name="${name}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n${file.bytes}\r\n`,
    ),
  ];
  return `${parts.join('')}--xYw--\r\n`;
}
const send = (token: string, payload: string) =>
  t.fastify.inject({
    method: 'POST',
    url: `/answer/${token}`,
    headers: { 'content-type': 'multipart/form-data; boundary=xYw', accept: 'text/html' },
    payload,
  });
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

test('whoever has the link reads what is asked and answers, without an account and without script', async () => {
  const { file, token } = await notice();
  for (const language of ['zh-CN', 'en']) {
    const { body, statusCode, headers } = await page(`/answer/${token}?lang=${language}`, language);
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    assert.doesNotMatch(body, /<script|undefined|\[object/);
    assert.match(body, /示例平台&lt;b&gt;有限公司/);
    assert.match(body, new RegExp(`<html lang="${language}"`));
  }
  const html = (await page(`/answer/${token}`)).body;
  const fields = {
    _action: hidden(html, '_action'),
    _version: hidden(html, '_version'),
    _key: hidden(html, '_key'),
    explanation: '已删除 & 已警示',
  };
  const faulty = await send(token, multipart(fields, { proof: { name: '坏.exe', bytes: 'MZ\0\0' } }));
  assert.equal(faulty.statusCode, 422);
  assert.match(faulty.body, /已删除 &amp; 已警示/, 'what was written stays');
  assert.match(faulty.body, /坏\.exe/);
  const full = { ...fields, done: 'done', answeredBy: '示例合规员' };
  const files = { proof: { name: '证明.txt', bytes: '截图说明' } };
  const sent = await send(token, multipart(full, files));
  assert.equal(sent.statusCode, 303, sent.body.slice(0, 400));
  const again = await send(token, multipart(full, files));
  assert.equal(again.statusCode, 303, 'sent twice, taken once');
  const after = await page(String(sent.headers.location));
  assert.match(after.body, /已收到您的答复/);
  assert.doesNotMatch(after.body, /<form/);
  const seen = await look('officer-county-a', file);
  assert.equal(seen.state, 'answered');
  assert.equal(
    (seen.body['timeline'] as { action: string }[]).filter((one) => one.action === 'answer').length,
    1,
  );
});

test('an ended link says so and nothing else', async () => {
  const { file, token } = await notice();
  await (await as('officer-county-a')).delete(`${file}/link`);
  const gone = await page(`/answer/${token}?lang=en`, 'en');
  assert.equal(gone.statusCode, 404);
  assert.match(gone.body, /The link has ended/);
  assert.equal((await page('/answer/x')).statusCode, 404);
});
