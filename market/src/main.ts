// SPDX-License-Identifier: Apache-2.0
import { startMarket } from './index.ts';

function numberFrom(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  console.error(`${name} must be a whole number, not ${text}`);
  process.exit(2);
}

const port = numberFrom('MARKET_PORT');
const day = numberFrom('MARKET_DAY');
try {
  const market = await startMarket({
    ...(port !== undefined && { port }),
    ...(day !== undefined && { day }),
  });
  console.log(`market ${market.url}`);
  const stop = () => market.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(`market: cannot open on port ${port}: ${error instanceof Error ? error.message : error}`);
  process.exit(2);
}
