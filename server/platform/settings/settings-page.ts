// SPDX-License-Identifier: Apache-2.0
import { type Setting, settingsTable } from './settings.ts';

/** `docs/reference/settings.md`, made from the table itself; a test holds the two together. */
export function settingsPage(): string {
  const rows = (Object.values(settingsTable) as Setting<unknown>[]).map(
    ({ env, doc, default: value, secret }) =>
      `| \`${env}\` | ${doc.replaceAll('|', '\\|')}${secret ? ' (secret)' : ''} | ${shown(env, value)} |`,
  );
  return `# Settings

All come from the environment; \`yiwang config check\` prints the present values. An unknown \`YIWANG_*\` variable is an error.

| variable | meaning | default |
|---|---|---|
${rows.join('\n')}
`;
}

function shown(env: string, value: unknown): string {
  if (env === 'YIWANG_DATA') return '`./data`';
  if (value === null || (Array.isArray(value) && value.length === 0)) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `\`${String(value)}\``;
}
