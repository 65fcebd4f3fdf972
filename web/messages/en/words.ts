// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '../shape.ts';
import type * as source from '../zh-CN/words.ts';

export const label: Shape<typeof source.label> = {
  'prohibited/firearms': 'Firearms and replicas',
  'prohibited/blades': 'Controlled knives',
  'prohibited/explosives': 'Explosives, dangerous chemicals, fireworks',
  'prohibited/drugs': 'Drugs and precursors',
  'prohibited/wildlife': 'Wildlife and products of it',
  'prohibited/tobacco': 'Tobacco and e-cigarettes',
  'prohibited/medicine': 'Prescription or unapproved medicine',
  'prohibited/forged-documents': 'Forged documents, seals, invoices, plates',
  'prohibited/currency': 'Currency',
  'prohibited/surveillance': 'Bugging and secret cameras',
  'prohibited/personal-data': 'Personal data, accounts, attacks',
  'prohibited/gambling': 'Gambling',
  'prohibited/obscene': 'Obscene goods',
  'prohibited/military-police': 'Military and police goods',
  'prohibited/relics': 'Cultural relics',
  'prohibited/satellite': 'Satellite receivers',
  'prohibited/body': 'Organs and blood',
  'prohibited/exam-cheating': 'Exam-cheating devices',
  counterfeit: 'Counterfeit',
  'quality/shoddy': 'No maker, expired or sub-standard',
  'advertising/absolute': 'Absolute terms',
  'advertising/medical-claim': 'Medical claims',
  'advertising/investment': 'Promised returns',
  'price/fictitious-discount': 'Fictitious discount',
  'trust/brushing': 'Fake orders and reviews',
  'terms/unfair': 'Unfair terms',
  'licence/missing-claim': 'Approval number not shown',
  'fraud/pyramid': 'Pyramid selling',
  'privacy/violation': 'Unlawful collecting of personal data',
  'licence/missing': 'No licence information',
  'licence/invalid': 'Licence not valid',
  'licence/expired': 'Licence expired',
  'licence/not-displayed': 'Licence not displayed',
  'licence/exemption-not-declared': 'Exemption not declared',
  'identity/mismatch': 'Identity does not match',
  'emark/missing': 'No e-mark',
  'emark/forged': 'Forged e-mark',
};

export const role: Shape<typeof source.role> = {
  intake_clerk: 'Intake',
  mediator: 'Mediation',
  field_officer: 'Field officer',
  monitor_analyst: 'Monitoring',
  case_reviewer: 'Case review',
  authority_head: 'Head of authority',
  supervisor: 'Supervisor',
  counterpart: 'Other department',
  platform_compliance: 'Platform compliance',
  merchant: 'Merchant',
  trainer: 'Training',
  administrator: 'Administrator',
};

export const level: Shape<typeof source.level> = {
  nation: 'Nation',
  province: 'Province',
  city: 'City',
  county: 'County',
  station: 'Station',
};

export const severity: Shape<typeof source.severity> = {
  info: 'Info',
  slight: 'Slight',
  serious: 'Serious',
  major: 'Major',
};

export const hitState: Shape<typeof source.hitState> = {
  new: 'To judge',
  confirmed: 'Confirmed',
  noise: 'Noise',
  duplicate: 'Duplicate',
  dead: 'Dead',
};

export const patrolState: Shape<typeof source.patrolState> = {
  queued: 'Waiting',
  running: 'Running',
  stopped: 'Stopped',
  done: 'Done',
  failed: 'Ended by an error',
};

export const patrolKind: Shape<typeof source.patrolKind> = {
  daily: 'Daily',
  campaign: 'Campaign',
  targeted: 'Targeted',
};

export const renderMode: Shape<typeof source.renderMode> = {
  auto: 'Where needed',
  never: 'Never',
  always: 'Every page',
};

export const outcome: Shape<typeof source.outcome> = {
  page: 'Read',
  unchanged: 'Unchanged',
  barred: 'Barred by robots, not asked',
  failed: 'Failed',
  other: 'Other file',
};

