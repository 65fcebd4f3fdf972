// SPDX-License-Identifier: Apache-2.0
// The flows of the console and the portal on one running product. Looking at every page in both languages and the own
// find take minutes: they are `npm run prove -- screens`.
import { after, before, describe } from 'node:test';
import { actFlows } from './flows/act.ts';
import { weightFlows } from './flows/look.ts';
import { triageFlows } from './flows/triage.ts';
import { type Product, startProduct } from './harness.ts';

let product: Product;
const running = (): Product => product;

describe('the running product', { concurrency: false }, () => {
  before(async () => {
    product = await startProduct();
  });
  after(async () => {
    await product?.stop();
  });
  triageFlows(running);
  actFlows(running);
  weightFlows();
});
