// SPDX-License-Identifier: Apache-2.0
// Every flow of the console and the portal on one running product: it starts once for all of them.
import { after, before, describe } from 'node:test';
import { actFlows } from './flows/act.ts';
import { lookFlows } from './flows/look.ts';
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
  lookFlows(running);
});
