// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { remind } from './mail-reminders.ts';
import { openTestFile } from './testing/open-files.ts';

/** Takes mail as RFC 5321 has it, and keeps what came between DATA and the dot. */
function startPostOffice(): Promise<{ server: Server; port: number; letters: string[] }> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    socket.setEncoding('utf8');
    socket.write('220 post.example\r\n');
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split(/(?<=\r\n)/)) {
        if (data !== null) {
          if (line === '.\r\n') {
            letters.push(data);
            data = null;
            socket.write('250 kept\r\n');
          } else data += line;
        } else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0, letters });
    }),
  );
}

const post = await startPostOffice();
after(() => post.server.close());
const t = await testService({
  settings: { smtpUrl: `smtp://127.0.0.1:${post.port}`, mailFrom: 'yiwang@office.example' },
});

const context: JobContext = {
  app: t.app,
  system: (fn) => withSystem(t.app.db, 'test', fn),
  as: (actor, fn) => withActor(t.app.db, actor, fn),
  signal: new AbortController().signal,
  attempt: 1,
  jobId: '1',
};

test('reminders go out by mail once, with numbers and dates only, to those who asked for it', async () => {
  await openTestFile(t, 'officer-county-a', {
    title: '某某举报的文件',
    line: '示例举报人',
    due: '2026-03-02',
  });
  await remind.run({}, context);
  assert.equal(post.letters.length, 0);
  const head = await t.as('head-county-a');
  const settings = await head.put('/api/desk/settings', { mail: 'head@office.example', mailOn: true });
  assert.equal(settings.body['mailOn'], true);
  assert.equal(settings.body['mailPossible'], true);
  await remind.run({}, context);
  await remind.run({}, context);
  assert.equal(post.letters.length, 1);
  const [letter = ''] = post.letters;
  assert.match(letter, /^To: head@office\.example\r$/m);
  const [, text = ''] = letter.split(/\r\n\r\n(.*)/s);
  const body = /encoding: base64/i.test(letter)
    ? Buffer.from(text, 'base64').toString()
    : decodeURIComponent(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1'));
  assert.match(body, /线索〔2026〕900121第0001号 2026-03-02 今日到期/);
  assert.doesNotMatch(letter + body, /某某|示例举报人/);
  const left = await withSystem(t.app.db, 'test', (tx) =>
    sql<{
      count: number;
    }>`select count(*)::int as count from reminders r join desk_settings d using (person_id)
      where mailed_at is null`.execute(tx),
  );
  assert.equal(left.rows[0]?.count, 0);
});
