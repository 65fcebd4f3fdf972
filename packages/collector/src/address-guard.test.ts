// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddressGuard, forbiddenRange } from './address-guard.ts';

test('every special range is refused, public addresses are not', () => {
  const inside = [
    '0.0.0.0',
    '10.1.2.3',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'example.com',
    '0x7f.1',
    '2130706433',
  ];
  for (const address of inside) assert.notEqual(forbiddenRange(address), null, address);
  for (const address of [
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '223.5.5.5',
    '2400:3200::1',
    '2606:4700::1111',
  ])
    assert.equal(forbiddenRange(address), null, address);
});

test('the allow list takes host, address, port and brackets, and nothing else past', () => {
  const guard = createAddressGuard(['lab.example:8080', '10.0.0.5', '[::1]:81', '::1']);
  assert.ok(guard.judge('lab.example', 8080, '192.168.1.1').allowed);
  assert.ok(!guard.judge('lab.example', 8081, '192.168.1.1').allowed);
  assert.ok(guard.judge('any.example', 80, '10.0.0.5').allowed);
  assert.ok(guard.judge('[::1]', 81, '::1').allowed);
  assert.ok(!guard.judge('any.example', 80, '10.0.0.6').allowed);
  assert.ok(!guard.judge('any.example', 25, '8.8.8.8').allowed);
  assert.throws(() => createAddressGuard(['a b']), /HOST/);
  assert.throws(() => createAddressGuard(['a:99999']), /HOST/);
});
