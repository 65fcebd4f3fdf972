// SPDX-License-Identifier: Apache-2.0

import type { Shape } from '../shape.ts';
import type * as zh from '../zh-CN/offices.ts';

export const files: Shape<typeof zh.files> = {
  title: 'Co-ordination',
  line: 'Between offices, platforms and merchants: reminders, correction orders, notices, transfers, assistance.',
  qualityLine: 'What receivers said of leads when they returned them or fed back, by sending office.',
  view: 'View',
  files: 'Files',
  quality: 'Quality of leads',
  search: 'Number, title, recipient',
  file: 'File',
  procedure: 'Kind',
  whose: 'Whose turn',
  recipient: 'To',
  from: 'From',
  turn: 'Waits for',
  turnOf: 'Waits for {{name}}',
  turnOutside: 'Waits for their answer',
  opened: 'Opened',
  empty: 'No files yet',
  emptyText: 'Send a reminder, a notice, a transfer or a request from a lead, and it appears here.',
  emptyFiltered: 'No file fits the filters.',
  about: 'The lead behind it',
  shop: 'Shop',
  record: 'How they answered so far',
  recordText: '{{sent}} sent, {{answered}} answered in time, {{late}} late, {{unanswered}} not at all.',
  recordBad: 'Has been overdue',
  tasks: 'Files it opened',
  hands: 'Offices it went through',
  papers: 'Papers and material',
  handedIn: 'Handed in by {{name}}',
  uploading: 'Uploading',
  uploaded: 'Uploaded: {{name}}',
  link: 'Link for the answer',
  linkLive: 'Valid',
  linkEnded: 'Ended',
  linkUntil: 'Valid until',
  linkOpened: 'First opened',
  linkUnopened: 'Not opened yet',
  linkNone: 'Make a link for {{name}}: they answer and hand in material without an account.',
  linkOnce:
    'The link is shown this once. Copy it now and hand it over by a safe way: whoever has the link can answer.',
  linkCopy: 'Copy',
  linkCopied: 'Copied',
  linkSelect: 'Select the link and copy it by hand.',
  linkMake: 'Make the link',
  linkAgain: 'Make a new link',
  linkRevoke: 'End the link',
  sender: 'Sending office',
  judged: 'Judged',
  useful: 'Accurate and of use',
  codes: 'Judgements',
  qualityEmpty: 'No receiver has judged a lead yet.',
};

export const papers: Shape<typeof zh.papers> = {
  title: 'Papers',
  line: 'Papers made in files, numbered by office and year.',
  templatesLine: 'The words of each paper. An office may use its own; papers made before keep theirs.',
  register: 'Register',
  templates: 'Templates',
  search: 'Number, file, title',
  kind: 'Kind of paper',
  paper: 'Paper',
  file: 'File',
  by: 'Made by',
  at: 'Made on',
  empty: 'No papers yet.',
  emptyFiltered: 'No paper fits the filters.',
  sign: 'Head of the number',
  words: 'Words',
  own: "The office's own",
  house: "The house's",
  changedBy: 'Changed by',
  look: 'Look',
  saved: 'Saved: papers made from now on use the new words.',
  wordsTitle: 'Title',
  addressee: 'To (may be empty)',
  paragraphs: 'Text',
  paragraphsHelp: 'One line is one paragraph. Names in braces are replaced by what the file says.',
  closing: 'Closing (may be empty)',
  places: 'Names that can be used:',
  preview: 'See a sample',
  back: "Back to the house's words",
};

export const procedure: Shape<typeof zh.procedure> = {
  reminder: 'Reminder',
  correction: 'Correction order',
  'platform-notice': 'Notice to the platform',
  transfer: 'Transfer and designation',
  assistance: 'Assistance',
  'data-request': 'Request for data',
  referral: 'Transfer to a department',
  crime: 'Suspected crime, to the police',
};

export const fileWhose: Shape<typeof zh.fileWhose> = {
  ours: "The own office's turn",
  sent: 'Sent by us, with others',
};
export const fileOpen: Shape<typeof zh.fileOpen> = { true: 'Open', false: 'Ended' };
export const documentState: Shape<typeof zh.documentState> = {
  making: 'Being made',
  ready: 'Made',
  failed: 'Failed',
};

export const agencyKind: Shape<typeof zh.agencyKind> = {
  authority: 'Market regulator',
  department: 'Other department',
};
export const unitDuty: Shape<typeof zh.unitDuty> = {
  intake: 'Intake',
  monitoring: 'Monitoring',
  enforcement: 'Enforcement',
  review: 'Legal review',
  general: 'General',
};
