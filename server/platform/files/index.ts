// SPDX-License-Identifier: Apache-2.0

export {
  type Attachment,
  addAttachment,
  attachmentsOf,
  mediaTypeOf,
  readAttachment,
} from './attachments.ts';
export { cite } from './cite.ts';
export { describeFile } from './describe-file.ts';
export { loadFile, type OpenFile } from './file.ts';
export { type FileKind, pageOf } from './file-kinds.ts';
export { holdFile } from './hold-file.ts';
export { numberFile } from './number-file.ts';
export { type FileWish, openFile } from './open-file.ts';
export { reckonClock } from './reckon-clock.ts';
export { type ActionWish, type Taken, takeAction } from './take-action.ts';
export { type FileView, viewAction, viewFile } from './view-file.ts';
