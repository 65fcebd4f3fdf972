// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  createFetcher,
  createRenderer,
  type Fetcher,
  makeProxyCertificate,
  type Renderer,
} from '../../packages/collector/src/index.ts';

const clock = { now: () => Date.now() };
const scratch = mkdtempSync(join(tmpdir(), 'yiwang-render-'));
const servers: Server[] = [];
let shop: { origin: string; set(path: string, handler: RequestListener): void; asked: string[] };
let secure: string;
let fetcher: Fetcher;
let renderer: Renderer;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    servers.push(server);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
const page =
  (html: string): RequestListener =>
  (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>示例</title>${html}`);

before(async () => {
  const handlers = new Map<string, RequestListener>();
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      const handler = handlers.get((request.url ?? '').split('?')[0]!);
      if (handler) handler(request, response);
      else response.writeHead(404).end();
    }),
  );
  shop = { origin: `http://127.0.0.1:${port}`, set: (path, handler) => handlers.set(path, handler), asked };
  const { key, cert } = makeProxyCertificate(clock.now(), [[127, 0, 0, 1]]);
  const tls = createTls({ key, cert }, (request, response) =>
    request.url === '/a.js'
      ? response.end('document.title = "由脚本改过"')
      : page('<p>安全页</p><script src="/a.js"></script>')(request, response),
  );
  const tlsPort = await listen(tls);
  secure = `https://127.0.0.1:${tlsPort}`;
  fetcher = createFetcher({
    userAgent: 'YiwangPatrol/0.1',
    contact: 'mailto:contact@example.invalid',
    clock,
    allowAddresses: [`127.0.0.1:${port}`, `127.0.0.1:${tlsPort}`],
    lookup: async (host) => (host === 'inside.example' ? ['127.0.0.1'] : ['10.9.8.7']),
    ca: [cert],
  });
  renderer = createRenderer({
    fetcher,
    clock,
    cacheDir: scratch,
    chromiumPath: process.env.CHROMIUM_PATH,
    totalMs: 20_000,
  });
});
after(async () => {
  await renderer.close();
  await fetcher.close();
  for (const server of servers) {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
    server.close();
  }
  rmSync(scratch, { recursive: true, force: true });
});

