// SPDX-License-Identifier: Apache-2.0
import { CLAIMS, FILING_MATTERS, type OfficeFinding } from '@yiwang/contracts';
import { format, type Messages, messages, type PortalLocale } from '../../../messages/index.ts';
import { type Html, html } from '../../html.ts';
import type { Answers, FlowKind } from './answers.ts';
import { choiceField, type Faults, longField, textField, tickField } from './fields.ts';
import { readPeople } from './people.ts';

export interface StepView {
  kind: FlowKind;
  answers: Answers;
  faults: Faults;
  locale: PortalLocale;
  finding: OfficeFinding | null;
}

/** One page of the flow: one question, what its form means, and what is wrong with it. */
export interface Step {
  slug: string;
  title(text: Messages['filing'], kind: FlowKind): string;
  view(page: StepView): Html;
  /** Takes the form over; nothing is lost when something in it is wrong. */
  read(answers: Answers, form: Readonly<Record<string, readonly string[]>>): Answers;
  check(answers: Answers, text: Messages['filing'], kind: FlowKind): Faults;
}

const one = (form: Readonly<Record<string, readonly string[]>>, name: string, max = 300): string =>
  (form[name]?.[0] ?? '').trim().slice(0, max);

export const looksLikeLink = (text: string): boolean =>
  /https?:\/\/|^[\w-]+(?:\.[\w-]+)+(?:[:/?]|$)|^[\w.-]+:\d+/iu.test(text);

const shop: Step = {
  slug: '',
  title: (text) => text.shopQuestion,
  view: ({ answers, faults, locale }) => {
    const { filing: text } = messages[locale];
    const optional = text.optional;
    return html`<p class="hint">${text.shopHint}</p>
${textField({ name: 'link', label: text.shopLink, value: answers.link, faults, inputmode: 'url', maxlength: 2000 })}
${textField({ name: 'name', label: text.shopName, value: answers.name, faults })}
${textField({ name: 'order', label: text.shopOrder, value: answers.order, faults, maxlength: 100 })}
<details${(answers.platform || answers.shownAddress) && html` open`}><summary>${text.shopPlatform} · ${text.shopAddress}</summary>
${textField({ name: 'platform', label: text.shopPlatform, value: answers.platform, faults, optional })}
${textField({ name: 'shownAddress', label: text.shopAddress, value: answers.shownAddress, faults, optional, maxlength: 300 })}
</details>
<label for="picture">${text.shopPicture} <span class="small">(${optional})</span></label>
<input id="picture" name="picture" type="file" accept="image/*">`;
  },
  read: (answers, form) => ({
    ...answers,
    link: one(form, 'link', 2000),
    name: one(form, 'name', 200),
    order: one(form, 'order', 100),
    platform: one(form, 'platform', 200),
    shownAddress: one(form, 'shownAddress'),
  }),
  check: (answers, text) => ({
    ...(answers.link && !looksLikeLink(answers.link) ? { link: text.shopLinkWrong } : {}),
    ...(!answers.link && !answers.name && !answers.order && answers.proofs.length === 0
      ? { link: text.shopNothing }
      : {}),
  }),
};

const what: Step = {
  slug: 'what',
  title: (text) => text.whatQuestion,
  view: ({ kind, answers, faults, locale }) => {
    const { filing: text, filingMatter } = messages[locale];
    const matters = FILING_MATTERS.filter((value) => value !== 'platform' || answers.door === 'operator');
    return html`${longField({ name: 'statement', label: text.statement, hint: kind === 'report' ? text.reportHint : text.whatHint, value: answers.statement, faults, rows: 8 })}
${choiceField({ name: 'matter', legend: text.matter, chosen: [answers.matter || 'goods'], faults, options: matters.map((value) => ({ value, title: filingMatter[value] })) })}
${textField({ name: 'happenedOn', label: text.happenedOn, type: 'date', value: answers.happenedOn, faults, optional: text.optional })}`;
  },
  read: (answers, form) => ({
    ...answers,
    statement: one(form, 'statement', 5000),
    matter: one(form, 'matter'),
    happenedOn: one(form, 'happenedOn'),
  }),
  check: (answers, text) => ({
    ...([...answers.statement].length < 5 ? { statement: text.statementShort } : {}),
    ...(answers.happenedOn && !/^\d{4}-\d{2}-\d{2}$/.test(answers.happenedOn)
      ? { happenedOn: text.dateWrong }
      : {}),
  }),
};

