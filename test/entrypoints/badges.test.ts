// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBadgeFace } from '@/entrypoints/overlay.content/badge-element';
import { createBadges } from '@/entrypoints/overlay.content/badges';
import { type DeskSettings, defaultDesk } from '@/lib/desk-settings';
import type { BadgeView } from '@/lib/messages';
import { telltaleAttributes } from '@/lib/sites/x/anchors';
import { wordsOf } from '../components/words-of';
import { cell, type Markup, pageMarkup, postMarkup } from '../lib/sites/x/markup';

const verdict = (handle: string, level: BadgeView['level'], more: Partial<BadgeView> = {}): BadgeView => ({
  handle,
  accountId: '1',
  level,
  dismissed: false,
  ...more,
});
let desk: DeskSettings = { ...defaultDesk, coder: 'me' };
const label = (value: string) => ({ id: '1', accountId: '1', value, note: '', coder: 'me', atMs: 0 });

let stop = () => {};
afterEach(() => stop());
beforeEach(() => {
  desk = { ...defaultDesk, coder: 'me' };
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function start(views: readonly BadgeView[], ...posts: readonly Markup[]) {
  document.body.innerHTML = pageMarkup(...posts);
  const known = new Map(views.map((view) => [view.handle.toLowerCase(), view]));
  const asked: string[][] = [];
  const opened: string[] = [];
  const badges = createBadges({
    document,
    face: createBadgeFace({
      words: wordsOf('en'),
      theme: () => 'light',
      desk: () => desk,
      onOpen: (badge) => opened.push(badge.dataset.handle ?? ''),
    }),
    async ask(handles) {
      asked.push([...handles]);
      return handles.flatMap((handle) => known.get(handle.toLowerCase()) ?? []);
    },
    forget: () => void ours.takeRecords(),
  });
  const ours = new MutationObserver(badges.onMutations);
  ours.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: [...telltaleAttributes],
  });
  badges.setActive(true);
  stop = () => {
    ours.disconnect();
    badges.setActive(false);
  };
  return { badges, asked, opened, known };
}

const settle = () => vi.advanceTimersByTimeAsync(50);
const shown = () =>
  [...document.querySelectorAll('article')].map((article) => {
    const badge = article.querySelector('flockmark-badge,flockmark-label');
    return badge ? `${badge.getAttribute('data-handle')} ${badge.getAttribute('data-level') ?? 'label'}` : '';
  });
/** X fills a node with another post by changing its links and texts. */
function refill(article: Element, { handle, postId = '2' }: Markup) {
  const links = article.querySelectorAll('[data-testid=User-Name] a');
  for (const link of links) {
    const isStatus = link.getAttribute('href')?.includes('/status/');
    link.setAttribute('href', isStatus ? `/${handle}/status/${postId}` : `/${handle}`);
  }
}
const article = (index = 0): Element => {
  const found = document.querySelectorAll('article')[index];
  if (found === undefined) throw new Error('no article');
  return found;
};

test('a badge stands inside the User-Name of each post of a badged account', async () => {
  start([verdict('One', 'strong'), verdict('two', 'weak')], { handle: 'One' }, { handle: 'two' }, { handle: 'three' });
  await settle();
  expect(shown()).toEqual(['One strong', 'two weak', '']);
  const badge = document.querySelector('flockmark-badge');
  expect(badge?.parentElement?.getAttribute('data-testid')).toBe('User-Name');
  expect(badge?.shadowRoot?.textContent).toContain('Spam pattern');
  expect(badge?.getAttribute('aria-label')).toBe('@One matches a spam fingerprint. Show the evidence.');
  expect(badge?.getAttribute('role')).toBe('button');
});

test('one question for all the unknown accounts of a frame, none for known ones', async () => {
  const { asked } = start([], { handle: 'a' }, { handle: 'b' }, { handle: 'A' });
  await settle();
  expect(asked).toEqual([['A', 'b']]);
  document.querySelector('section')?.insertAdjacentHTML('beforeend', cell({ handle: 'b' }));
  await settle();
  expect(asked).toHaveLength(1);
});

test('none, not enough seen and dismissed show nothing', async () => {
  const views = [
    verdict('a', 'none'),
    verdict('b', 'not-enough-seen'),
    verdict('c', 'strong', { dismissed: true }),
  ] as const;
  start(views, { handle: 'a' }, { handle: 'b' }, { handle: 'c' });
  await settle();
  expect(shown()).toEqual(['', '', '']);
});

test('a label shows without a badge, and is no badge', async () => {
  const views = [
    verdict('a', 'none', { label: label('not-spam') }),
    verdict('b', 'strong', { label: label('spam') }),
    verdict('c', 'strong', { dismissed: true, label: label('unsure') }),
  ];
  start(views, { handle: 'a' }, { handle: 'b' }, { handle: 'c' });
  await settle();
  expect(shown()).toEqual(['a label', 'b strong', 'c label']);
  expect(document.querySelectorAll('flockmark-badge')).toHaveLength(1);
  expect(document.querySelector('flockmark-badge')?.getAttribute('data-label')).toBe('spam');
  expect(document.querySelector('flockmark-label')?.shadowRoot?.textContent).toContain('You: Not spam');
});

