// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { AppError } from '@yiwang/kernel';
import { type Command, UsageError } from './command.ts';

const folder = new URL('./commands/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();

const load = async (name: string): Promise<Command> =>
  ((await import(new URL(`${name}.ts`, folder).href)) as { command: Command }).command;

async function list(): Promise<string> {
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(12)}${(await load(name)).summary}`),
  );
  return `yiwang – online-trade supervision 以网管网\n\nUsage: yiwang COMMAND [options]\n\n${lines.join('\n')}\n\nyiwang COMMAND --help tells more.\n`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await list());
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name)) {
    process.stderr.write(`yiwang: there is no command "${name}". "yiwang --help" lists them.\n`);
    return 2;
  }
  const command = await load(name);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (
      error instanceof UsageError ||
      (error instanceof TypeError && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS'))
    ) {
      process.stderr.write(
        `yiwang ${name}: ${error.message}\nyiwang ${name} --help tells how it is called.\n`,
      );
      return 2;
    }
    if (error instanceof AppError) {
      process.stderr.write(`yiwang ${name}: ${error.message}\n`);
      for (const fault of error.faults)
        process.stderr.write(
          `  ${fault.row ? `row ${fault.row}: ` : ''}${fault.field ?? fault.pointer ?? ''} ${fault.reason}\n`,
        );
      return 2;
    }
    throw error;
  }
}

// `yiwang … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));
