// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';

export interface Scale {
  files: number;
  venues: number;
  subjects: number;
  offices: number;
}

const A = [
  '养生茶',
  '减肥贴',
  '电子烟',
  '仿真手枪',
  '祖传膏药',
  '高仿腕表',
  '代购处方药',
  '刷单兼职',
  '假冒白酒',
  '化妆品套装',
];
const B = [
  '七天见效',
  '无效退款',
  '全国第一',
  '厂家直销',
  '限时特价',
  '原单正品',
  '包邮到家',
  '内部渠道',
  '医院同款',
  '一件代发',
];
const C = ['甲城', '乙港', '丙岭', '丁湖', '戊原', '己溪', '庚桥', '辛塘', '壬坪', '癸洲'];
const D = [
  '旗舰店',
  '专营店',
  '百货行',
  '工作室',
  '贸易商行',
  '优选',
  '仓储店',
  '生活馆',
  '科技店',
  '综合店',
];
const list = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(',')}]`;
const pick = (words: readonly string[], by: string) => `(${list(words)})[1 + (${by}) % ${words.length}]`;
const id = (kind: string, i: string) =>
  `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${i}), 12, '0'))::uuid`;
const title = `${pick(A, 'i')} || ${pick(B, 'i / 10')} || ${pick(C, 'i / 100')} || i`;
const shop = `${pick(C, 'i / 7')} || ${pick(D, 'i / 70')} || i`;

const PIECE = 50_000;

/**
 * Fills an empty, migrated database: offices side by side, each with its share of leads whose clock runs, and venues.
 * Written in bulk as the owner, with the triggers of desks asked once a piece; the shapes are those that openLead makes.
 */
export async function fill(owner: string, scale: Scale, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await run("set maintenance_work_mem = '1GB'");
    await run('set synchronous_commit = off');
    // The demonstration's county is office 0: the one that is measured.
    await run(
      `insert into agencies (agency_id, name, level, kind, division, path, demo, created_at)
       select ${id('a', 'i')}, '示例' || i || '县市场监督管理局', 'county', 'authority', '91' || lpad(i::text, 4, '0'),
         '000000.900000.900100.91' || lpad(i::text, 4, '0'), true, now() from generate_series(1, $1) i`,
      [scale.offices - 1],
    );
    await run(
      `create temp table office as select row_number() over (order by path) - 1 as n, agency_id, path from agencies
       where path = '000000.900000.900100.900121' or path like '000000.900000.900100.91%'`,
    );
    await files(run, scale, say);
    await venues(run, scale, say);
    say('statistics');
    await run('vacuum analyze');
  } finally {
    await client.end();
  }
}

type Run = (text: string, values?: unknown[]) => Promise<unknown>;

async function files(run: Run, scale: Scale, say: (line: string) => void): Promise<void> {
  for (const table of ['files', 'file_clocks']) await run(`alter table ${table} disable trigger user`);
  for (const index of ['file_tasks_search', 'leads_search']) await run(`drop index ${index}`);
  for (let from = 0; from < scale.files; from += PIECE) {
    const span = [from, Math.min(from + PIECE, scale.files) - 1];
    const source = `from generate_series($1::int, $2::int) i join office o on o.n = i % ${scale.offices}`;
    const opened = `now() - (i % 60) * interval '1 day'`;
    await run(
      `insert into file_access (file_id, agency_path, level) select ${id('f', 'i')}, o.path, 'own' ${source}`,
      span,
    );
    await run(
      `insert into files (file_id, procedure, machine_version, number, agency_id, agency_path, opened_at, state, values,
         version, holder_id)
       select ${id('f', 'i')}, 'lead', 2, '线索〔2026〕' || right(o.path, 6) || '第' || i || '号', o.agency_id, o.path, ${opened},
         'created', '{}', 1, o.agency_id ${source}`,
      span,
    );
    await run(
      `insert into file_timeline (file_id, seq, entry_id, at, actor_name, actor_roles, agency_id, agency_path, action, form)
       select ${id('f', 'i')}, 0, ${id('e', 'i')}, ${opened}, '示例执法员', '{field_officer}', o.agency_id, o.path, 'open', '{}'
       ${source}`,
      span,
    );
    await run(
      `insert into file_clocks (file_id, clock, started_on, due, provisional)
       select ${id('f', 'i')}, 'check', (${opened})::date, (${opened})::date + 30, false ${source}`,
      span,
    );
    await run(
      `insert into leads (lead_id, source, origin, title, url, page_key, shop, labels, found_at, packet, search_text)
       select ${id('f', 'i')}, 'patrol', 'bench:' || i, ${title}, 'https://s' || i || '.example/p', 's' || i || '.example/p',
         ${shop}, '{advertising/absolute}', now(), json_build_object('subject', null, 'venue', null, 'object',
           json_build_object('title', ${title}, 'url', 'https://s' || i || '.example/p', 'price', null, 'currency', null,
             'texts', json_build_object()), 'suspected', json_build_array()), ${title} || ' ' || ${shop} ${source}`,
      span,
    );
    await run(
      `select refresh_file_tasks(array(select ${id('f', 'i')} from generate_series($1::int, $2::int) i))`,
      span,
    );
    await run(
      `update file_tasks t set title = l.title, line = l.shop, search_text = lower(t.number || ' ' || l.search_text)
       from leads l where l.lead_id = t.file_id and t.file_id between ${id('f', '$1::int')} and ${id('f', '$2::int')}`,
      span,
    );
    if (from % 200_000 === 0) say(`files ${from}`);
  }
  say('indexes of files');
  await run('create index file_tasks_search on file_tasks using gin (bigrams(search_text))');
  await run('create index leads_search on leads using gin (bigrams(search_text))');
  for (const table of ['files', 'file_clocks']) await run(`alter table ${table} enable trigger user`);
}

async function venues(run: Run, scale: Scale, say: (line: string) => void): Promise<void> {
  await run('drop index venues_name');
  for (let from = 0; from < scale.venues; from += PIECE * 5) {
    await run(
      `insert into venues (venue_id, kind, venue_key, name, url, host, first_seen_at, last_seen_at)
       select ${id('c', 'i')}, 'shop', 'p' || i % 997 || '.example/shop/' || i, ${shop},
         'https://p' || i % 997 || '.example/shop/' || i, 'p' || i % 997 || '.example', now(), now() - i * interval '1 second'
       from generate_series($1::int, $2::int) i`,
      [from, Math.min(from + PIECE * 5, scale.venues) - 1],
    );
    if (from % 1_000_000 === 0) say(`venues ${from}`);
  }
  say('index of venues');
  await run("create index venues_name on venues using gin (bigrams(name || ' ' || url))");
}
