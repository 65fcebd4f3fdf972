// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '../shape.ts';
import type * as source from '../zh-CN/self-check.ts';

export const selfCheck: Shape<typeof source.selfCheck> = {
  title: 'Check your listing',
  lead: 'Before you publish, see what an inspector would see and how to mend it. No account; nothing you type is kept.',
  name: 'Title of the listing',
  description: 'Description',
  descriptionHint: 'Paste all of it; words in pictures may be copied here as well.',
  category: 'Category',
  price: 'Price (yuan)',
  originalPrice: 'Compared price (yuan)',
  optional: 'optional',
  submit: 'Check',
  again: 'Check again',
  clear: 'Nothing found',
  clearText:
    'By the rules in force nothing needs to be changed. This is an automatic check, no approval, and says nothing of the goods themselves.',
  seen: '{{n}} passages to look at',
  seenText: 'The marked words are what an inspector would see first. Mend them in this order.',
  yourText: 'What you typed',
  why: 'Why',
  basis: 'Legal basis',
  noBasis: 'Basis unverified; please check for yourself',
  mend: 'How to mend it',
  likely: 'Very likely a problem',
  perhaps: 'Please check',
  disclaimer:
    'The answer comes from rules, may be wrong or incomplete, and is no ground for enforcement. Goods that need a licence (medicines, medical devices) need it first.',
  busy: 'Too many checks; please try again in a minute.',
  wrong: 'Please give a title (up to 500 characters); prices in digits only.',
};
