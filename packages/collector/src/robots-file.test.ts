// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRobots, ROBOTS_MAX_BYTES } from './robots-file.ts';

const judge = (text: string, agent: string, path: string) =>
  parseRobots(new TextEncoder().encode(text)).judge(agent, `http://shop.example${path}`);
const allowed = (text: string, agent: string, path: string) => judge(text, agent, path).allowed;

test('groups: own before star, merged, case-insensitive, shared by several agents', () => {
  const text = `User-agent: *\nDisallow: /\n\nUser-agent: FooBot\nUser-agent: BarBot\nSitemap: /s.xml\nDisallow: /a\n\nuser-agent: FOOBOT/2.0\nDisallow: /b`;
  assert.equal(allowed(text, 'Other', '/x'), false);
  assert.equal(allowed(text, 'foobot/1.1 (+x)', '/x'), true);
  assert.equal(allowed(text, 'FooBot', '/a'), false);
  assert.equal(allowed(text, 'FooBot', '/b'), false);
  assert.equal(allowed(text, 'BarBot', '/b'), true);
  assert.equal(allowed('User-agent: FooBot\nUser-agent: *\nSitemap: x\nDisallow: /', 'Any', '/'), false);
  assert.equal(allowed('User-agent: FooBotNews\nDisallow: /', 'FooBot', '/'), true);
  assert.equal(allowed('Disallow: /\nUser-agent: *', 'FooBot', '/'), true);
});

test('the longest match decides, allow wins a tie, and the verdict names the line', () => {
  const text = 'User-agent: *\nAllow: /p\nDisallow: /\n\nDisallow: /page/secret # no\nAllow: /page/secret';
  assert.equal(allowed(text, 'A', '/page'), true);
  assert.equal(allowed(text, 'A', '/x'), false);
  assert.deepEqual(
    { line: judge(text, 'A', '/page/secret').line, rule: judge(text, 'A', '/page/secret').rule },
    { line: 6, rule: 'Allow: /page/secret' },
  );
  assert.equal(judge(text, 'A', '/x').line, 3);
  assert.equal(allowed(text, 'A', '/robots.txt'), true);
});

test('wildcards and the end sign', () => {
  const cases: [string, string, boolean][] = [
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish*', '/fishheads/yummy', true],
    ['/*.php', '/folder/any.php.file', true],
    ['/*.php$', '/index.php?a', false],
    ['/*.php$', '/a.php/b.php', true],
    ['/fish*.php', '/fishheads/catfish.php?x', true],
    ['/fish*.php', '/Fish.php', false],
    ['/a*b*c$', '/aXbYbZc', true],
    ['/a*b*c$', '/aXbYbZcd', false],
    ['/*$', '/any', true],
    ['/exact$', '/exact', true],
    ['/exact$', '/exact/', false],
    ['*/sort/', '/x/sort/1', true],
    ['/a$b', '/a$b', true],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-*.html', false],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-%2a.html', true],
  ];
  for (const [pattern, path, hit] of cases)
    assert.equal(allowed(`User-agent: *\nDisallow: ${pattern}`, 'A', path), !hit, `${pattern} ${path}`);
});

test('percent-encoding is compared in one form (table of RFC 9309 §2.2.2)', () => {
  const cases: [string, string][] = [
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz'],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https%3A%2F%2Ffoo.bar'],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
  ];
  for (const [pattern, path] of cases)
    assert.equal(allowed(`User-agent: *\nDisallow: ${pattern}`, 'A', path), false, pattern);
  assert.equal(allowed('User-agent: *\nDisallow: /a%2Fb', 'A', '/a/b'), true);
});

test('lenient lines, byte order mark, line ends, empty rules', () => {
  assert.equal(allowed('\ufeffuser-agent FooBot\rdissallow /x', 'FooBot', '/x'), false);
  assert.equal(allowed('User-agent: *\r\nDisallow:\r\n', 'FooBot', '/x'), true);
  assert.equal(allowed('', 'FooBot', '/x'), true);
  assert.equal(judge('User-agent: *\nCrawl-delay: 2.5\nDisallow: /a', 'F', '/').crawlDelay, 2.5);
});

test('half a mebibyte is read, the rest and a cut line are not', () => {
  const filler = `# ${'x'.repeat(97)}\n`.repeat(5119);
  const text = `User-agent: *\nDisallow: /early\n${filler}`;
  const rest = `Disallow: /${'y'.repeat(ROBOTS_MAX_BYTES - text.length)}\nDisallow: /late\n`;
  assert.equal(allowed(text + rest, 'A', '/early'), false);
  assert.equal(allowed(text + rest, 'A', '/late'), true);
});

test('a pattern of many stars costs no exponential time', () => {
  const started = performance.now();
  allowed(`User-agent: *\nDisallow: /${'*a'.repeat(3000)}$`, 'A', `/${'a'.repeat(1900)}b`);
  assert.ok(performance.now() - started < 500);
});
