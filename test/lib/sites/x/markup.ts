/** X's markup of a post, as shared notes describe it, with made-up people. Classes and wrappers without meaning are left out. */
export interface Markup {
  readonly handle: string;
  readonly name?: string;
  readonly postId?: string;
  readonly text?: string;
  readonly kind?: 'plain' | 'focal' | 'ad' | 'edited';
  readonly repostedBy?: string;
  readonly quoted?: Markup;
  readonly affiliate?: boolean;
}

const time = '<time datetime="2026-07-26T10:00:00.000Z">Jul 26</time>';

function nameOf(post: Markup, linked: boolean): string {
  const { handle, name = handle, postId = '1', kind = 'plain', affiliate } = post;
  const a = (attributes: string, inner: string) =>
    linked ? `<a ${attributes} role="link">${inner}</a>` : `<div tabindex="-1">${inner}</div>`;
  const badge = affiliate ? '<div role="link" tabindex="0"><img alt="" src="data:,"></div>' : '';
  const path = `/${handle}/status/${postId}${kind === 'edited' ? '/history' : ''}`;
  const timed = kind === 'plain' || kind === 'edited' ? `<div>${a(`href="${path}" dir="ltr"`, time)}</div>` : '';
  return `<div data-testid="User-Name">
    <div>${a(`href="/${handle}"`, `<div dir="ltr"><span>${name}</span>${badge}</div>`)}</div>
    <div>${a(`href="/${handle}" tabindex="-1"`, `<span>@${handle}</span>`)}${timed}</div>
  </div>`;
}

export function postMarkup(post: Markup): string {
  const { handle, postId = '1', text = 'A made-up sentence.', kind = 'plain', repostedBy, quoted } = post;
  const social = repostedBy
    ? `<a href="/${repostedBy}" role="link"><span data-testid="socialContext">${repostedBy} reposted</span></a>`
    : '';
  const quote = quoted
    ? `<div><div role="link" tabindex="0">${nameOf(quoted, false)}<div data-testid="tweetText">${quoted.text ?? 'Quoted.'}</div>
       <a href="/${quoted.handle}/status/${quoted.postId ?? '9'}/photo/1" role="link"><img alt=""></a></div></div>`
    : '';
  const below =
    kind === 'focal'
      ? `<div><a href="/${handle}/status/${postId}" role="link">${time}</a><span>29.9K</span></div>`
      : '';
  return `<article role="article" tabindex="${kind === 'focal' ? -1 : 0}" data-testid="tweet">
    ${social}<div data-testid="Tweet-User-Avatar"><a href="/${handle}" role="link" tabindex="-1"></a></div>
    ${nameOf(post, true)}<div data-testid="tweetText" lang="en" dir="auto"><span>${text}</span></div>
    ${quote}${below}<div role="group"><a href="/${handle}/status/${postId}/analytics">1</a></div></article>`;
}

export const cell = (post: Markup): string => `<div data-testid="cellInnerDiv">${postMarkup(post)}</div>`;

/** A page with the column and these posts. */
export const pageMarkup = (...posts: readonly Markup[]): string =>
  `<div id="react-root"><main role="main"><div data-testid="primaryColumn"><div><div id="header"></div><section>${posts
    .map(cell)
    .join('')}</section></div></div></main></div>`;
