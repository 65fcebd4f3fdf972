// SPDX-License-Identifier: Apache-2.0
export { type DecodedPage, decodePage } from './charset/decode-page.ts';
export { extractPage, type PageInput } from './extract-page.ts';
export { canBuy } from './listings/availability.ts';
export { misreadOf } from './pictures/misread.ts';
export { operatorsInPicture, type ReadPicture, withPictures } from './pictures/with-pictures.ts';
export type { Money } from './price/money.ts';
export { type PriceOptions, parsePrice } from './price/parse-price.ts';
export { templateDistance, templateHash } from './template-hash.ts';
export { imageKeys, textBands, textLikeness } from './text-print.ts';
export type { Licence, Listing, ListingSource, Operator, PageFacts, PageKind, PagePicture } from './types.ts';
export { permitKindOf, type SignOperator, type VenueSigns, venueSigns } from './venue-signs.ts';
