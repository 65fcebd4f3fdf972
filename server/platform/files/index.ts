// SPDX-License-Identifier: Apache-2.0

export { cite } from './cite.ts';
export { describeFile } from './describe-file.ts';
export { loadFile, type OpenFile } from './file.ts';
export { type FileKind, pageOf } from './file-kinds.ts';
export { holdFile } from './hold-file.ts';
export { type FileWish, openFile } from './open-file.ts';
export { type ActionWish, takeAction } from './take-action.ts';
export { type FileView, viewFile } from './view-file.ts';