test('the picture is of the judged response, with the marks in place and lazy pictures loaded', async () => {
  let version = 0;
  shop.set('/lazy', page(''));
  shop.set('/item', (request, response) =>
    page(`<h1>第${++version}版 示例<b>商品</b></h1><div style="height:2500px"></div><img loading="lazy" src="/lazy.png">
      <p id="s"></p><script>document.getElementById('s').textContent = '脚本写的字'</script>`)(
      request,
      response,
    ),
  );
  shop.set('/lazy.png', (_request, response) => response.writeHead(404).end());
  const recorded = await fetcher.fetch(`${shop.origin}/item`);
  const rendering = await renderer.render(recorded.finalUrl, {
    recorded,
    marks: [{ text: '示例商品' }, { text: '没有的' }],
  });
  assert.equal(rendering.error, undefined);
  assert.match(rendering.text, /第1版 示例商品[\s\S]*脚本写的字/);
  assert.equal(version, 1, 'the page is not asked for twice');
  assert.equal(rendering.conditions['mainDocument'], 'the recorded response');
  assert.ok(shop.asked.includes('/lazy.png'));
  assert.ok(rendering.boxes[0]!.length > 0 && rendering.boxes[0]![0]!.width > 20);
  assert.deepEqual(rendering.boxes[1], []);
  assert.deepEqual([...rendering.screenshot!.subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.equal(rendering.title, '示例');
});

test('never as root, with the sandbox on, and the conditions say so', async () => {
  const facts = await renderer.facts();
  assert.notEqual(facts.uid, 0);
  assert.equal(facts.sandbox, 'on');
});

test('HTTPS is opened by us: bytes of the wire recorded, the certificate judged by us', async () => {
  const rendering = await renderer.render(`${secure}/`);
  assert.equal(rendering.title, '由脚本改过');
  const [main, script] = rendering.exchanges;
  assert.match(Buffer.from(main!.responseHead).toString(), /^HTTP\/1\.1 200 OK/);
  assert.equal(script!.url, `${secure}/a.js`);
  const distrust = createFetcher({ userAgent: 'T/1', contact: 'x', clock, allowAddresses: ['127.0.0.1'] });
  const strict = createRenderer({
    fetcher: distrust,
    clock,
    cacheDir: scratch,
    chromiumPath: process.env.CHROMIUM_PATH,
  });
  const refused = await strict.render(`${secure}/`);
  assert.equal(refused.exchanges[0]?.error?.kind, 'tls');
  await strict.close();
  await distrust.close();
});

/** Ways in which a page can make a browser open a connection; `$` is the address that must not be reached. */
const WAYS: Record<string, string> = {
  image: '<img src="$/i.png"><img srcset="$/s.png 2x"><picture><source srcset="$/p.webp"><img></picture>',
  frame: '<iframe src="$/f"></iframe><object data="$/o"></object><embed src="$/e">',
  style:
    '<link rel="stylesheet" href="$/c.css"><style>@import "$/d.css"; body{background:url($/b.png)} @font-face{font-family:x;src:url($/f.woff2)} p{font-family:x}</style><p>字</p>',
  script: '<script src="$/x.js"></script><script type="module" src="$/m.js"></script>',
  hint: '<link rel="preload" as="image" href="$/pre.png"><link rel="prefetch" href="$/pf"><link rel="preconnect" href="$"><link rel="dns-prefetch" href="$">',
  fetch:
    '<script>{fetch("$/fetch",{mode:"no-cors"}).catch(()=>{});const x=new XMLHttpRequest();x.open("POST","$/xhr");x.send("a");navigator.sendBeacon("$/beacon","a");new EventSource("$/es")}</script>',
  worker:
    '<script>new Worker(URL.createObjectURL(new Blob(["fetch(\\"$/worker\\",{mode:\\"no-cors\\"})"])));try{new SharedWorker("data:text/javascript,fetch(\'$/shared\',{mode:\'no-cors\'})")}catch{}navigator.serviceWorker&&navigator.serviceWorker.register("/sw.js").catch(()=>{})</script>',
  socket:
    '<script>for(const p of ["ws:","wss:"])try{new WebSocket("$/ws".replace("http:",p))}catch{}</script>',
  rtc: '<script>try{const c=new RTCPeerConnection({iceServers:[{urls:"stun:"+"$".slice(7)},{urls:"turn:"+"$".slice(7)+"?transport=tcp",username:"a",credential:"b"}]});c.createDataChannel("x");c.createOffer().then(o=>c.setLocalDescription(o))}catch{}</script>',
  media:
    '<video src="$/v.mp4" autoplay></video><audio src="$/a.mp3" autoplay></audio><video><track default src="$/t.vtt"></video>',
  form: '<form id=f method=post action="$/form" target=_blank><input name=a></form><script>f.submit();window.open("$/popup")</script>',
  refresh: '<meta http-equiv="refresh" content="0;url=$/refresh">',
  navigate: '<script>setTimeout(()=>{location.href="$/navigate"},50)</script>',
  redirect: '<img src="/go?to=$/redirect"><iframe src="/go?to=$/redirect2"></iframe>',
};

/** A path each way must at least have asked the proxy for; WebRTC has no way to ask for anything. */
const PROOF: Record<string, string> = {
  image: '/i.png',
  frame: '/f',
  style: '/c.css',
  script: '/x.js',
  hint: '/pre.png',
  fetch: '/xhr',
  worker: '/worker',
  socket: '/ws',
  media: '/v.mp4',
  form: '/form',
  refresh: '/refresh',
  navigate: '/navigate',
  redirect: '/redirect',
};

test('no way a page knows leads to an address inside', async (t) => {
  let reached = 0;
  const secret = createTcp((socket) => {
    reached++;
    socket.destroy();
  });
  const port = await listen(secret);
  shop.set('/go', (request, response) =>
    response
      .writeHead(302, { location: new URL(request.url ?? '', 'http://x').searchParams.get('to') ?? '/' })
      .end(),
  );
  const targets = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '0x7f.1',
    '2130706433',
    'inside.example',
  ];
  const spelled = (way: string) =>
    targets.map((host) => way.replaceAll('$', `http://${host}:${port}`)).join('\n');
  const alone = ['form', 'refresh', 'navigate'];
  const together = Object.entries(WAYS).filter(([name]) => !alone.includes(name));
  const pages: [string[], string][] = [
    [together.map(([name]) => name), together.map(([, way]) => spelled(way)).join('\n')],
    ...alone.map((name): [string[], string] => [
      [name],
      WAYS[name]!.replaceAll('$', `http://127.0.0.1:${port}`),
    ]),
  ];
  for (const [names, html] of pages) {
    shop.set('/way', page(html));
    const rendering = await renderer.render(`${shop.origin}/way`, { screenshot: false });
    assert.equal(reached, 0, `one of ${names} reached the address inside`);
    const tried = rendering.blocked.map((b) => new URL(b.url).pathname).join(' ');
    t.diagnostic(`${names}: ${rendering.blocked.length} refused`);
    for (const name of names)
      if (PROOF[name] !== undefined)
        assert.ok(tried.includes(PROOF[name]), `${name} was not even tried: ${tried}`);
  }
});

test('a page whose script never ends stops only itself', async () => {
  shop.set('/hang', page('<p>x</p><script>while(true){}</script>'));
  shop.set('/fine', page('<p>好的</p>'));
  const hung = await renderer.render(`${shop.origin}/hang`, { totalMs: 3000 });
  assert.match(hung.error ?? '', /took more than|Timeout|Target/i);
  assert.match((await renderer.render(`${shop.origin}/fine`)).text, /好的/);
});
