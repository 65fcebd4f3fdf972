// SPDX-License-Identifier: Apache-2.0

/** A kind of file as the desk, the search and reminders know it. A room declares its own in `ServerModule.fileKinds`. */
export interface FileKind {
  /** Id of the machine. */
  procedure: string;
  /** Page of one file in the console, `{id}` in its place. */
  page: string;
}

/** The page of a file; kinds without one of their own open on the page that serves every procedure. */
export const pageOf = (kinds: readonly FileKind[], procedure: string, id: string): string =>
  (kinds.find((kind) => kind.procedure === procedure)?.page ?? '/console/files/{id}').replace('{id}', id);
