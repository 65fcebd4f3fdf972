// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDocument } from '@yiwang/law';
import { fillTemplate, findTemplate, MACHINES, TEMPLATES, unknownPlaces } from '../index.ts';

test('every paper that a step makes is declared, and every declared one is made by a step', () => {
  const made = new Set(
    MACHINES.flatMap((machine) => [
      ...(machine.opening.documents ?? []),
      ...machine.actions.flatMap((action) => action.documents ?? []),
    ]),
  );
  assert.deepEqual([...made].sort(), TEMPLATES.map((one) => one.id).sort());
});

test('the words of each paper use only what it knows, and name a paper that law knows', () => {
  for (const template of TEMPLATES) {
    assert.deepEqual(unknownPlaces(template, template.text), [], template.id);
    if (template.law) assert.ok(findDocument(template.law), `${template.id}: ${template.law}`);
  }
});

test('a value that looks like a place stays a value, and what is missing is a dash', () => {
  const { text } = findTemplate('reminder')!;
  const filled = fillTemplate(text, { recipient: '{{deadline}}', deadline: '2026-12-01', matter: '' });
  assert.equal(filled.addressee, '{{deadline}}');
  assert.ok(filled.paragraphs.some((one) => one.includes('提醒事项：——')));
});

test('an office is told of a place that the paper does not know', () => {
  const template = findTemplate('reminder')!;
  assert.deepEqual(unknownPlaces(template, { ...template.text, closing: '{{phone}} {{office}}' }), ['phone']);
});
