// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maybePage, normaliseUrl, siteScope, urlKey } from './url.ts';

test('session and tracking parameters go, everything else stays byte for byte', () => {
  const cases: [string, string | null][] = [
    ['http://A.example:80/x#y', 'http://a.example/x'],
    ['/p?PHPSESSID=1&id=2&utm_source=z', 'http://a.example/p?id=2'],
    ['/p;jsessionid=AB12?x=%D6%D0', 'http://a.example/p?x=%D6%D0'],
    ['//b.example/p?', 'http://b.example/p'],
    ['http://u:p@a.example/', 'http://a.example/'],
    ['javascript:void(0)', null],
    ['mailto:a@example.invalid', null],
    [`/${'x'.repeat(3000)}`, null],
    ['http://', null],
    ['http://a.example/??', 'http://a.example/??'],
  ];
  for (const [link, expected] of cases) assert.equal(normaliseUrl(link, 'http://a.example/'), expected, link);
});

test('the key joins what is one page', () => {
  assert.equal(urlKey('http://www.a.example/p?b=2&a=1'), urlKey('https://a.example//p?a=1&b=2'));
  assert.equal(urlKey('http://a.example/index.html'), urlKey('http://a.example/'));
  assert.notEqual(urlKey('http://a.example/p?a=1'), urlKey('http://a.example/p?a=2'));
});

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = normaliseUrl(url);
      if (once !== null) assert.equal(normaliseUrl(once), once);
    }),
    { numRuns: 50 },
  );
});

test('scope and page endings', () => {
  const scope = siteScope(['http://www.a.example:8080/x']);
  assert.ok(scope('https://a.example:8080/y'));
  assert.ok(!scope('http://a.example/y'));
  assert.ok(!maybePage('http://a.example/a.JPG?x'));
  assert.ok(maybePage('http://a.example/a.html'));
});
