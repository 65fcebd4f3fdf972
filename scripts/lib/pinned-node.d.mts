// SPDX-License-Identifier: Apache-2.0
export declare const root: string;
export declare function findNode(): string | null;
export declare function nodeEnvironment(node: string): Record<string, string | undefined>;
export declare function goOn(script: string, args: string[]): void;
