// SPDX-License-Identifier: Apache-2.0
// The arrows that must never be (docs/reference/house.md). Fails when an arrow is forbidden – and when it looked at nothing.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ARROWS, PURE, PURE_FORBIDDEN, roomOf } from './lib/arrow-rules.ts';
import { root } from './lib/pinned-node.mjs';

export interface Arrow {
  file: string;
  /** What is imported: a path from the root for our own files, else the package's name. */
  target: string;
  line: number;
}

const IMPORT =
  /(?:^|[^.\w])(?:import|export)\s*(?:type\s*)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

/** Every import of a source text; own packages and relative paths come back as paths from the root. */
export function arrowsOf(file: string, source: string): Arrow[] {
  return [...source.matchAll(IMPORT)].map((match) => {
    const specifier = (match[1] ?? match[2])!;
    const line = source.slice(0, match.index).split('\n').length;
    return { file, target: resolve(file, specifier), line };
  });
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const own = /^@yiwang\/([\w-]+)(\/.*)?$/.exec(specifier);
  if (!own) return specifier;
  const base = ['server', 'web', 'cli', 'market', 'rules'].includes(own[1]!) ? own[1]! : `packages/${own[1]}`;
  return `${base}${own[2] ?? '/index.ts'}`;
}

/** The forbidden ones among the arrows and lines of one file, each as a sentence. */
export function faultsOf(file: string, source: string): string[] {
  // Generators under tools/ make committed tables; they are not part of the room.
  const isTest = /\.(test|flow|bench|prove)\.tsx?$|^packages\/[\w-]+\/tools\//.test(file);
  const faults: string[] = [];
  for (const arrow of arrowsOf(file, source)) {
    for (const rule of ARROWS) {
      if (isTest) continue;
      const why = rule.forbids(file, arrow.target);
      if (why) faults.push(`${file}:${arrow.line} → ${arrow.target}: ${why}`);
    }
  }
  if (PURE.includes(roomOf(file)) && !isTest) {
    source.split('\n').forEach((text, i) => {
      const code = text.replace(/\/\/.*$/, '').replace(/^\s*\*.*$/, '');
      for (const [pattern, why] of PURE_FORBIDDEN)
        if (pattern.test(code)) faults.push(`${file}:${i + 1}: ${why} (pure room ${roomOf(file)})`);
    });
  }
  return faults;
}

/** Modules that import each other in a circle, as paths of module names. */
export function circles(arrows: Arrow[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { file, target } of arrows) {
    const [from, to] = [moduleOf(file), moduleOf(target)];
    if (from && to && from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  const found = new Set<string>();
  const walk = (node: string, path: string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      found.add([...path.slice(at), node].join(' → '));
      return;
    }
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
  };
  for (const node of graph.keys()) walk(node, []);
  return [...found];
}

const moduleOf = (path: string) => /^server\/modules\/([\w-]+)\//.exec(path)?.[1];

function main(): void {
  const files = globSync('{packages,server,web,cli,market,rules}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (file) => /node_modules|dist$/.test(String(file)),
  }).map((file) => relative(root, join(root, file)));
  const sources = files.map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));
  const arrows = sources
    .filter(({ file }) => !/\.test\.ts$/.test(file))
    .flatMap(({ file, source }) => arrowsOf(file, source));
  const faults = [
    ...sources.flatMap(({ file, source }) => faultsOf(file, source)),
    ...circles(arrows).map((circle) => `modules in a circle: ${circle}`),
    ...sources
      .filter(({ file, source }) => !/\.gen\.ts$/.test(file) && source.split('\n').length > 401)
      .map(({ file, source }) => `${file}: ${source.split('\n').length} lines; past 400 it is two files`),
  ];
  console.log(`${files.length} files, ${arrows.length} arrows, ${faults.length} forbidden`);
  for (const fault of faults) console.error(fault);
  if (files.length < 20 || arrows.length < 40) {
    console.error('the check looked at next to nothing: its patterns no longer fit the tree');
    process.exitCode = 1;
  } else if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
