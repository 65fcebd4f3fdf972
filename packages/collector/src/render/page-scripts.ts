// SPDX-License-Identifier: Apache-2.0

/** A box on the page in CSS pixels from its top left corner; the screenshot has one pixel for each. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/*
 * These run inside the foreign page, in an isolated world of playwright, as source text: no types of the DOM are loaded
 * here, and nothing of ours is reachable from there. What they return is foreign and is checked by the caller.
 */

/** Scrolls down in steps so that lazy pictures and endless lists load, within bounds; ends at the top. */
export const SCROLL = `async ({ maxHeight, maxSteps, pauseMs }) => {
  const root = document.scrollingElement || document.documentElement;
  for (let i = 0; i < maxSteps; i++) {
    const before = root.scrollTop;
    window.scrollBy(0, Math.max(200, window.innerHeight * 0.9));
    await new Promise((go) => setTimeout(go, pauseMs));
    if (root.scrollTop <= before || root.scrollTop > maxHeight) break;
  }
  window.scrollTo(0, 0);
}`;

/**
 * Which style sheets and pictures are not there. `pending` counts those that may still come: a failed picture is complete
 * without a size, a failed sheet has fired its error before the page is loaded. Pictures below the fold that the page
 * loads lazily count only once they were asked for, so hidden ones hold nobody.
 */
export const COMPLETE = `() => {
  const loaded = document.readyState === 'complete';
  const sheets = [...document.querySelectorAll('link[rel~="stylesheet" i][href]')].filter((link) =>
    !link.disabled && !link.sheet && (!link.media || matchMedia(link.media).matches));
  const seen = [...document.images].filter((image) => image.currentSrc || image.src);
  const waiting = seen.filter((image) => !image.complete && image.loading !== 'lazy');
  const broken = seen.filter((image) => image.complete && image.naturalWidth === 0 && !/[.]svg/i.test(image.src));
  return {
    pending: loaded ? waiting.length : sheets.length + waiting.length + 1,
    sheets: sheets.map((link) => link.href),
    images: [...waiting, ...broken].map((image) => image.currentSrc || image.src),
  };
}`;

export const MEASURE = `() => {
  const root = document.documentElement;
  const body = document.body;
  return {
    height: Math.max(root ? root.scrollHeight : 0, body ? body.scrollHeight : 0),
    text: body ? body.innerText.slice(0, 2000000) : '',
    title: String(document.title).slice(0, 1000),
  };
}`;

/** Finds texts across text nodes, white space collapsed, and tells the boxes of their first visible occurrences. */
export const FIND_BOXES = `(texts) => {
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  let all = '';
  const nodes = [];
  const offsets = [];
  let space = true;
  for (let node = walker.nextNode(); node && all.length < 2000000; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName)) continue;
    const data = node.data;
    for (let i = 0; i < data.length; i++) {
      const isSpace = /\\s/.test(data[i]);
      if (isSpace && space) continue;
      all += isSpace ? ' ' : data[i];
      nodes.push(node);
      offsets.push(i);
      space = isSpace;
    }
  }
  return texts.map((text) => {
    const wanted = text.replace(/\\s+/g, ' ').trim();
    const boxes = [];
    for (let at = wanted ? all.indexOf(wanted) : -1; at >= 0 && boxes.length < 20; at = all.indexOf(wanted, at + 1)) {
      const range = document.createRange();
      const last = at + wanted.length - 1;
      range.setStart(nodes[at], offsets[at]);
      range.setEnd(nodes[last], offsets[last] + 1);
      for (const rect of range.getClientRects())
        if (rect.width > 0 && rect.height > 0)
          boxes.push({ x: rect.left + window.scrollX, y: rect.top + window.scrollY, width: rect.width, height: rect.height });
    }
    return boxes.slice(0, 20);
  });
}`;
