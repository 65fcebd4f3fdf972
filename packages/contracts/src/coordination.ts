// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Id, IdParams, Instant, LocalDay, Nullable, paging } from './common.ts';
import {
  ActionBody,
  ActionParams,
  AttachmentView,
  DocumentView,
  fileMembers,
  OpenAction,
} from './procedure.ts';
import { HANDLERS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';

/** Procedures between offices and with parties outside. */
export const COORDINATION = [
  'reminder',
  'correction',
  'platform-notice',
  'transfer',
  'assistance',
  'data-request',
  'referral',
  'crime',
] as const;

/** One line of a list of such files. */
export const FileLine = Type.Object({
  id: Id,
  number: Type.String(),
  procedure: Type.Enum(COORDINATION),
  procedureTitle: Bilingual,
  state: Type.String(),
  stateTitle: Bilingual,
  title: Type.String(),
  /** Party outside, or the office that is asked. */
  recipient: Nullable(Type.String()),
  agency: Agency,
  /** Whose turn it is. */
  holder: Nullable(Agency),
  due: Nullable(LocalDay),
  used: Nullable(Type.Number()),
  openedAt: Instant,
  ended: Type.Boolean(),
  version: Type.Integer(),
});
export type FileLine = Static<typeof FileLine>;

/** What the receiver must know of the lead, copied when the file was opened. */
export const FilePacket = Type.Object({
  leadNumber: Type.String(),
  title: Type.String(),
  url: Type.String(),
  shop: Nullable(Type.String()),
  subject: Nullable(Type.String()),
  uscc: Nullable(Type.String()),
  labels: Type.Array(Type.String()),
  basis: Type.Array(Type.String()),
  evidence: Type.Array(
    Type.Object({ id: Id, url: Type.String(), sha256: Type.String(), capturedAt: Instant }),
  ),
});
export type FilePacket = Static<typeof FilePacket>;

/** How a party answered so far, among the files that the caller may see. */
export const PartyRecord = Type.Object({
  sent: Type.Integer(),
  answered: Type.Integer(),
  late: Type.Integer(),
  unanswered: Type.Integer(),
});

export const LinkState = Type.Object({
  recipient: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  openedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
});

export const FileDetail = Type.Object({
  file: FileLine,
  /** The lead that it came from, where the caller may see it. */
  parent: Nullable(Type.Object({ id: Id, number: Type.String(), title: Type.String() })),
  packet: FilePacket,
  /** Whether an answer by link is possible, and the link as it stands. */
  linkable: Type.Boolean(),
  link: Nullable(LinkState),
  record: Nullable(PartyRecord),
  documents: Type.Array(DocumentView),
  ...fileMembers,
});
export type FileDetail = Static<typeof FileDetail>;

export const listFiles = contract({
  id: 'listFiles',
  method: 'GET',
  path: '/api/files',
  summary: 'Transfers, assistance, notices, orders and their kin that one may see, nearest due date first',
  access: OFFICERS,
  query: Type.Object({
    procedure: Type.Optional(Type.Enum(COORDINATION)),
    /** `ours` – the own office's turn; `sent` – opened by the own office, somebody else's turn. */
    whose: Type.Optional(Type.Enum(['ours', 'sent'] as const)),
    open: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    ...paging,
  }),
  response: Type.Object({
    items: Type.Array(FileLine),
    next: Nullable(Type.String()),
    total: Type.Integer(),
  }),
});

export const getFile = contract({
  id: 'getFile',
  method: 'GET',
  path: '/api/files/{id}',
  summary: 'One such file with packet, papers, clocks, timeline, link and the actions open to the caller',
  access: OFFICERS,
  params: IdParams,
  response: FileDetail,
});

export const actOnFile = contract({
  id: 'actOnFile',
  method: 'POST',
  path: '/api/files/{id}/actions/{action}',
  summary: 'Take one of the actions that the procedure allows now',
  access: HANDLERS,
  params: ActionParams,
  body: ActionBody,
  response: FileDetail,
  errors: ['action_not_open', 'moved_on', 'form_invalid'],
});

export const issueLink = contract({
  id: 'issueLink',
  method: 'POST',
  path: '/api/files/{id}/link',
  summary: 'Make the link by which the party answers; it is shown once, an older one ends',
  access: HANDLERS,
  params: IdParams,
  body: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, default: 30 })) }),
  status: 201,
  response: Type.Object({ address: Type.String(), expiresAt: Instant }),
  errors: ['link_not_open'],
});

