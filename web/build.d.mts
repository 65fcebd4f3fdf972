// SPDX-License-Identifier: Apache-2.0
export declare function digestOfSources(): string;
export declare function consoleIsFresh(): boolean;
export declare function buildConsoleIfStale(options?: {
  force?: boolean;
  log?: (line: string) => void;
}): Promise<boolean>;
