// SPDX-License-Identifier: Apache-2.0

export interface SearchHit {
  url: string;
  title: string | null;
}

/** A search service of somebody else. One adapter is built in (HTTP and JSON); none is set up by default. */
export interface SearchPort {
  /** @throws AppError `search_failed` */
  search(query: string, signal: AbortSignal): Promise<SearchHit[]>;
}
