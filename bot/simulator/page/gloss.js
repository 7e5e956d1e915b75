// What stands on a phone, in the language of the visitor's own browser; nothing where that is the same.

import { el } from './dom.js';

export const viewer = navigator.language.toLowerCase().startsWith('zh') ? 'zh_Hans' : 'en';

export const glossOf = (part) => part?.gloss?.[viewer] ?? '';

const SIGN = /^[^\p{L}\p{N}“(]+/u; // the emoji at the beginning, which stands above already

/** The small line inside a button, as a list of nodes. */
export function meaning(part) {
  const words = glossOf(part).replace(SIGN, '');
  return words ? [el('small', { class: 'gloss', lang: viewer.replace('_', '-'), title: words }, words)] : [];
}
