// SPDX-License-Identifier: Apache-2.0
import type { PatrolReport } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { ruleTitle } from '../rules/engine.ts';
import { findPatrol } from './patrol-view.ts';

const KINDS = {
  daily: { zh: '日常监测', en: 'daily monitoring' },
  campaign: { zh: '专项监测', en: 'a campaign' },
  targeted: { zh: '定向监测', en: 'targeted monitoring' },
} as const;
const RENDERS = {
  auto: { zh: '由脚本绘制的页面用浏览器打开', en: 'pages drawn by script are opened in a browser' },
  never: { zh: '不使用浏览器', en: 'no browser is used' },
  always: { zh: '每页都用浏览器打开', en: 'every page is opened in a browser' },
} as const;

/** The report of a patrol: scope, method, counts, hits by rule, verdicts, shops, evidence. @throws AppError `not_found` */
export async function patrolReport(tx: Tx, id: string): Promise<PatrolReport> {
  const patrol = await findPatrol(tx, id);
  const outcomes = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from request_log where patrol_id = ${id} group by 1 order by 2 desc`.execute(
    tx,
  );
  const rules = await sql<{
    rule: string;
    label: string;
    hits: number;
    confirmed: number;
    noise: number;
    open: number;
  }>`
    select h.rule, h.label, count(*) as hits, count(*) filter (where v.verdict = 'confirmed') as confirmed,
      count(*) filter (where v.verdict = 'noise') as noise, count(*) filter (where v.verdict is null) as open
    from hits h left join verdicts v on v.verdict_id = h.verdict_id
    where h.patrol_id = ${id} group by 1, 2 order by 3 desc, 1`.execute(tx);
  const verdicts = await sql<{ verdict: string; count: number }>`
    select coalesce(v.verdict, 'new') as verdict, count(*) as count
    from hits h left join verdicts v on v.verdict_id = h.verdict_id
    where h.patrol_id = ${id} group by 1 order by 2 desc`.execute(tx);
  const shops = await sql<{ venue_id: string; name: string; listings: number; hits: number }>`
    select v.venue_id, v.name,
      (select count(*) from listings l where l.venue_id = v.venue_id) as listings, count(*) as hits
    from hits h join venues v on v.venue_id = h.venue_id
    where h.patrol_id = ${id} group by v.venue_id order by hits desc, v.name limit 200`.execute(tx);
  const evidence = await sql<{
    evidence_id: string;
    url: string;
    sha256: string;
    captured_at: Date;
    title: string | null;
  }>`
    select evidence_id, url, sha256, captured_at, title from evidence where patrol_id = ${id}
    order by created_at, evidence_id limit 5000`.execute(tx);
  return {
    patrol,
    scope: {
      zh: `${KINDS[patrol.kind].zh}：自 ${patrol.site} 起，限于该站点，至多 ${patrol.maxPages} 次访问。事由：${patrol.ground}`,
      en: `As ${KINDS[patrol.kind].en}: from ${patrol.site}, within that site, at most ${patrol.maxPages} visits. Ground: ${patrol.ground}`,
    },
    method: {
      zh: `遵守 robots.txt（RFC 9309），每台主机每秒至多 ${patrol.rate} 次请求，表明身份与联系方式；${RENDERS[patrol.render].zh}；逐次请求留有记录；命中页面按收到的原始字节封存（WACZ 1.1.1，SHA-256 与 SM3）。`,
      en: `robots.txt is obeyed (RFC 9309), at most ${patrol.rate} requests a second and host, with name and contact; ${RENDERS[patrol.render].en}; every request is logged; pages with hits are sealed with the very bytes received (WACZ 1.1.1, SHA-256 and SM3).`,
    },
    byOutcome: outcomes.rows,
    byRule: rules.rows.map((row) => ({ ...row, title: ruleTitle(row.rule) })),
    verdicts: verdicts.rows,
    shops: shops.rows.map((row) => ({
      venueId: row.venue_id,
      name: row.name,
      listings: row.listings,
      hits: row.hits,
    })),
    evidence: evidence.rows.map((row) => ({
      id: row.evidence_id,
      url: row.url,
      sha256: row.sha256,
      capturedAt: row.captured_at.toISOString(),
      title: row.title,
    })),
  };
}
