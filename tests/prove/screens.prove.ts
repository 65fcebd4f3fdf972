// SPDX-License-Identifier: Apache-2.0
// npm run prove -- screens: every page in zh-CN and en, wide and narrow, light and dark, and an own find from a phone.
import { after, before, describe } from 'node:test';
import { findFlows } from '../browser/flows/act.ts';
import { lookFlows } from '../browser/flows/look.ts';
import { triageFlows } from '../browser/flows/triage.ts';
import { type Product, startProduct } from '../browser/harness.ts';

let product: Product;
const running = (): Product => product;

describe('the screens of the running product', { concurrency: false }, () => {
  before(async () => {
    product = await startProduct();
  });
  after(async () => {
    await product?.stop();
  });
  // Verdicts first: the pages of leads need some.
  triageFlows(running);
  findFlows(running);
  lookFlows(running);
});
