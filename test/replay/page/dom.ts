/** Building blocks of the stand-in's markup. */

export type Child = Node | string;

/** An element with attributes and children; an attribute that is undefined is left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An outline icon of 24 × 24. */
export function icon(path: string, filled = false): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  if (filled) svg.setAttribute('class', 'filled');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

export const ICONS = {
  reply: 'M4 11a7 7 0 0 1 7-7h2a7 7 0 0 1 0 14h-1v3.5C7.500 19.500 4 16 4 11z',
  repost: 'M5 9l3-3 3 3M8 6v9a2 2 0 0 0 2 2h3M19 15l-3 3-3-3M16 18V9a2 2 0 0 0-2-2h-3',
  like: 'M12 20C6 16 3 12.700 3 9a4.600 4.600 0 0 1 9-1.400A4.600 4.600 0 0 1 21 9c0 3.700-3 7-9 11z',
  views: 'M5 20V12M10 20V4M15 20V9M20 20V14',
  bookmark: 'M6 4h12v16.500L12 16l-6 4.500z',
  share: 'M12 3v12M7.500 7.500L12 3l4.500 4.500M4 14v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M11 5l-7 7 7 7M4 12h16',
  home: 'M4 10l8-7 8 7v11h-5v-7H9v7H4z',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L21 21',
  bell: 'M6 17V10a6 6 0 1 1 12 0v7l2 2H4zM10 21h4',
  mail: 'M3 6h18v13H3zM3 7l9 6 9-6',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c.500-5 4-7 8-7s7.500 2 8 7',
  verified:
    'M12 2l2.500 2 3.200-.2.600 3.200L21 9l-1.400 3 1.400 3-2.700 2-.6 3.200-3.200-.2L12 22l-2.500-2-3.200.2-.6-3.200L3 15l1.400-3L3 9l2.700-2 .6-3.200 3.200.2z',
} as const;

const EMOJI =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*/gu;

/** Text with each emoji as `img[alt]`, as X draws them. */
export function withEmoji(text: string): Child[] {
  const out: Child[] = [];
  let last = 0;
  for (const match of text.matchAll(EMOJI)) {
    if (match.index > last) out.push(h('span', {}, text.slice(last, match.index)));
    const code = [...match[0]].map((letter) => letter.codePointAt(0)?.toString(16)).join('-');
    out.push(
      h('img', {
        alt: match[0],
        draggable: 'false',
        src: `/emoji/v2/svg/${code}.svg`,
        title: match[0],
        class: 'emoji',
      }),
    );
    last = match.index + match[0].length;
  }
  if (last < text.length) out.push(h('span', {}, text.slice(last)));
  return out;
}
