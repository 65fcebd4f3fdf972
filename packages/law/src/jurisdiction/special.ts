// SPDX-License-Identifier: Apache-2.0
import { findDivision } from '../divisions/divisions.ts';
import { resolveDivision } from '../divisions/resolve.ts';
import type { Text } from '../model.ts';
import type { JurisdictionInput, Office, Step } from './model.ts';
import type { Places } from './places.ts';

/** A rule of §3.4 that takes the place of the general one. */
export interface Special {
  id: string;
  from: string;
  primary: Office[];
  may?: Office[];
  basis: string[];
  level?: string;
  note?: Text;
}

const provinceDrugAuthority = (place: Office): Office => {
  const code = resolveDivision(place);
  const province = code === null ? null : (findDivision(`${code.slice(0, 2)}0000`).name ?? null);
  return province ? `${province}药品监督管理部门` : `${place}所在省级药品监督管理部门`;
};

/** Live commerce (O117 47, from 2026-02-01). */
function live(input: JurisdictionInput, places: Places): Special | null {
  const { role } = input;
  const own = places.at('domicile');
  const base = { id: 'penalty.live', from: '2026-02-01' };
  if (
    role === 'agency' ||
    (input.matter === 'live' && (role === 'platform' || role === 'self-built')) ||
    (role === 'live-room' && input.selfBuilt === true)
  )
    return { ...base, primary: own, basis: ['O117 47(1)'] };
  const room = role === 'live-room' || role === 'host' || (input.matter === 'live' && role === 'in-platform');
  if (!room) return null;
  const basis = role === 'host' ? ['O117 47(3)', 'O117 47(2)'] : ['O117 47(2)'];
  const works = places.at('operates');
  if (works.length) return { ...base, primary: works, basis };
  const note: Text = {
    zh: '实际经营地查不到：已登记的为住所地，未登记的为平台住所地',
    en: 'the place of business cannot be found: registered → domicile, unregistered → domicile of the platform',
  };
  // Whether it is registered decides; a stated domicile is a registered one (住所).
  const registered = input.registered ?? (own.length > 0 ? true : null);
  if (registered === null) return { ...base, primary: [], basis, note };
  return { ...base, primary: registered ? own : places.at('pfDomicile'), basis, note };
}

/** The special rule for a penalty on its date, if one applies. */
export function specialRule(input: JurisdictionInput, places: Places): Special | null {
  if (input.kind !== 'penalty') return null;
  const found =
    live(input, places) ??
    (input.matter === 'cosmetics' && input.role === 'platform'
      ? {
          id: 'penalty.cosmetics',
          from: '2021-01-01',
          primary: places.at('domicile').map(provinceDrugAuthority),
          basis: ['COS 67'],
          level: 'province',
        }
      : null) ??
    (input.matter === 'drug' && (input.role === 'platform' || input['wholesale'] === true)
      ? {
          id: 'penalty.drug',
          from: '2022-12-01',
          primary: places.at('domicile').map(provinceDrugAuthority),
          basis: ['DRUGNET 3:B'],
          level: 'province',
        }
      : null);
  return found && input.date >= found.from ? found : null;
}

/** Rules of §3.4 that name who may or must act beside the venue: shown as steps, no office is chosen by them. */
export const matterRules: readonly (Step & { matter: string; from: string })[] = [
  {
    step: 'city-may-take',
    matter: 'unfair-competition',
    from: '2024-09-01',
    instrument: 'SAMR91',
    article: '27(2)',
    zh: '网络不正当竞争行为集中、严重或者影响较大的，实际经营地、结果发生地的市级以上部门可以管辖',
    en: 'many or grave breaches gathered in one place: the city-level or higher office of the actual operating or result place may take them',
  },
  {
    step: 'price-venue',
    matter: 'price',
    from: '2010-12-04',
    instrument: 'PV',
    article: '3',
    zh: '价格违法行为由违法行为发生地的价格主管部门（现为市场监管部门）管辖',
    en: 'price breaches: the price authority (now market regulation) of the place of the breach',
  },
  {
    step: 'retail-drug',
    matter: 'drug',
    from: '2022-12-01',
    instrument: 'DRUGNET',
    article: '3',
    zh: '药品网络零售由市县级药品监督管理职责部门管辖',
    en: 'online retail of drugs: the city or county body in charge of drug law',
  },
  {
    step: 'unlicensed',
    matter: 'unlicensed',
    from: '2017-10-01',
    instrument: 'NOLIC',
    article: '5',
    zh: '无照：市场监管部门；无证：许可部门或者省定部门；既无证又无照：许可部门（第5至7条）',
    en: 'unregistered: market regulation; without permit: the permit department, or as the province decides; both: the permit department (arts 5–7)',
  },
];

/** The steps that a matter calls for on its date (penalties only). */
export const matterSteps = (input: JurisdictionInput): Step[] =>
  input.kind !== 'penalty'
    ? []
    : matterRules
        .filter((one) => one.matter === input.matter && input.date >= one.from)
        .map(({ matter: _, from: __, ...step }) => step);
