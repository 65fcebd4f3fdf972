// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Box } from '@yiwang/collector';
import { sealPage } from '../seal-page.ts';
import type { JudgedPage, JudgeTools } from './judge-page.ts';
import type { PatrolReport, ReportPicture } from './patrol-report.ts';

/** Bytes of pictures kept for the readable report. */
const MAX_PICTURES = 12 * 1024 * 1024;

/** Seals pages into a folder and remembers the pictures worth showing. */
export class EvidenceFolder {
  readonly list: PatrolReport['evidence'] = [];
  readonly pictures: ReportPicture[] = [];
  readonly #folder: string;
  readonly #tools: JudgeTools;
  readonly #userAgent: string;
  #pictureBytes = 0;

  constructor(folder: string, tools: JudgeTools, userAgent: string) {
    this.#folder = folder;
    this.#tools = tools;
    this.#userAgent = userAgent;
    mkdirSync(join(folder, 'evidence'), { recursive: true });
  }

  /** Seals a page with its findings; returns the path below the folder. */
  async seal(page: JudgedPage, ground: string, findings: readonly unknown[]): Promise<string> {
    const tools = this.#tools;
    const { rendering } = page;
    const robots = await tools.politeness.judge(page.exchange.url, tools.signal);
    const { bytes, sha256 } = sealPage({
      exchange: page.exchange,
      facts: page.facts,
      rendering,
      pictures: page.pictures,
      noRendering: tools.render === 'never' ? 'not asked for' : tools.noBrowser,
      ground,
      userAgent: this.#userAgent,
      robots,
      judgedRendering: page.judgedRendering,
      findings,
    });
    const file = `evidence/${String(this.list.length + 1).padStart(4, '0')}-${sha256.slice(0, 12)}.wacz`;
    writeFileSync(join(this.#folder, file), bytes);
    const png = rendering?.screenshot ?? null;
    this.list.push({
      file,
      sha256,
      url: page.exchange.finalUrl,
      title: page.facts.title,
      picture: png !== null,
    });
    if (png !== null && this.#pictureBytes + png.length <= MAX_PICTURES) {
      this.#pictureBytes += png.length;
      const boxes: Box[] = rendering?.boxes.flat() ?? [];
      this.pictures.push({ evidence: file, png, boxes });
    }
    return file;
  }
}