test('quoted posts and reposts: the badge is the own author’s', async () => {
  start(
    [verdict('spread', 'strong'), verdict('quoted', 'strong')],
    { handle: 'asks', quoted: { handle: 'quoted' } },
    { handle: 'author', repostedBy: 'spread' },
    { handle: 'spread', quoted: { handle: 'asks' } },
  );
  await settle();
  expect(shown()).toEqual(['', '', 'spread strong']);
  expect(document.querySelector('div[role=link] flockmark-badge')).toBeNull();
});

/** What an observer of the page, made after ours, would see in its callback. */
function watchForLies(): string[] {
  const lies: string[] = [];
  new MutationObserver(() => {
    for (const badge of document.querySelectorAll('flockmark-badge')) {
      const handle = badge.closest('[data-testid=User-Name]')?.querySelector('a')?.getAttribute('href')?.slice(1);
      if (handle !== badge.getAttribute('data-handle')) lies.push(`${badge.getAttribute('data-handle')} on ${handle}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  return lies;
}

test('a node filled with another account loses or changes its badge before a later observer looks', async () => {
  start([verdict('a', 'strong'), verdict('b', 'weak')], { handle: 'a' }, { handle: 'b' }, { handle: 'c' });
  await settle();
  const lies = watchForLies();
  refill(article(0), { handle: 'c' });
  refill(article(1), { handle: 'a' });
  refill(article(2), { handle: 'b' });
  await settle();
  expect(shown()).toEqual(['', 'a strong', 'b weak']);
  refill(article(1), { handle: 'unheard_of' });
  await settle();
  expect(shown()[1]).toBe('');
  article(2).replaceWith(document.createRange().createContextualFragment(postMarkup({ handle: 'a' })));
  await settle();
  expect(shown()[2]).toBe('a strong');
  expect(lies).toEqual([]);
});

test('recycling at random never shows a lie, and ends right', async () => {
  const levels = { a: 'strong', b: 'weak', c: 'none' } as const;
  const names = ['a', 'b', 'c', 'd'] as const;
  start(
    (['a', 'b', 'c'] as const).map((handle) => verdict(handle, levels[handle])),
    ...names.map((handle) => ({ handle })),
  );
  await settle();
  const lies = watchForLies();
  let seed = 7;
  const next = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  for (let step = 0; step < 300; step += 1) {
    const target = article(next(4));
    const handle = names[next(4)] ?? 'a';
    const act = next(5);
    if (act === 0) target.querySelector('flockmark-badge')?.remove();
    else if (act === 1) target.replaceWith(document.createRange().createContextualFragment(postMarkup({ handle })));
    else if (act === 2) target.parentElement?.parentElement?.prepend(target.parentElement);
    else refill(target, { handle });
    if (next(3) === 0) await Promise.resolve();
    if (step % 20 === 19) await vi.advanceTimersByTimeAsync(1200);
  }
  await vi.advanceTimersByTimeAsync(3000);
  const wanted = [...document.querySelectorAll('article')].map((found) => {
    const handle = found.querySelector('[data-testid=User-Name] a')?.getAttribute('href')?.slice(1) ?? '';
    return handle === 'a' ? 'a strong' : handle === 'b' ? 'b weak' : '';
  });
  expect(shown()).toEqual(wanted);
  expect(lies).toEqual([]);
});

test('a badge that X removes comes back, and a fight over it ends', async () => {
  start([verdict('a', 'strong')], { handle: 'a' });
  await settle();
  document.querySelector('flockmark-badge')?.remove();
  await settle();
  expect(shown()).toEqual(['a strong']);
  let removals = 0;
  const foe = new MutationObserver(() => {
    const badge = document.querySelector('flockmark-badge');
    if (badge) {
      removals += 1;
      badge.remove();
    }
  });
  foe.observe(document, { subtree: true, childList: true });
  document.querySelector('flockmark-badge')?.remove();
  await settle();
  foe.disconnect();
  expect(removals).toBeLessThan(10);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shown()).toEqual(['a strong']);
});

test('grown evidence reaches posts already on screen, shrunk evidence leaves them', async () => {
  const { badges, known } = start([verdict('a', 'not-enough-seen')], { handle: 'a' });
  await settle();
  expect(shown()).toEqual(['']);
  for (const level of ['weak', 'strong', 'none'] as const) {
    known.set('a', verdict('a', level));
    badges.refresh();
    await settle();
    expect(shown()).toEqual([level === 'none' ? '' : `a ${level}`]);
  }
});

test('an account off screen at the refresh is asked for again when it comes back', async () => {
  const { badges, asked, known } = start([verdict('a', 'strong')], { handle: 'a' });
  await settle();
  refill(article(), { handle: 'b' });
  badges.refresh();
  await settle();
  known.set('a', verdict('a', 'none'));
  refill(article(), { handle: 'a' });
  await Promise.resolve();
  expect(shown()).toEqual(['a strong']);
  await settle();
  expect(shown()).toEqual(['']);
  expect(asked.at(-1)).toEqual(['a']);
});

test('without an answer it asks again', async () => {
  const answers = [undefined, [verdict('a', 'strong')]];
  document.body.innerHTML = pageMarkup({ handle: 'a' });
  const badges = createBadges({
    document,
    face: createBadgeFace({ words: wordsOf('en'), theme: () => 'dark', onOpen: () => {} }),
    ask: async () => answers.shift(),
  });
  stop = () => badges.setActive(false);
  badges.setActive(true);
  await settle();
  expect(shown()).toEqual(['']);
  await vi.advanceTimersByTimeAsync(1100);
  expect(shown()).toEqual(['a strong']);
  expect(document.querySelector('flockmark-badge')?.getAttribute('data-theme')).toBe('dark');
});

test('off removes every badge', async () => {
  const { badges } = start([verdict('a', 'strong')], { handle: 'a' });
  await settle();
  badges.setActive(false);
  expect(shown()).toEqual(['']);
  badges.setActive(true);
  await settle();
  expect(shown()).toEqual(['a strong']);
});

test('a press opens the card and does not reach the post', async () => {
  const { opened } = start([verdict('a', 'strong')], { handle: 'a' });
  await settle();
  const presses: Event[] = [];
  article().addEventListener('click', (event) => presses.push(event));
  (document.querySelector('flockmark-badge') as HTMLElement).click();
  expect(opened).toEqual(['a']);
  expect(presses).toEqual([]);
});

test('what was a post and is none any more keeps no badge', async () => {
  start([verdict('a', 'strong')], { handle: 'a' });
  await settle();
  article().setAttribute('data-testid', 'something-else');
  await settle();
  expect(document.querySelector('flockmark-badge')).toBeNull();
});

test('a label has the codebook’s title and colour; another coder’s says whose it is', async () => {
  const seller = { key: 'seller', title: 'Seller', description: '', colour: '#2673c9', counts: 'neither' } as const;
  desk = { ...desk, codebook: { labels: [seller] } };
  const of = (handle: string, value: string, coder: string) =>
    verdict(handle, 'none', { label: { ...label(value), coder } });
  const { badges } = start(
    [of('a', 'seller', 'me'), of('b', 'seller', 'Bea'), of('c', 'from-elsewhere', '')],
    { handle: 'a' },
    { handle: 'b' },
    { handle: 'c' },
  );
  await settle();
  const texts = () => [...document.querySelectorAll('flockmark-label')].map((one) => one.shadowRoot?.textContent);
  expect(texts()).toEqual(['You: Seller', '\u2068Bea\u2069: Seller', 'You: from-elsewhere']);
  const mark = document.querySelector('flockmark-label')?.shadowRoot?.querySelector<HTMLElement>('.label-mark');
  expect(mark?.style.color).toMatch(/#2673c9|rgb\(38, 115, 201\)/);

  desk = { ...desk, codebook: { labels: [{ ...seller, title: 'Shop' }] } };
  badges.redraw();
  expect(texts()[0]).toBe('You: Shop');
});

test('label buttons stand on every post, whatever is known of its author, and are no badges', async () => {
  desk = { ...desk, labelButtons: true };
  start([verdict('a', 'strong'), verdict('b', 'none')], { handle: 'a' }, { handle: 'b' }, { handle: 'c' });
  await settle();
  expect(shown()).toEqual(['a strong', 'b label', 'c label']);
  const button = article(2).querySelector('flockmark-label');
  expect(button?.getAttribute('aria-label')).toBe('Label @c');
  expect(button?.hasAttribute('data-label')).toBe(false);
  refill(article(2), { handle: 'a' });
  await settle();
  expect(shown()[2]).toBe('a strong');
});

test('blind: what is known is gone at once, and an answer that was on its way is not believed', async () => {
  const { badges, known, asked } = start([verdict('a', 'strong')], { handle: 'a' }, { handle: 'b' });
  await settle();
  expect(shown()).toEqual(['a strong', '']);
  badges.refresh();
  vi.advanceTimersByTime(20);
  // The question is out. Its answer tells a level.
  expect(asked).toHaveLength(2);
  desk = { ...desk, blind: true };
  badges.startOver();
  expect(shown()).toEqual(['a label', 'b label']);
  known.set('a', verdict('a', 'not-enough-seen', { blind: true, label: label('spam') }));
  const lies: string[] = [];
  new MutationObserver(() => {
    if (document.querySelector('[data-level]')) lies.push('a level');
  }).observe(document, { subtree: true, childList: true, attributes: true });
  await settle();
  expect(shown()).toEqual(['a label', 'b label']);
  expect(document.querySelector('flockmark-label')?.getAttribute('data-label')).toBe('spam');
  expect(lies).toEqual([]);
});