export const liveness: Shape<typeof source.liveness> = {
  unknown: 'Not re-checked',
  online: 'Still online',
  changed: 'Changed',
  gone: 'Taken down',
};

export const venueKind: Shape<typeof source.venueKind> = {
  site: 'Site',
  shop: 'Shop',
  app: 'App',
  'mini-program': 'Mini-program',
  'public-account': 'Public account',
  'live-account': 'Live account',
  'local-store': 'Local store',
};

export const factSource: Shape<typeof source.factSource> = {
  patrol: 'Patrol',
  find: 'Own find',
  picture: 'Read in a picture',
  import: 'Import',
};

export const leadSource: Shape<typeof source.leadSource> = { patrol: 'Patrol', officer: 'Officer' };

export const clockState: Shape<typeof source.clockState> = {
  running: 'running',
  paused: 'paused',
  met: 'met in time',
  lapsed: 'overdue',
};

export const custody: Shape<typeof source.custody> = {
  captured: 'Captured',
  viewed: 'Viewed',
  exported: 'Exported',
  verified: 'Verified',
};

export const verdict: Shape<typeof source.verdict> = {
  valid: 'Valid',
  invalid: 'Invalid',
  incomplete: 'Incomplete',
};

export const claimState: Shape<typeof source.claimState> = {
  proven: 'Proven',
  failed: 'Failed',
  'not-yet': 'Not yet there',
  policy: 'Policy not met',
};

export const findState: Shape<typeof source.findState> = {
  queued: 'Waiting',
  capturing: 'Capturing',
  done: 'Done',
  failed: 'Did not succeed',
};

export const certainty: Shape<typeof source.certainty> = {
  A: 'A: from the published text or a full copy',
  B: 'B: from news, a government site or a partial copy',
  C: 'C: weak sources',
  NV: 'Not verified',
  M: 'Not verified',
  house: 'No law names it: a period of the house, or the day that the paper sets',
};

export const textField: Shape<typeof source.textField> = {
  title: 'Title',
  description: 'Description',
  ocrText: 'Text in pictures',
  shop: 'Shop',
  category: 'Category',
  price: 'Price',
  originalPrice: 'Original price',
  priceHistory: 'Price history',
  text: 'Page text',
  display: 'Venue',
  name: 'Name of the operator',
  uscc: 'Credit code',
  icp: 'ICP number',
  licence: 'Permit number',
  emark: 'Link of the mark',
  goods: 'Goods that need a permit',
};

export const fold: Shape<typeof source.fold> = {
  case: 'letter case',
  width: 'full width',
  traditional: 'traditional form',
  compat: 'special glyphs',
  variant: 'variant character',
  numeral: 'another numeral',
  'zero-width': 'invisible characters',
  spaces: 'spaces pushed in',
  symbols: 'symbols pushed in',
  repeats: 'repeated letters',
  lookalike: 'look-alike letters',
  emoji: 'emoji for a word',
  split: 'split characters',
  homophone: 'same sound',
  'near-sound': 'similar sound',
  pinyin: 'pinyin',
  initials: 'initials',
  reversed: 'changed order',
  interleaved: 'letters in between',
};

export const factField: Shape<typeof source.factField> = {
  name: 'Name',
  uscc: 'Credit code',
  icp: 'ICP filing',
  police: 'Police filing',
  phone: 'Phone',
  mail: 'Mail',
  address: 'Address',
  licence: 'Licence',
  title: 'Title',
  url: 'Address on the net',
  host: 'Host',
  platform: 'On the site',
};

