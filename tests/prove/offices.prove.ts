// SPDX-License-Identifier: Apache-2.0
// npm run prove -- offices: leads, transfers, orders and notices between offices in a real browser, both languages.
import { after, before, describe } from 'node:test';
import { officeFlows } from '../browser/flows/offices.ts';
import { type Product, startProduct } from '../browser/harness.ts';

let product: Product;

describe('offices on the running product', { concurrency: false }, () => {
  before(async () => {
    product = await startProduct();
  });
  after(async () => {
    await product?.stop();
  });
  officeFlows(() => product);
});
