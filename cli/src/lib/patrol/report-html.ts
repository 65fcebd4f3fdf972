// SPDX-License-Identifier: Apache-2.0
import type { PatrolReport, ReportedFinding, ReportPicture } from './patrol-report.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (value: unknown): string => String(value ?? '').replace(/[&<>"']/g, (c) => escapes[c]!);

/** Both languages side by side: the report is read by officers here and handed on elsewhere. */
const both = (zh: string, en: string): string => `${esc(zh)} <span lang="en">${esc(en)}</span>`;

const SEVERITY: Record<ReportedFinding['severity'], [string, string]> = {
  major: ['重大', 'major'],
  serious: ['严重', 'serious'],
  slight: ['轻微', 'slight'],
  info: ['提示', 'info'],
};
const ORDER = ['major', 'serious', 'slight', 'info'];

const STYLE = `
body{font:15px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:0 auto;padding:24px;max-width:1080px;color:#1b1f24;background:#fff}
h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:32px 0 8px;border-bottom:1px solid #d5dae0;padding-bottom:4px}
[lang=en]{color:#5a6572;font-size:.92em}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid #e6e9ed}
th{font-weight:600;white-space:nowrap}a{color:#0b57a4;overflow-wrap:anywhere}code{font:12.5px ui-monospace,monospace;overflow-wrap:anywhere}
.finding{border:1px solid #d5dae0;border-left:5px solid #8a94a0;border-radius:6px;padding:10px 14px;margin:12px 0;break-inside:avoid}
.major{border-left-color:#a30d0d}.serious{border-left-color:#c2571a}.slight{border-left-color:#a88a00}
mark{background:#ffe28a;padding:0 2px}.numbers{display:flex;flex-wrap:wrap;gap:8px 28px;padding:0;list-style:none}.numbers b{font-size:22px;display:block}
figure{margin:10px 0;max-height:420px;overflow:auto;border:1px solid #d5dae0;border-radius:4px}figure div{position:relative}figure img{width:100%;display:block}
.box{position:absolute;border:3px solid #d01414;box-sizing:border-box}@media print{figure{max-height:none}}@media(max-width:560px){body{padding:12px}table.wide{display:block;overflow-x:auto}}`;

const httpLink = (url: string): string =>
  /^https?:/i.test(url) ? `<a href="${esc(url)}" rel="noreferrer noopener">${esc(url)}</a>` : esc(url);

function pictureOf(picture: ReportPicture | undefined): string {
  if (picture === undefined || picture.png.length < 24) return '';
  const view = new DataView(picture.png.buffer, picture.png.byteOffset, picture.png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)}%`;
  const boxes = picture.boxes
    .filter((box) => box.y < height)
    .map(
      ({ x, y, width: w, height: h }) =>
        `<span class="box" style="left:${share(x - 4, width)};top:${share(y - 4, height)};width:${share(w + 8, width)};height:${share(h + 8, height)}"></span>`,
    );
  const data = Buffer.from(picture.png).toString('base64');
  return `<figure tabindex="0"><div><img alt="${esc('网页截图 screenshot')}" src="data:image/png;base64,${data}">${boxes.join('')}</div></figure>`;
}

function findingHtml(finding: ReportedFinding): string {
  const [zh, en] = SEVERITY[finding.severity];
  const basis =
    finding.basis.length === 0
      ? both('依据未核实', 'basis unverified')
      : finding.basis.map((b) => esc(`${b.instrument} ${b.article}（${b.certainty}）`)).join('；');
  return `<section class="finding ${finding.severity}"><b>${esc(finding.listing)}</b><br>
