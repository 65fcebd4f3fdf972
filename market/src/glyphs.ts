// SPDX-License-Identifier: Apache-2.0
import { type Html, raw } from './html.ts';

// One plain drawing a category, in a box of 200 × 160; `currentColor` is the dark tone of the picture.
const DRAWINGS: Record<string, string> = {
  home: '<rect x="20" y="60" width="160" height="70" rx="14"/><rect x="35" y="30" width="60" height="44" rx="10" fill="#fff"/><rect x="105" y="30" width="60" height="44" rx="10" fill="#fff"/>',
  kitchen:
    '<path d="M30 60h140v40a30 30 0 0 1-30 30H60a30 30 0 0 1-30-30z"/><rect x="10" y="66" width="24" height="12" rx="6"/><rect x="166" y="66" width="24" height="12" rx="6"/><rect x="55" y="44" width="90" height="12" rx="6"/>',
  food: '<path d="M45 50h90v50a35 35 0 0 1-35 35H80a35 35 0 0 1-35-35z"/><path d="M135 62h18a20 20 0 0 1 0 40h-18" fill="none" stroke="currentColor" stroke-width="10"/><path d="M70 36q8-12 0-24M100 36q8-12 0-24" fill="none" stroke="currentColor" stroke-width="5"/>',
  beauty:
    '<rect x="60" y="60" width="80" height="76" rx="12"/><rect x="76" y="38" width="48" height="20" rx="4"/><rect x="88" y="18" width="24" height="22" rx="4"/>',
  digital:
    '<rect x="30" y="24" width="140" height="92" rx="8"/><rect x="40" y="34" width="120" height="72" fill="#fff"/><rect x="14" y="120" width="172" height="14" rx="6"/>',
  toys: '<circle cx="100" cy="86" r="52"/><circle cx="58" cy="40" r="20"/><circle cx="142" cy="40" r="20"/><circle cx="82" cy="78" r="6" fill="#fff"/><circle cx="118" cy="78" r="6" fill="#fff"/><path d="M84 104q16 14 32 0" fill="none" stroke="#fff" stroke-width="6"/>',
  outdoor: '<path d="M100 20 185 135H15z"/><path d="M100 70 130 135H70z" fill="#fff"/>',
  fashion: '<path d="M70 20q30 24 60 0l50 30-22 32-22-12v70H64V70L42 82 20 50z"/>',
  books:
    '<path d="M20 35q40-18 80 5v95q-40-22-80-5z"/><path d="M180 35q-40-18-80 5v95q40-22 80-5z" opacity=".75"/>',
  health:
    '<rect x="30" y="45" width="140" height="90" rx="12"/><path d="M92 62h16v20h20v16h-20v20H92V98H72V82h20z" fill="#fff"/>',
  garden:
    '<path d="M60 95h80l-12 42H72z"/><path d="M100 95V50" stroke="currentColor" stroke-width="8"/><path d="M100 62Q60 60 56 22q42 0 44 40M100 72q40-2 44-40-42 0-44 40"/>',
  gifts:
    '<rect x="30" y="60" width="140" height="76" rx="6"/><rect x="22" y="44" width="156" height="24" rx="4"/><rect x="92" y="44" width="16" height="92" fill="#fff"/><path d="M100 44Q70 10 62 34q4 10 38 10Q130 10 138 34q-4 10-38 10"/>',
  service:
    '<circle cx="100" cy="78" r="58"/><path d="M100 44v36l26 16" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round"/>',
};

/** The drawing of a category, as SVG shapes. */
export function glyph(category: string): Html {
  return raw(DRAWINGS[category] ?? '');
}