export const auditAction: Shape<typeof source.auditAction> = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'change-password': 'Changed a password',
  'reset-password': 'Reset a password',
  'create-person': 'Added a person',
  'change-person': 'Changed a person',
  'add-second-factor': 'Turned one-time codes on',
  'remove-second-factor': 'Turned one-time codes off',
  'link-provider': 'Linked a sign-in provider',
  'disable-person': 'Disabled an account',
  'enable-person': 'Enabled an account',
  'create-token': 'Made a token',
  'revoke-token': 'Revoked a token',
  'start-patrol': 'Started a patrol',
  'stop-patrol': 'Stopped a patrol',
  'resume-patrol': 'Went on with a patrol',
  'judge-hit': 'Judged a hit',
  'undo-verdict': 'Took a verdict back',
  'report-find': 'Reported an address',
  'open-lead': 'Made a lead',
  'withdraw-lead': 'Withdrew a lead',
  'lead.grade': 'Graded a lead',
  'lead.verify': 'Began to verify a lead',
  'lead.conclude': 'Recorded an outcome',
  'lead.extend': 'Extended a time',
  'lead.archive': 'Archived a lead',
  'lead.note': 'Noted on a lead',
  'export-evidence': 'Exported evidence',
  'assign-file': 'gave a file to somebody',
  'make-calendar': 'made a calendar address',
  'revoke-calendar': 'revoked a calendar address',
  'change-reminders': 'changed reminders',
  'export-list': 'exported a list',
  'export-sent': 'list sent',
  'import-subjects': 'imported subjects',
  'merge-subjects': 'merged subjects',
  'split-subjects': 'undid a merger',
  'class-subject': 'set a credit class',
  'change-subject': 'changed a subject',
  'view-audit': 'Looked at the audit',
  'open-file': 'Opened a file with another party',
  'issue-link': 'Made an answer link',
  'revoke-link': 'Ended an answer link',
  'save-template': 'Changed the words of a paper',
  'open-document': 'Opened a paper',
  'create-agency': 'Added an office',
  'change-agency': 'Changed an office',
  'create-unit': 'Added a unit',
  'change-unit': 'Changed a unit',
  'record-absence': 'Recorded an absence',
  'end-absence': 'Ended an absence',
};

export const condition: Shape<typeof source.condition> = {
  software: 'Software',
  userAgent: 'User-Agent',
  ground: 'Ground',
  address: 'Address reached',
  status: 'Status',
  startedAt: 'Began',
  milliseconds: 'Took (ms)',
  truncated: 'Cut short',
  charset: 'Charset',
  warnings: 'Warnings',
  robots: 'Robots verdict',
  rules: 'Rule packs',
  judged: 'Text that was judged',
  difference: 'Difference',
  'rendering.none': 'Why not rendered',
  'rendering.browser': 'Browser',
  'rendering.version': 'Browser version',
  'rendering.sandbox': 'Sandbox',
  'rendering.viewport': 'Window',
  'rendering.locale': 'Browser language',
  'rendering.timezone': 'Browser time zone',
  'rendering.userAgent': 'Browser User-Agent',
  'rendering.network': 'Browser network',
  'rendering.mainDocument': 'Main document',
  'rendering.blocked': 'Requests held back',
  'rendering.error': 'Rendering error',
};

export const leadDue: Shape<typeof source.leadDue> = { soon: 'Due within three days', lapsed: 'Overdue' };

export const subjectKind = {
  merchant: 'Merchant',
  'natural-person': 'Natural person',
  platform: 'Platform',
  'service-provider': 'Service provider',
} as const;

export const service = {
  payment: 'payment',
  hosting: 'access and hosting',
  search: 'search',
  rating: 'rating',
  logistics: 'logistics',
  other: 'other',
} as const;

export const subjectStatus = {
  active: 'Active',
  abnormal: 'On the abnormal list',
  revoked: 'Licence revoked',
  cancelled: 'Struck off',
} as const;

export const creditKind = {
  'checked-clean': 'Checked, no breach',
  corrected: 'Corrected',
  'not-corrected': 'Not corrected in time',
  case: 'Case opened',
  unreachable: 'Cannot be reached',
  penalty: 'Penalty',
  'abnormal-list': 'On the abnormal list',
  'dishonesty-list': 'On the serious-dishonesty list',
  'notice-ignored': 'Notice not answered',
  repair: 'Credit repaired',
} as const;