${both(`${zh} · ${Math.round(finding.confidence * 100)}%`, en)} · <code>${esc(finding.label)}</code> · <code>${esc(finding.rule)}</code><br>
${both('命中', 'found')}：<mark>${esc(finding.text)}</mark> <code>${esc(finding.field)}</code>${finding.folds.length > 0 ? ` · ${both('变形', 'disguised by')}：${esc(finding.folds.join('、'))}` : ''}<br>
${both(finding.why, finding.whyEn)}<br>${both('依据', 'basis')}：${basis}<br>${httpLink(finding.page)}</section>`;
}

/** Findings by page, each page once with its picture; pages with the gravest first. */
function findingsHtml(report: PatrolReport, pictures: readonly ReportPicture[]): string {
  const proven = report.findings.filter((f) => f.evidence !== null);
  if (proven.length === 0) return `<p>${both('没有发现。', 'Nothing was found.')}</p>`;
  const groups = Map.groupBy(proven, (f) => f.evidence!);
  const gravest = (list: ReportedFinding[]) => Math.min(...list.map((f) => ORDER.indexOf(f.severity)));
  return [...groups]
    .sort(([, a], [, b]) => gravest(a) - gravest(b) || b.length - a.length)
    .map(([file, list]) => {
      const sorted = list.toSorted(
        (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.confidence - a.confidence,
      );
      return `${sorted.map(findingHtml).join('')}${pictureOf(pictures.find((p) => p.evidence === file))}<p>${both('证据', 'evidence')}：<a href="${esc(file)}">${esc(file)}</a></p>`;
    })
    .join('');
}

function operatorsHtml(report: PatrolReport): string {
  if (report.operators.length === 0)
    return `<p>${both('网页上没有经营者信息。', 'The pages name no operator.')}</p>`;
  const rows = report.operators.map((o) => {
    const code =
      o.uscc === null ? '' : `${esc(o.uscc)} ${o.usccValid ? '' : both('（校验不符）', '(invalid)')}`;
    const licences = o.licences
      .map((l) => esc(`${l.kind} ${l.number}${l.valid === false ? ' ✖' : ''}`))
      .join('<br>');
    return `<tr><td>${esc(o.name ?? '—')}</td><td>${code}</td><td>${o.icp.map(esc).join('<br>')}</td><td>${licences}</td><td>${[...o.phones, ...o.mails].map(esc).join('<br>')}</td><td>${httpLink(o.page)}${o.picture === undefined ? '' : `<br>${both('自图片识读', 'read in a picture')}`}</td></tr>`;
  });
  return `<table class="wide"><thead><tr><th>${both('名称', 'name')}</th><th>${both('信用代码', 'credit code')}</th><th>ICP</th><th>${both('许可', 'licences')}</th><th>${both('联系', 'contact')}</th><th>${both('网页', 'page')}</th></tr></thead><tbody>${rows.slice(0, 200).join('')}</tbody></table>`;
}

const STOPPED: Record<PatrolReport['stopped'], [string, string]> = {
  done: ['全部访问完毕', 'everything was visited'],
  limit: ['到达上限', 'limit reached'],
  error: ['未能访问', 'not reachable'],
};

/** The readable report: self-contained, without script, printable, Chinese with English beside it. */
export function reportHtml(report: PatrolReport, pictures: readonly ReportPicture[]): string {
  const labels = new Map<string, number>();
  for (const f of report.findings)
    if (f.evidence !== null) labels.set(f.label, (labels.get(f.label) ?? 0) + 1);
  const stopped = report.interrupted ? (['人工停止', 'stopped by hand'] as const) : STOPPED[report.stopped];
  const number = (n: number, zh: string, en: string) => `<li><b>${n}</b>${both(zh, en)}</li>`;
  const row = (zh: string, en: string, value: string) => `<tr><th>${both(zh, en)}</th><td>${value}</td></tr>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${esc(`巡查报告 ${report.site}`)}</title><style>${STYLE}</style></head><body>
<header><h1>${both('巡查报告', 'Patrol report')}</h1>${httpLink(report.site)}</header>
<ul class="numbers">${number(report.pages, '网页', 'pages')}${number(report.listings.length, '商品', 'listings')}${number(report.findings.filter((f) => f.evidence !== null).length, '疑似违法线索', 'findings')}${number(report.evidence.length, '证据', 'captures')}${number(report.requests.length, '请求', 'requests')}</ul>
<h2>${both('范围与方法', 'Scope and method')}</h2><table>
${row('时间', 'time', `${esc(report.startedAt)} – ${esc(report.endedAt)}`)}
${row('结束', 'ended', both(stopped[0], stopped[1]))}
${row('身份', 'identified as', `<code>${esc(report.userAgent)}</code>`)}
${row('频率', 'rate', both(`每台主机每秒 ${report.rate} 次，遵守 robots.txt`, `${report.rate} requests a second and host, robots.txt obeyed`))}
${row('未访问', 'not visited', both(`robots.txt 禁止 ${report.barred.length} 个，失败 ${report.failed.length} 个`, `${report.barred.length} barred by robots.txt, ${report.failed.length} failed`))}
${report.notes.map((note) => row('说明', 'note', esc(note))).join('')}</table>
<p>${both('机器只提出线索，是否违法由执法人员判断。', 'A machine only points out; whether the law is broken is for an officer to judge.')}</p>
<h2>${both('线索分类', 'Findings by label')}</h2><table>${[...labels]
    .sort((a, b) => b[1] - a[1])
    .map(([label, n]) => `<tr><th><code>${esc(label)}</code></th><td>${n}</td></tr>`)
    .join('')}</table>
<h2>${both('线索', 'Findings')}</h2>${findingsHtml(report, pictures)}
<h2>${both('经营者', 'Operators')}</h2>${operatorsHtml(report)}
<h2>${both('证据清单', 'Evidence')}</h2><table class="wide"><thead><tr><th>${both('文件', 'file')}</th><th>${both('网页', 'page')}</th><th>SHA-256</th></tr></thead><tbody>
${report.evidence.map((e) => `<tr><td><a href="${esc(e.file)}">${esc(e.file)}</a></td><td>${esc(e.title)}<br>${httpLink(e.url)}</td><td><code>${esc(e.sha256)}</code></td></tr>`).join('')}</tbody></table>
<p>${both('用 yiwang verify 文件 可离线核验。', 'yiwang verify FILE checks each offline.')}</p>
</body></html>
`;
}
