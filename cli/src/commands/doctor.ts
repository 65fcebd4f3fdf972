// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { diagnose } from '@yiwang/server';
import type { Command } from '../command.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'looks at everything the service needs and says what is wrong',
  help: `
Usage: yiwang doctor [--data DIR] [--database-url URL] [--json]

Runtime, data folder and space, how PostgreSQL starts here, schema, workers, jobs that gave up, the browser and its
sandbox, settings that weaken protection. Exit 0: nothing bad · 1: something is · 2: the settings cannot be read.`,
  async run(args) {
    const { values } = parseArgs({ args, options: serverOptions });
    const findings = await diagnose(settingsOf(values));
    if (values.json) process.stdout.write(`${JSON.stringify({ findings })}\n`);
    else
      for (const { check, state, text } of findings)
        process.stdout.write(
          `${{ ok: 'ok  ', warn: 'note', bad: 'BAD ' }[state]} ${check.padEnd(20)} ${text}\n`,
        );
    return findings.some((finding) => finding.state === 'bad') ? 1 : 0;
  },
};
