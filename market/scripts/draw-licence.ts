// SPDX-License-Identifier: Apache-2.0
// Draws market/assets/licence-qinghe.png, a licence as shops scan theirs, with the code of its electronic mark:
// CHROMIUM_PATH=… node market/scripts/draw-licence.ts. By hand, for the file is part of the fair; needs a browser.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { findShop } from '../src/shops.ts';

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer },
});

const shop = findShop('qinghe');
const o = shop.operator;
const { svg } = await writeBarcode(shop.emark ?? '', { format: 'QRCode', scale: 4 });
const rows = [
  ['统一社会信用代码', o.uscc ?? ''],
  ['名称', o.name],
  ['住所', o.address],
  ['成立日期', o.established],
  ['营业期限', `${o.established} 至 ${o.until ?? '长期'}`],
];
const page = `<body style="margin:0"><div id="l" style="width:760px;height:520px;box-sizing:border-box;border:8px double #b8860b;
background:#fffdf6;font-family:'Noto Sans CJK SC','Noto Sans SC',sans-serif;padding:24px 40px;position:relative">
<h1 style="text-align:center;letter-spacing:.3em;margin:0 0 20px;font-size:40px">营业执照</h1>
${rows.map(([name, value]) => `<p style="font-size:20px;margin:14px 0"><span style="display:inline-block;width:180px">${name}</span>${value}</p>`).join('')}
<p style="position:absolute;bottom:14px;left:40px;font-size:16px">示例省样板市市场监督管理局（虚构）</p>
<div style="position:absolute;right:36px;bottom:30px">${svg}</div></div></body>`;
const path = process.env['CHROMIUM_PATH'];
const browser = await chromium.launch({ ...(path ? { executablePath: path } : {}), chromiumSandbox: false });
const tab = await browser.newPage();
await tab.setContent(page);
await tab
  .locator('#l')
  .screenshot({ path: new URL('../assets/licence-qinghe.png', import.meta.url).pathname });
await browser.close();
