// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findTemplate, TEMPLATES } from '@yiwang/procedures';
import { sql } from 'kysely';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { officeId, openTestLead } from '../coordination/testing/open-lead.ts';
import { letterOf } from './letter-of.ts';
import { makeDocument } from './make-document.ts';
import { renderLetter } from './render-letter.ts';

const t = await testService();
const folder = mkdtempSync(join(tmpdir(), 'yw-papers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const context: JobContext = {
  app: t.app,
  system: (fn) => withSystem(t.app.db, 'test', fn),
  as: (actor, fn) => withActor(t.app.db, actor, fn),
  signal: new AbortController().signal,
  attempt: 1,
  jobId: '1',
};

/** The text of a PDF, where pdftotext is installed; null elsewhere. */
function textOf(pdf: Uint8Array): string | null {
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, pdf);
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
  } catch {
    return null;
  }
}

const EVIL = '#panic("x") $x^2$ *粗* \\ ]) #import "/etc/passwd": * {{office}} <b>"引号"</b> ';

test('every paper is PDF/A-2b, the same twice, and shows markup of a value as text', () => {
  for (const template of TEMPLATES) {
    const data = Object.fromEntries(
      [...template.fields, 'office', 'officeOther', 'recipient'].map((name) => [name, EVIL]),
    );
    const letter = letterOf(template.text, data, { number: '示〔2026〕第0001号', at: 1_760_000_000_000 });
    const pdf = renderLetter(letter, 1_760_000_000_000);
    const raw = Buffer.from(pdf).toString('latin1');
    assert.match(raw, /pdfaid:part>2/, template.id);
    assert.match(raw, /pdfaid:conformance>B/, template.id);
    assert.deepEqual(renderLetter(letter, 1_760_000_000_000), pdf);
    const text = textOf(pdf);
    if (text !== null) assert.ok(text.includes('#panic("x")') && text.includes('{{office}}'), template.id);
  }
});

test('a step numbers its papers by office and year; the worker makes each once, killed or not', async () => {
  const officer = await t.as('officer-city');
  const id = await openTestLead(t, 'officer-city', `仿真${EVIL}`);
  const act = (action: string, version: number, form: object) =>
    officer.post(`/api/leads/${id}/actions/${action}`, { version, form });
  await act('grade', 1, { grade: 'serious' });
  const station = await officeId(t, '000000.900000.900100.900121');
  const sent = await act('dispatch', 2, { office: station, instruction: '请于期限内核查' });
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  const [paper] = sent.body['documents'] as Record<string, string>[];
  assert.equal(paper!['state'], 'making');
  assert.match(paper!['number']!, /^线索派〔2026〕900100第0001号$/);
  const early = await officer.get(`/api/documents/${paper!['id']}.pdf`);
  assert.equal(early.body['code'], 'document_in_making');
  // Two workers at once, and one again afterwards: one paper.
  await Promise.all([1, 2].map(() => makeDocument.run({ documentId: paper!['id'] }, context)));
  await makeDocument.run({ documentId: paper!['id'] }, context);
  const pdf = await officer.get(`/api/documents/${paper!['id']}.pdf`);
  assert.equal(pdf.status, 200);
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{ sha256: string }>`select sha256 from documents where document_id = ${paper!['id']}`.execute(tx),
  );
  assert.equal(createHash('sha256').update(pdf.bytes).digest('hex'), rows[0]!.sha256);
  const text = textOf(pdf.bytes);
  if (text !== null) assert.ok(text.includes('请于期限内核查') && text.includes('第0001号'), text);
  const other = await t.as('officer-county-b');
  assert.equal((await other.get(`/api/documents/${paper!['id']}.pdf`)).status, 404);
  assert.equal((await other.get('/api/documents')).body.items!.length, 0);
  const register = await (await t.as('officer-county-a')).get(
    '/api/documents?template=lead-dispatch&year=2026',
  );
  assert.equal(register.body.items!.length, 1, 'the receiver has it in the register');
});

test('an office puts words of its own in place; unknown places are told; papers made before stay', async () => {
  const head = await t.as('head-city');
  const { text } = findTemplate('lead-dispatch')!;
  const own = {
    ...text,
    paragraphs: ['{{officeOther}}：现将线索交办。', '{{instruction}}'],
    closing: '特此通知。',
  };
  const wrong = await head.put('/api/templates/lead-dispatch', {
    words: { ...own, closing: '{{phone}}' },
    version: 0,
  });
  assert.equal(wrong.body['code'], 'input_invalid');
  assert.match(JSON.stringify(wrong.body['errors']), /phone/);
  const saved = await head.put('/api/templates/lead-dispatch', { words: own, version: 0 });
  assert.equal(saved.body['own'], true, JSON.stringify(saved.body));
  assert.equal(
    (await head.put('/api/templates/lead-dispatch', { words: own, version: 0 })).body['code'],
    'moved_on',
  );
  const elsewhere = (await (await t.as('head-county-b')).get('/api/templates')).body.items!;
  assert.ok(
    elsewhere.every((one) => one['own'] === false),
    'other offices keep their words',
  );
  const sample = await head.post('/api/templates/lead-dispatch/preview', { words: own });
  assert.equal(sample.bytes.subarray(0, 5).toString(), '%PDF-');
  const back = await head.put('/api/templates/lead-dispatch', { words: null, version: 1 });
  assert.equal(back.body['own'], false);
});

test('only PDF, pictures, office documents and text are taken, by their bytes', async () => {
  const officer = await t.as('officer-city');
  const id = await openTestLead(t, 'officer-city');
  const send = async (who: typeof officer, name: string, bytes: Buffer) => {
    const boundary = 'xYw';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return who.post(`/api/files/${id}/attachments`, body, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
  const good = await send(officer, '照片.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]));
  assert.equal(good.status, 201, JSON.stringify(good.body));
  assert.equal(good.body['mediaType'], 'image/png');
  const bad = await send(officer, 'x.pdf', Buffer.from([0x4d, 0x5a, 0, 0]));
  assert.equal(bad.body['code'], 'attachment_refused');
  const other = await t.as('officer-county-b');
  assert.equal((await send(other, 'a.txt', Buffer.from('文字'))).status, 404);
  assert.equal((await other.get(`/api/attachments/${String(good.body['id'])}`)).status, 404);
  const again = await officer.get(`/api/attachments/${String(good.body['id'])}`);
  assert.match(String(again.headers['content-disposition']), /attachment/);
});
