// SPDX-License-Identifier: Apache-2.0

export interface Bilingual {
  zh: string;
  en: string;
}

export type FieldType = 'text' | 'longtext' | 'choice' | 'date' | 'agency' | 'person' | 'boolean';

/** Days (both inclusive, absent = open) on which something was the rule. Compared with the file's regime day. */
export interface Span {
  from?: string;
  to?: string;
}

/** One field of an action's form. Screens render it and the engine checks it: the declaration is the only place. */
export interface Field {
  name: string;
  title: Bilingual;
  type: FieldType;
  required: boolean;
  options?: readonly { value: string; title: Bilingual; inForce?: Span }[];
  help?: Bilingual;
  /** The latest value of the field is a property of the file (e.g. its grade), not only a word in the timeline. */
  kept?: boolean;
}

/** A condition beyond state and role. Declared, not coded, so that a machine stays plain data that can be stored and shown. */
export type Guard =
  /** The clock has started and not been met; a lapsed clock still runs: a late item stays workable. */
  | { guard: 'clock-running'; clock: string }
  /** The action has never been taken on this file (e.g. a period is extended once). */
  | { guard: 'never-taken'; action: string }
  /** Nothing has happened since the file was opened. */
  | { guard: 'untouched' }
  /** The action has been taken at least once. */
  | { guard: 'taken'; action: string }
  /** The kept field has one of these values. */
  | { guard: 'value'; field: string; is: readonly FormValue[] };

export interface Action {
  /** Kebab-case verb; stands in the address of the call. */
  id: string;
  title: Bilingual;
  /** Roles that may take it; empty = the house itself only. */
  roles: readonly string[];
  /** States in which it is open. */
  from: readonly string[];
  /** Next state; null = stays; `{ field }` = the choice made in that field names it. */
  to: string | null | { field: string };
  form: readonly Field[];
  guards?: readonly Guard[];
  /** When this step existed in law; compared with the file's regime day. Absent: always. */
  inForce?: Span;
  /** Cannot be taken back: screens ask before. */
  final?: boolean;
}

export interface State {
  title: Bilingual;
  /** Nothing is open any more. */
  end?: boolean;
}

/** A legal clock of the file: which period of `packages/law`, what starts it, what meets it, what moves it. */
export interface ClockRule {
  id: string;
  title: Bilingual;
  /** Id in the tables of law, e.g. `lead.check`. The machine holds no number of days. */
  law: { procedure: string; clock: string };
  /** Action that starts it, or several of which the first does; the opening counts as one. */
  starts: string | readonly string[];
  /** Date field of the starting entry that names the legal day, where it is not the day of the entry. */
  dayField?: string;
  /** The clock is met on reaching one of these states. */
  meets: readonly string[];
  /** … or when one of these actions is taken. */
  metBy?: readonly string[];
  /** Runs only on files whose kept field has one of these values. */
  when?: { field: string; is: readonly FormValue[] };
  /** The text of the day on which the file was received governs, not that of the starting step (`straddle`). */
  byReceipt?: true;
  /** Action → event of the law engine (`extend`, `pause:test` …). */
  events: Readonly<Record<string, string>>;
  /** Action → the pause that it ends, e.g. `end-test: 'pause:test'`. */
  ends?: Readonly<Record<string, string>>;
}

/** An official procedure as data. A change of the declaration is a new version; open files keep theirs. */
export interface Machine {
  id: string;
  version: number;
  title: Bilingual;
  /** Word at the head of a file's number, e.g. 线索 in `线索〔2026〕900101第0001号`. */
  sign: string;
  /** The first entry of each timeline. */
  opening: {
    action: string;
    title: Bilingual;
    state: string;
    /** What the opening carries; kept fields are values of the file from its start. */
    form?: readonly Field[];
    /** Date field of the opening that names the day of receipt: the file's regime day. Absent: the day of opening. */
    dayField?: string;
  };
  states: Readonly<Record<string, State>>;
  actions: readonly Action[];
  clocks: readonly ClockRule[];
}

/** Who acts. Null in an entry means the house itself. */
export interface Actor {
  id: string;
  roles: readonly string[];
}

export type FormValue = string | boolean | null;
export type Form = Readonly<Record<string, FormValue>>;

/** One entry of a file's timeline. The timeline is the truth; everything else about the file derives from it. */
export interface Entry {
  /** 0 for the opening, then +1 each. */
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  action: string;
  actor: Actor | null;
  form: Form;
}
export type Timeline = readonly Entry[];

/** What the timeline amounts to. */
export interface FileState {
  state: string;
  /** Number of entries; the version that a person saw. */
  version: number;
  /** Latest values of kept fields. */
  values: Readonly<Record<string, FormValue>>;
  ended: boolean;
}