export const revokeLink = contract({
  id: 'revokeLink',
  method: 'DELETE',
  path: '/api/files/{id}/link',
  summary: 'End the link at once',
  access: HANDLERS,
  params: IdParams,
});

/** How offices' leads served those who got them. */
export const getLeadQuality = contract({
  id: 'getLeadQuality',
  method: 'GET',
  path: '/api/lead-quality',
  summary: "What receivers said of each office's leads, by code",
  access: OFFICERS,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        agency: Agency,
        sent: Type.Integer(),
        useful: Type.Integer(),
        codes: Type.Array(Type.Object({ code: Type.String(), title: Bilingual, count: Type.Integer() })),
      }),
    ),
  }),
});

const LinkParams = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) });

/** What somebody outside sees through a link: what is asked of them, what they said, and what they may do. */
export const LinkView = Type.Object({
  procedure: Bilingual,
  number: Type.String(),
  office: Type.String(),
  recipient: Type.String(),
  state: Bilingual,
  ended: Type.Boolean(),
  deadline: Nullable(LocalDay),
  expiresAt: Instant,
  version: Type.Integer(),
  asked: Type.Array(Type.Object({ title: Bilingual, value: Type.String(), valueEn: Type.String() })),
  about: Type.Object({
    title: Type.String(),
    url: Type.String(),
    shop: Nullable(Type.String()),
    labels: Type.Array(Type.String()),
  }),
  evidence: Type.Array(
    Type.Object({ id: Id, url: Type.String(), sha256: Type.String(), capturedAt: Instant }),
  ),
  documents: Type.Array(
    Type.Object({ id: Id, number: Type.String(), title: Bilingual, ready: Type.Boolean() }),
  ),
  steps: Type.Array(Type.Object({ at: Instant, title: Bilingual, note: Nullable(Type.String()) })),
  actions: Type.Array(OpenAction),
});
export type LinkView = Static<typeof LinkView>;

export const readLink = contract({
  id: 'readLink',
  method: 'GET',
  path: '/api/links/{token}',
  summary: 'What a link asks of whoever holds it',
  access: 'public',
  params: LinkParams,
  response: LinkView,
  errors: ['link_ended', 'too_many_requests'],
});

export const answerLink = contract({
  id: 'answerLink',
  method: 'POST',
  path: '/api/links/{token}/actions/{action}',
  summary: 'Answer through a link, without an account',
  access: 'public',
  params: Type.Object({ ...LinkParams.properties, action: ActionParams.properties.action }),
  body: ActionBody,
  response: LinkView,
  errors: ['link_ended', 'action_not_open', 'moved_on', 'form_invalid', 'too_many_requests'],
});

export const attachByLink = contract({
  id: 'attachByLink',
  method: 'POST',
  path: '/api/links/{token}/attachments',
  summary: 'Hand in one file through a link (multipart/form-data, field "file")',
  access: 'public',
  params: LinkParams,
  status: 201,
  response: AttachmentView,
  errors: ['link_ended', 'attachment_refused', 'too_many_requests'],
});

export const documentByLink = contract({
  id: 'documentByLink',
  method: 'GET',
  path: '/api/links/{token}/documents/{id}.pdf',
  summary: 'A paper that was sent with the link (PDF/A-2b)',
  access: 'public',
  params: Type.Object({ ...LinkParams.properties, id: Id }),
  media: 'binary',
  errors: ['link_ended', 'document_in_making', 'too_many_requests'],
});

export const evidenceByLink = contract({
  id: 'evidenceByLink',
  method: 'GET',
  path: '/api/links/{token}/evidence/{id}.wacz',
  summary: 'A sealed package that the notice rests on (WACZ); the export is recorded',
  access: 'public',
  params: Type.Object({ ...LinkParams.properties, id: Id }),
  media: 'binary',
  errors: ['link_ended', 'too_many_requests'],
});
