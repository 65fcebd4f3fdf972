// SPDX-License-Identifier: Apache-2.0

export interface Joint {
  people: { name: string; phone: string }[];
  representatives: string[];
}

/** Joint complainants, one a line as `name, telephone`, `*` before one or two who speak for all; null where a line is not. */
export function readPeople(text: string): Joint | null {
  const people: Joint['people'] = [];
  const representatives: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim()))
    if (line !== '') {
      const found = /^(\*?)\s*([^,，*]{1,100}?)\s*[,，]\s*([\d\s+()-]{5,40})$/u.exec(line);
      if (!found) return null;
      people.push({ name: found[2]!, phone: found[3]!.trim() });
      if (found[1]) representatives.push(found[2]!);
    }
  if (people.length === 0 || people.length > 200) return null;
  return representatives.length >= 1 && representatives.length <= 2 ? { people, representatives } : null;
}
