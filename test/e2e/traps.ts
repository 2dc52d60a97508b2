import { seeded } from '../scenarios/random';
import { seed32 } from '../scenarios/seed-32';
import { oldestFirst, type Scenario, snowflake } from '../scenarios/truth';

/** Texts and names that a spreadsheet would run, and what breaks a careless CSV. */
export const texts = [
  '=HYPERLINK("https://tea.example","press")',
  '+1 for that',
  '-2+3 degrees',
  '@mira said so',
  '＝1+1',
  'commas, "quotes"; and\na second line\r\nand a third',
  'ends with a quote "',
  "'already guarded",
];

/** The 32 rows, and one account of traps. */
export function withTraps(): Scenario {
  const scenario = seed32();
  const random = seeded(9);
  const lastMs = scenario.posts.at(-1)?.createdAtMs ?? 0;
  const author = {
    id: '9223372036854775807',
    handle: 'trap_setter',
    name: '=1+1, "Trap"',
    bio: '@SUM(1)',
    campaign: null,
  };
  const posts = texts.map((text, i) => {
    const createdAtMs = lastMs + (i + 1) * 60_000;
    return {
      id: snowflake(createdAtMs, random),
      authorId: author.id,
      text,
      lang: 'en',
      createdAtMs,
      links: [],
      client: '-client',
    };
  });
  return {
    ...scenario,
    id: 'traps',
    accounts: [...scenario.accounts, author],
    posts: oldestFirst([...scenario.posts, ...posts]),
  };
}
