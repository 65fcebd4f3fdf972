// SPDX-License-Identifier: Apache-2.0

export interface Bilingual {
  zh: string;
  en: string;
}

export type FieldType = 'text' | 'longtext' | 'choice' | 'date' | 'agency' | 'person' | 'boolean' | 'file';

/** Which offices an `agency` field takes, seen from the office that fills it. */
export type Within = 'below' | 'above' | 'other';

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
  /** Of an `agency`: offices under one's own, over all that take part, or any other. */
  within?: Within;
  /** Of a `date`: not before today. */
  future?: boolean;
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
  | { guard: 'value'; field: string; is: readonly FormValue[] }
  /** The file is with the office that opened it (`home`), or somebody sent it there (`sent`). */
  | { guard: 'hand'; at: 'home' | 'sent' }
  /** No task of this procedure that the file opened is still under way. */
  | { guard: 'none-open'; procedure: string };

/** Who of the offices in the file may take an action: the one that holds it, or one by its name in the file. */
export type Party = 'holder' | 'origin' | (string & {});

/** What an action does to the hands through which the file goes. */
export type Hand =
  /** The office in this field gets it. */
  | { push: string }
  /** It goes back to the office it came from. */
  | { pop: true };

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
  /** Offices that may take it; none said: every office that may write the file. */
  by?: readonly Party[];
  hand?: Hand;
  /** The office in the field takes part from now on under this name. */
  names?: { party: string; field: string };
  /** Parties whose offices get the file with it: a draft stays in the house until it is sent. */
  shares?: readonly Party[];
  /** Procedure of the task that it opens; the form is that procedure's opening form. */
  opens?: string;
  /** Papers that are made of it. */
  documents?: readonly string[];
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
  law?: { procedure: string; clock: string };
  /** No law names a length: a period of the house's own, by its id in `house-periods.ts`. */
  house?: string;
  /** No law names a length: the day that was written into this kept field. */
  day?: string;
  /** The length is counted in hours from the very moment. */
  hours?: boolean;
  /** Each time a starting action is taken the clock starts anew; else only the first counts. */
  again?: boolean;
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
  /** Action of the house itself when the last day has passed unmet. */
  lapse?: string;
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
    names?: { party: string; field: string };
    documents?: readonly string[];
  };
  /** Somebody outside takes part through a link, without an account: which kind of party. */
  linked?: 'merchant' | 'platform' | 'department' | 'police' | 'provider';
  states: Readonly<Record<string, State>>;
  actions: readonly Action[];
  clocks: readonly ClockRule[];
}

/** Role of whoever answers through a link. */
export const LINKED = 'linked_party';

/** Who acts. Null in an entry means the house itself. */
export interface Actor {
  id: string;
  roles: readonly string[];
  /** Office in whose name; absent for parties without one. */
  agency?: string | null;
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
  /** Offices through whose hands it went, the last holds it; the first opened it. */
  hands: readonly (string | null)[];
  /** Offices that take part by a name, e.g. the receiver of a transfer. */
  parties: Readonly<Record<string, string>>;
}
