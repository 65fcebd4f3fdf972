// SPDX-License-Identifier: Apache-2.0
// What somebody may try against the open doors: each a test, none succeeds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';

const t = await testService({ settings: { filingsPerHour: 60, requestsPerMinute: 100_000 } });
t.clock.set('2026-05-11T02:00:00.000Z');

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
/** A JPEG header of a size, with words in a comment, and a little behind it. */
const jpeg = (width: number, height: number, comment = '', tail: Buffer = Buffer.alloc(0)) => {
  const words = Buffer.from(comment, 'latin1');
  const com = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
  const sof = Buffer.from([
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    com,
    sof,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]),
    tail,
  ]);
};
const pngOf = (width: number, height: number) => {
  const png = Buffer.from(pixel);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
};

async function handIn(name: string, bytes: Buffer, address = '198.51.100.1') {
  const boundary = 'yw-test-boundary';
  const answer = await t.fastify.inject({
    method: 'POST',
    url: '/api/proofs',
    remoteAddress: address,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

const rows = async (table: string): Promise<number> =>
  withSystem(
    t.app.db,
    'test',
    async (tx) =>
      (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]!.n,
  );

test('two natures, bombs, too many pixels, programs and pages are refused with the reason; nothing is kept', async () => {
  const zip = Buffer.from('PK\x03\x04aaaaPK\x05\x06', 'latin1');
  const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);
  const bad: [string, Buffer][] = [
    ['picture and archive', Buffer.concat([pixel, zip])],
    ['picture and archive in a JPEG', jpeg(10, 10, '', zip)],
    ['picture and program', jpeg(10, 10, '', Buffer.from('\x7fELF\x02\x01', 'latin1'))],
    ['picture and PDF', jpeg(10, 10, '%PDF-1.4')],
    ['script in a comment', jpeg(10, 10, '<script>alert(1)</script>')],
    ['page behind a picture', Buffer.concat([pixel, Buffer.from('<html><body onload=alert(1)>')])],
    ['megapixels in PNG', pngOf(40_000, 40_000)],
    ['megapixels in JPEG', jpeg(60_000, 60_000)],
    ['no size at all', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['PDF with a script', pdf('1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj')],
    ['PDF with a file in it', pdf('<</Type /EmbeddedFile>>')],
    ['PDF cut off', Buffer.from('%PDF-1.7\nxxxx')],
    ['archive', zip],
    ['page as text', Buffer.from('<!doctype html ><script>1</script>')],
    ['drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['program', Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), Buffer.alloc(500)])],
  ];
  for (const [what, bytes] of bad) {
    const answer = await handIn('photo.jpg', bytes);
    assert.equal(answer.status, 422, what);
    assert.equal(answer.body['code'], 'proof_refused', what);
    assert.ok((answer.body['errors'] as { reason: string }[])[0]!.reason.length > 5, what);
  }
  assert.equal(await rows('filing_proofs'), 0);
  for (const good of [pixel, jpeg(4000, 3000), Buffer.from('聊天记录：\n已付款 128 元'), pdf('hello')])
    assert.equal((await handIn('证据', good)).status, 201);
});

test('too large is refused and said', async () => {
  const answer = await handIn('film.mp4', Buffer.alloc(21 * 1024 * 1024, 1));
  assert.equal(answer.status, 422);
  assert.equal(answer.body['code'], 'proof_refused');
});

const SCRIPT = `"><script>alert('x')</script>{{7*7}}\${7*7}`;
const complaint = (more: Record<string, unknown> = {}) => ({
  shop: { name: '仿真小店', respondentAddress: '示例省示例市甲县某某路2号' },
  matter: 'goods',
  statement: '买的东西与描述不符。',
  claims: ['refund'],
  filer: { name: '示例投诉人', phone: '13900000001', address: '示例省示例市某路1号' },
  ...more,
});

test('script in every field stays text, a name of a file breaks no header, a formula stays text', async () => {
  const ticket = (await handIn(`a\\"\\r\\nX-Evil: 1<script>.png`, pixel)).body['items'] as {
    ticket: string;
  }[];
  const filed = await t.nobody.post(
    '/api/complaints',
    complaint({
      shop: {
        name: `=HYPERLINK("http://evil.example")${SCRIPT}`,
        platform: SCRIPT,
        orderNumber: SCRIPT,
        respondent: `@SUM(1)${SCRIPT}`,
        respondentAddress: SCRIPT,
      },
      statement: SCRIPT,
      filer: { name: SCRIPT, phone: '13900000001', address: SCRIPT },
      attachments: [ticket[0]!.ticket],
    }),
  );
  assert.equal(filed.status, 201, JSON.stringify(filed.body));
  const page = await t.fastify.inject({
    method: 'GET',
    url: '/status',
    headers: { cookie: `yw_receipt=${String(filed.body['receipt'])}` },
  });
  assert.equal(page.statusCode, 200);
  assert.ok(!page.body.includes('<script'), 'escaped');
  assert.ok(page.body.includes('&lt;script&gt;'));
  const clerk = await t.as('intake-clerk');
  const csv = (await clerk.get('/api/filings.csv')).bytes.toString('utf8');
  assert.ok(csv.includes(`"'=HYPERLINK`), csv.slice(0, 400));
  assert.ok(csv.includes(`"'@SUM`));
  const list = await clerk.get('/api/complaints');
  const id = String(list.body.items![0]!['id']);
  const detail = await clerk.get(`/api/complaints/${id}`);
  const proof = (detail.body['proofs'] as { id: string; name: string }[])[0]!;
  assert.doesNotMatch(proof.name, /["<>\r\n:]/);
  const bytes = await clerk.get(`/api/filings/${id}/proofs/${proof.id}`);
  assert.equal(bytes.headers['x-evil'], undefined);
  assert.equal(bytes.headers['x-content-type-options'], 'nosniff');
  assert.match(String(bytes.headers['content-security-policy']), /sandbox/);
});

test('codes cannot be forged or tried: wrong ones are slowed by line, the right one works elsewhere', async () => {
  const filed = await t.nobody.post('/api/complaints', complaint());
  const receipt = String(filed.body['receipt']);
  const ask = (code: string, address: string) =>
    t.fastify.inject({ method: 'GET', url: `/api/status/${code}`, remoteAddress: address });
  const answers: number[] = [];
  for (let i = 0; i < 30; i++)
    answers.push((await ask(`0000-0000-0000-${String(i).padStart(5, '0')}`, '203.0.113.7')).statusCode);
  assert.deepEqual([...new Set(answers)], [404, 429]);
  assert.equal((await ask(receipt, '203.0.113.7')).statusCode, 429, 'even the right one, from there');
  assert.equal((await ask(receipt, '203.0.113.8')).statusCode, 200);
  const body = (await ask('ZZZZ', '203.0.113.9')).body;
  assert.ok(!body.includes('投诉'), 'a wrong code tells nothing');
});

test('a flood from one line is told to come later; others file on; nothing of it is half kept', async () => {
  const before = await rows('papers');
  const send = (address: string) =>
    t.fastify.inject({
      method: 'POST',
      url: '/api/complaints',
      remoteAddress: address,
      payload: complaint(),
    });
  const statuses: number[] = [];
  for (let i = 0; i < 64; i++) statuses.push((await send('192.0.2.66')).statusCode);
  assert.equal(statuses.filter((one) => one === 201).length, 60);
  assert.equal(statuses.filter((one) => one === 429).length, 4);
  assert.equal((await send('192.0.2.67')).statusCode, 201);
  assert.equal(await rows('papers'), before + 61);
});

test('a form of another site is refused; a draft of somebody else does not open', async () => {
  const cross = await t.fastify.inject({
    method: 'POST',
    url: '/status',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: 'do=open&code=x',
  });
  assert.equal(cross.statusCode, 403);
  const kept = await t.nobody.post('/api/drafts', { content: '示例草稿' });
  const token = String(kept.body['token']);
  assert.equal((await t.nobody.post('/api/drafts/read', { token })).body['content'], '示例草稿');
  const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  assert.equal((await t.nobody.post('/api/drafts/read', { token: other })).body['content'], null);
  const stored = await withSystem(t.app.db, 'test', async (tx) =>
    (await sql<{ sealed: Buffer }>`select sealed from filing_drafts`.execute(tx)).rows.map(
      (row) => row.sealed,
    ),
  );
  assert.ok(stored.every((one) => !one.includes(Buffer.from('示例草稿'))));
});
