// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Claim, verifyWacz } from '@yiwang/proof';
import { type Command, UsageError } from '../command.ts';

function readFileOrFail(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as Error).message}`);
  }
}

function readTrust(folder: string): { name: string; bytes: Uint8Array }[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  } catch (error) {
    throw new UsageError(`cannot read ${folder}: ${(error as Error).message}`);
  }
}

const MARKS: Record<Claim['state'], string> = { proven: '✔', failed: '✖', 'not-yet': '·', policy: '!' };

export const command: Command = {
  summary: 'is this evidence whole? names every broken, missing, swapped, extra or cut part',
  help: `Usage: yiwang verify FILE.wacz|- [--trust DIR] [--sha256 HEX] [--json]

Verifies a capture offline, from its bytes alone.

  --trust DIR    certificates or keys that are trusted: demands a signature by one of them
  --sha256 HEX   the digest under which the file was recorded: demands this very file
  --json         JSON on a terminal, too (in a pipe the answer is JSON anyway)

Answer: {"verdict":"valid|invalid|incomplete","claims":[{"claim","state":"proven|failed|not-yet|policy","member","reason"}]}
invalid = a proof failed; incomplete = every proof holds, but more is demanded than there is.
Exit 0 valid · 1 invalid or incomplete · 2 unreadable.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { trust: { type: 'string' }, sha256: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1)
      throw new UsageError('one FILE.wacz, or - for standard input');
    const verification = await verifyWacz(readFileOrFail(file), {
      ...(values.trust === undefined ? {} : { trust: readTrust(values.trust) }),
      ...(values.sha256 === undefined ? {} : { expectedSha256: values.sha256 }),
    });
    if (values.json || !process.stdout.isTTY)
      process.stdout.write(`${JSON.stringify(verification, null, 2)}\n`);
    else {
      for (const { claim, state, member, reason } of verification.claims)
        process.stdout.write(
          `${MARKS[state]} ${claim}${member ? ` ${member}` : ''}${reason ? `: ${reason}` : ''}\n`,
        );
      process.stdout.write(`${verification.verdict}\n`);
    }
    return verification.verdict === 'valid' ? 0 : 1;
  },
};
