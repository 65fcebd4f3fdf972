// SPDX-License-Identifier: Apache-2.0
import { parseIcp, parseResidentId, parseUscc } from '@yiwang/kernel';
import { type DivisionAnswer, findDivision } from '@yiwang/law';

export type IdKind = 'uscc' | 'resident' | 'icp' | 'division';

/** `valid` null: the form is right, but no table says whether the code exists (on that day). */
export interface IdAnswer {
  kind: IdKind;
  code: string;
  valid: boolean | null;
  /** What is wrong: length, character, check, date, form, province; for divisions not-in-use or unknown. */
  fault: string | null;
  [member: string]: unknown;
}

// GB 32100-2015, tables of registering departments and kinds of body.
const DEPARTMENTS: Record<string, [string, Record<string, string>]> = {
  1: ['机构编制', { 1: '机关', 2: '事业单位', 3: '编办直接管理机构编制的群众团体', 9: '其他' }],
  5: ['民政', { 1: '社会团体', 2: '民办非企业单位', 3: '基金会', 9: '其他' }],
  9: ['工商（市场监管）', { 1: '企业', 2: '个体工商户', 3: '农民专业合作社', 9: '其他' }],
  Y: ['其他', { 1: '其他' }],
};

const place = (answer: DivisionAnswer) => ({
  division: answer.code,
  divisionStatus: answer.status,
  divisionName: answer.name === null ? null : answer.path.map((one) => one.name).join(''),
});

const bad = (kind: IdKind, code: string, fault: string): IdAnswer => ({ kind, code, valid: false, fault });

/** Checks one identifier and says what it tells; `on` is the day for which division codes are read. */
export function checkId(kind: IdKind, text: string, on?: string): IdAnswer {
  const code = text.trim();
  switch (kind) {
    case 'uscc': {
      const read = parseUscc(code);
      if (!read.ok) return bad(kind, code, read.error);
      const { value } = read;
      const department = DEPARTMENTS[value.department];
      return {
        kind,
        code: value.code,
        valid: true,
        fault: null,
        department: value.department,
        departmentName: department?.[0] ?? null,
        body: value.kind,
        bodyName: department?.[1][value.kind] ?? null,
        ...place(findDivision(value.division, on)),
        organisation: value.organisation,
      };
    }
    case 'resident': {
      const read = parseResidentId(code);
      if (!read.ok) return bad(kind, code, read.error);
      const { value } = read;
      return {
        kind,
        code: value.code,
        valid: true,
        fault: null,
        bornOn: value.bornOn,
        sex: value.sex,
        ...place(findDivision(value.division, on)),
      };
    }
    case 'icp': {
      const read = parseIcp(code);
      if (!read.ok) return bad(kind, code, read.error);
      const { value } = read;
      return {
        kind,
        code: value.code,
        valid: true,
        fault: null,
        licence: value.kind,
        province: value.province,
        number: value.number,
        site: value.site,
      };
    }
    case 'division': {
      if (!/^\d{6}$/.test(code)) return bad(kind, code, /^\d*$/.test(code) ? 'length' : 'character');
      const answer = findDivision(code, on);
      const valid = answer.status === 'in-use' ? true : answer.status === 'not-in-use' ? false : null;
      return { kind, valid, fault: valid === true ? null : answer.status, ...answer };
    }
  }
}
