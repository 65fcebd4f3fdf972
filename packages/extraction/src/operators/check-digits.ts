// SPDX-License-Identifier: Apache-2.0

/** Check of the hybrid system MOD 11,10 (ISO/IEC 7064, GB/T 17710), as in food licence numbers and 15-digit registration numbers. */
export function isMod1110(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    let sum = (product + Number(digits[i])) % 10;
    if (sum === 0) sum = 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(digits[digits.length - 1])) % 10 === 1;
}
