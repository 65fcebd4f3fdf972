// SPDX-License-Identifier: Apache-2.0
import { findDivision } from '../divisions/divisions.ts';
import { resolveDivision } from '../divisions/resolve.ts';
import type { Text } from '../model.ts';
import type { JurisdictionInput, Office } from './model.ts';
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