const want: Step = {
  slug: 'want',
  title: (text) => text.wantQuestion,
  view: ({ answers, faults, locale }) => {
    const { filing: text, claim } = messages[locale];
    return html`${choiceField({ name: 'claims', legend: text.claims, hint: text.wantHint, several: true, chosen: answers.claims, faults, options: CLAIMS.map((value) => ({ value, title: claim[value] })) })}
${textField({ name: 'amount', label: text.amount, inputmode: 'decimal', value: answers.amount, faults, optional: text.optional, maxlength: 14 })}
${tickField('also', text.alsoReport, answers.also)}`;
  },
  read: (answers, form) => ({
    ...answers,
    claims: (form['claims'] ?? []).filter((value) => (CLAIMS as readonly string[]).includes(value)),
    amount: one(form, 'amount', 20).replace(/[,，\s¥元]/g, ''),
    also: one(form, 'also') === 'yes',
  }),
  check: (answers, text) => ({
    ...(answers.claims.length === 0 ? { claims: text.claimsNone } : {}),
    ...(answers.amount && !/^\d{1,10}(?:\.\d{1,2})?$/.test(answers.amount)
      ? { amount: text.amountWrong }
      : {}),
  }),
};

const proof: Step = {
  slug: 'proof',
  title: (text) => text.proofQuestion,
  view: ({ answers, faults, locale }) => {
    const { filing: text } = messages[locale];
    return html`<p class="hint" id="file-hint">${text.proofHint}</p>
${answers.proofs.length === 0 ? html`<p>${text.proofNone}</p>` : html`<ul>${answers.proofs.map((file) => html`<li>${file.name} <span class="small">${Math.ceil(file.bytes / 1024)} kB · ${text.proofDigest} ${file.sha256.slice(0, 12)}…</span></li>`)}</ul>`}
${faults['file'] && html`<p class="problem" id="file-fault">${faults['file']}</p>`}
<label for="file">${text.proofFile}</label>
<input id="file" name="file" type="file" multiple accept="image/*,video/*,application/pdf,text/plain" aria-describedby="file-hint${faults['file'] && ' file-fault'}">
<button class="button quiet" name="do" value="upload" type="submit">${text.proofAdd}</button>`;
  },
  read: (answers) => answers,
  check: () => ({}),
};

const you: Step = {
  slug: 'you',
  title: (text) => text.youQuestion,
  view: ({ kind, answers, faults, locale }) => {
    const { filing: text } = messages[locale];
    const optional = text.optional;
    const report = kind === 'report';
    return html`<p class="hint">${report ? text.reporterHint : text.youHint}</p>
${
  report &&
  choiceField({
    name: 'anonymous',
    legend: text.youQuestion,
    chosen: [answers.anonymous ? 'yes' : 'no'],
    faults,
    options: [
      { value: 'no', title: text.named },
      { value: 'yes', title: text.anonymous },
    ],
  })
}
${textField({ name: 'person', label: text.name, value: answers.person, faults, autocomplete: 'name', maxlength: 100 })}
${textField({ name: 'phone', label: text.phone, type: 'tel', inputmode: 'tel', value: answers.phone, faults, autocomplete: 'tel', maxlength: 40 })}
${textField({ name: 'address', label: text.address, value: answers.address, faults, autocomplete: 'street-address', maxlength: 300, ...(report ? { optional } : {}) })}
${textField({ name: 'email', label: text.email, type: 'email', value: answers.email, faults, autocomplete: 'email', optional })}
${
  !report &&
  html`<details${answers.joint && html` open`}><summary>${text.jointQuestion}</summary>${longField({ name: 'joint', label: text.jointQuestion, hint: text.jointHint, value: answers.joint, faults, rows: 4 })}</details>
<fieldset><legend>${text.consents}</legend>${tickField('publish', text.consentPublish, answers.publish)}${tickField('entrust', text.consentEntrust, answers.entrust)}</fieldset>`
}`;
  },
  read: (answers, form) => ({
    ...answers,
    anonymous: one(form, 'anonymous') === 'yes',
    person: one(form, 'person', 100),
    phone: one(form, 'phone', 40),
    address: one(form, 'address'),
    email: one(form, 'email', 200),
    joint: one(form, 'joint', 5000),
    publish: one(form, 'publish') === 'yes',
    entrust: one(form, 'entrust') === 'yes',
  }),
  check: (answers, text, kind) => {
    if (kind === 'report' && answers.anonymous) return {};
    return {
      ...(answers.person ? {} : { person: text.nameNone }),
      ...(answers.phone.replace(/\D/g, '').length >= 5 ? {} : { phone: text.phoneWrong }),
      ...(kind === 'complaint' && !answers.address ? { address: text.addressNone } : {}),
      ...(kind === 'complaint' && answers.joint && readPeople(answers.joint) === null
        ? { joint: text.jointWrong }
        : {}),
    };
  },
};

export const STEPS: Readonly<Record<FlowKind, readonly Step[]>> = {
  complaint: [shop, what, want, proof, you],
  report: [shop, what, proof, you],
};

export const stepWords = (text: Messages['filing'], n: number, all: number): string =>
  format(text.step, { n, all });
