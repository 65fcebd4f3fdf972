// SPDX-License-Identifier: Apache-2.0

/** One file in `commands/` exports one of these as `command`; the file's name is the command's name. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** Printed by `--help`: usage line, options, input and output. */
  help: string;
  /** Returns the exit code: 0 done · 1 the check that was asked for failed · 2 usage, unreadable or partly bad input. */
  run(args: string[]): Promise<number>;
}

/** A mistake in how the command was called: the message goes to stderr with a hint to `--help`, exit code 2. */
export class UsageError extends Error {}
