// SPDX-License-Identifier: Apache-2.0
import type { Box } from '@yiwang/collector';
import type { Listing, Operator } from '@yiwang/extraction';
import type { Finding } from '@yiwang/screening';

/** `report.json` of a patrol without a database; members as in the reference of interfaces, others may be added. */
export interface PatrolReport {
  site: string;
  startedAt: string;
  endedAt: string;
  /** `done`: nothing left to visit · `limit`: pages spent or stopped by hand · `error`: not one page came. */
  stopped: 'done' | 'limit' | 'error';
  interrupted: boolean;
  userAgent: string;
  rate: number;
  /** Every request that was sent, also for robots.txt, sitemaps and renderings. */
  requests: {
    url: string;
    status: number;
    at: string;
    bytes: number;
    ms: number;
    robots: string;
    ground: string;
    error?: string;
  }[];
  /** Addresses that were not asked for, and by which line of robots.txt. */
  barred: { url: string; reason: string }[];
  failed: { url: string; reason: string }[];
  pages: number;
  operators: (Operator & { page: string })[];
  listings: (Listing & { page: string })[];
  findings: ReportedFinding[];
  /** Pictures whose words or codes were read. */
  pictures: { page: string; url: string; role: string; text: string; codes: string[] }[];
  evidence: { file: string; sha256: string; url: string; title: string; picture: boolean }[];
  notes: string[];
}

export interface ReportedFinding extends Finding {
  page: string;
  /** Title of the listing it speaks of. */
  listing: string;
  /** Path of the capture below the report's folder; null for what is only mentioned. */
  evidence: string | null;
}

/** A picture for the readable report, with the places of the findings on it. */
export interface ReportPicture {
  evidence: string;
  png: Uint8Array;
  boxes: Box[];
}
