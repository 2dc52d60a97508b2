/** Holds DESIGN's rules over the tree itself: what may import what, where words of X may stand, how large files may grow. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../lib/fingerprints';
import { site } from '../lib/sites';
import config from '../wxt.config';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files under these folders, as paths from the root. */
function filesUnder(folders: readonly string[], ending: RegExp): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => posix.join(relative(root, entry.parentPath), entry.name))
    .toSorted();
}
const sources = filesUnder(['entrypoints', 'components', 'lib'], /\.tsx?$/);
const under = (folder: string) => sources.filter((path) => path.startsWith(`${folder}/`));

/** A source with its comments blanked out, and what it imports, as paths from the root (or names of packages). */
function sourceOf(path: string) {
  const text = read(path);
  const { comments, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const code = comments.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const again = module.staticExports.flatMap(({ entries }) => entries.flatMap((one) => one.moduleRequest?.value ?? []));
  const lazy = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1));
  const names = (statements: typeof module.staticImports) => statements.map((one) => one.moduleRequest.value);
  const needed = module.staticImports.filter(({ entries }) => !entries.length || entries.some((one) => !one.isType));
  return {
    code,
    imports: [...names(module.staticImports), ...again, ...lazy].map((request) => resolve(path, request)),
    /** Without those of which only types are taken: what stands in the built file. */
    loads: [...names(needed), ...again, ...lazy].map((request) => resolve(path, request)),
  };
}
const resolve = (path: string, request: string): string =>
  request.startsWith('@/')
    ? request.slice(2)
    : request.startsWith('.')
      ? posix.join(dirname(path), request)
      : `package:${request}`;

/** “file → import” of the imports that are not allowed, so that a failure names them. */
const imports = (paths: readonly string[], forbidden: (target: string, path: string) => boolean): readonly string[] =>
  paths.flatMap((path) =>
    sourceOf(path)
      .imports.filter((target) => forbidden(target, path))
      .map((target) => `${path} → ${target}`),
  );
/** Files in which the pattern occurs. */
const holding = (paths: readonly string[], pattern: RegExp, text = (path: string) => sourceOf(path).code) =>
  paths.filter((path) => pattern.test(text(path)));

test('the tree is read at all', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(sources).toContain('lib/pipeline.ts');
  expect(sourceOf('lib/pipeline.ts').imports).toContain('lib/flocks/learn');
  // Comments are cut out where letters are of two and more bytes, too.
  expect(sourceOf('lib/text/fold.ts').code).not.toMatch(/\*\/|\/\/ biome/);
  expect(sourceOf('lib/text/fold.ts').code).toContain('export function fold(text: string): string {');
});

describe('layout', () => {
  test('top-level folders are those of the design', () => {
    const ignored = read('.gitignore').split('\n');
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== '.git' && !ignored.includes(`${entry.name}/`))
      .map((entry) => entry.name);
    expect(folders.toSorted()).toEqual(['.ci', 'components', 'docs', 'entrypoints', 'lib', 'public', 'test']);
  });

  test('files are kebab-case and named for what they hold', () => {
    const names = [...sources, ...filesUnder(['test'], /\.tsx?$/)].map((path) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(name))).toEqual([]);
    expect(names.filter((name) => /util|helper|manager|\bdata\b/.test(name))).toEqual([]);
  });

  test('a fingerprint has one file, named by its id, a test of the same name, and is registered', () => {
    const rules = readdirSync(join(root, 'lib/fingerprints')).filter((name) => !/^(index|fingerprint)\.ts$/.test(name));
    expect(fingerprints.map((one) => `${one.id}.ts`).toSorted()).toEqual(rules.toSorted());
    const untested = fingerprints.filter((one) => !existsSync(join(root, `test/lib/fingerprints/${one.id}.test.ts`)));
    expect(untested.map((one) => one.id)).toEqual([]);
  });

  test('a fingerprint opens with what it looks for, why, what it will wrongly catch, and its source', () => {
    for (const { id } of fingerprints) {
      const header = read(`lib/fingerprints/${id}.ts`).split('*/')[0]!;
      for (const word of ['Looks for:', 'A sign because:', 'Wrongly catches:', 'Source:']) {
        expect(header, `${id} says “${word}”`).toContain(word);
      }
    }
  });
});

describe('rule 1: lib compiles without DOM and browser, and names no clock', () => {
  // Two files of a site stand in the page itself; everything else of lib is pure, or in the store.
  const exceptions = ['store', 'sites/x/tap.ts', 'sites/x/anchors.ts'];

  test('the compiler is asked for all of lib but those', () => {
    const { compilerOptions, include, exclude } = JSON.parse(read('lib/tsconfig.json').replace(/^\s*\/\/.*$/gm, ''));
    expect(compilerOptions).toMatchObject({ lib: ['ES2023'], types: [], strict: true, noUncheckedIndexedAccess: true });
    expect(include).toEqual(['**/*.ts']);
    expect(exclude).toEqual(exceptions);
    for (const path of exceptions) expect(existsSync(join(root, 'lib', path)), path).toBe(true);
    expect(JSON.parse(read('package.json')).scripts.typecheck).toContain('tsc --noEmit -p lib');
  });

  test('no clock and no chance in lib: both come with the data', () => {
    const clock = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bMath\.random\b|\bset(Timeout|Interval)\b/;
    expect(holding(under('lib'), clock)).toEqual([]);
  });

  test('only the store knows Dexie', () => {
    expect(
      imports(sources, (target, path) => /^package:(dexie|idb)/.test(target) && !/^lib\/store\//.test(path)),
    ).toEqual([]);
  });
});

describe('rule 2: imports go one way', () => {
  test('lib imports nothing above itself', () => {
    expect(imports(under('lib'), (target) => /^(entrypoints|components|test|public)\//.test(target))).toEqual([]);
  });

  test('components know the words and the protocol, nothing else of lib', () => {
    const lib = [
      'model|messages|settings|health|sentences',
      // What a line of the log is: what a table shows and a file holds; and which of them are meant.
      'formats/lines|filter',
      // A researcher's own words: which labels, in which colours, by which keys; a threshold's unit.
      'codebook|colours|desk-settings|shortcuts|setting-units',
      // Of labels against verdicts and coders against each other: the figures.
      'fit|coders|desk/quality',
      // Of an import: what a file is, what is asked of it, what it would bring, how far it is.
      'formats/(imported|guess|readers|row-fields)|desk/(preview|run-import)',
      // Of an export: formats, tables.
      'desk/export-choice',
      // Of the tables: what the log page's worker tells of rows, accounts, flocks, and how far it is.
      'desk/(cells|choices|flock-cells|account-page|flock-page|who-else|follow-log|sorted-rows)',
    ].join('|');
    const allowed = new RegExp(`^(components/|package:(@preact|preact|@tanstack)|public/_locales/|lib/(${lib})$)`);
    expect(imports(under('components'), (target) => !allowed.test(target))).toEqual([]);
  });

  test('no one imports an entrypoint, and nothing shipped imports a test', () => {
    const world = (path: string) => path.split('/').slice(0, 2).join('/');
    const foreign = (target: string, path: string) =>
      target.startsWith('entrypoints/') && world(target) !== world(path);
    expect(imports(sources, foreign)).toEqual([]);
    expect(imports(sources, (target) => target.startsWith('test/'))).toEqual([]);
  });

  test('a fingerprint knows words, text, what is said of flocks, settings and statistics: no site, no log, no other one', () => {
    // Of sentences it knows the figures that they tell, never the words of a language.
    const rules = under('lib/fingerprints').filter((path) => !path.endsWith('/index.ts'));
    const allowed =
      /^lib\/(model|settings|statistics|text\/[a-z-]+|flocks\/[a-z-]+|fingerprints\/fingerprint|sentences\/said)$/;
    expect(imports(rules, (target) => !allowed.test(target))).toEqual([]);
    const used = under('lib/flocks').filter((path) =>
      rules.some((rule) => sourceOf(rule).imports.includes(path.slice(0, -3))),
    );
    expect(used).toContain('lib/flocks/traits.ts');
    // Of flocks only what computes: nothing that reads or writes rows.
    expect(imports(used, (target) => /^lib\/(unit|log|store|pipeline)/.test(target))).toEqual([]);
  });

  test('text knows nothing; flocks know neither fingerprints nor sites; the store knows none of them', () => {
    expect(imports(under('lib/text'), (target) => !target.startsWith('lib/text/'))).toEqual([]);
    const above = /^lib\/(fingerprints|sites|store|pipeline|verdict|judge|answers|views)/;
    expect(imports(under('lib/flocks'), (target) => above.test(target))).toEqual([]);
    expect(
      imports(under('lib/store'), (target) => /^lib\/(fingerprints|sites|pipeline|verdict|judge)/.test(target)),
    ).toEqual([]);
  });

  test("the engine knows a site by its contract only, and a site's files know the words only", () => {
    const engine = under('lib').filter((path) => !/^lib\/(sites|formats)\//.test(path));
    expect(imports(engine, (target) => /^lib\/sites(\/|$)/.test(target) && target !== 'lib/sites/site')).toEqual([]);
    const allowed = /^lib\/(model|border|messages|sites\/.+|text\/[a-z-]+)$/;
    expect(imports(under('lib/sites'), (target) => target.startsWith('lib/') && !allowed.test(target))).toEqual([]);
  });

  test('the tap carries no parser and no validator into the page', () => {
    const seen = new Set<string>();
    const reach = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const target of sourceOf(path).loads) {
        const file = sources.find((one) => one === `${target}.ts` || one === `${target}/index.ts`);
        if (file) reach(file);
        else seen.add(target);
      }
    };
    reach('entrypoints/tap.content.ts');
    expect(seen).toContain('lib/sites/x/tap.ts');
    expect([...seen].filter((path) => /package:(?!wxt)|\/(wire|parse|messages|store)\b/.test(path))).toEqual([]);
  });
});

describe("rule 3: X's words stand in one place each", () => {
  test('data-testid in anchors.ts alone', () => {
    const all = [...sources, ...filesUnder(['components', 'entrypoints'], /\.(css|html)$/)];
    expect(holding(all, /data-testid|dataset\.testid|dataset\[/i, read)).toEqual(['lib/sites/x/anchors.ts']);
  });

  test('raw field names in wire.ts and parse.ts alone', () => {
    // Formats speak the column names of other tools, some of which kept X's.
    const elsewhere = sources.filter((path) => !/^lib\/(formats\/|sites\/x\/(wire|parse)\.ts$)/.test(path));
    const names =
      /full_text|screen_name|rest_id|tweet_results|user_results|\blegacy\b|__typename|retweeted_status|quoted_status|in_reply_to|conversation_id_str|note_tweet|itemContent/;
    expect(holding(elsewhere, names)).toEqual([]);
    expect(holding(['lib/sites/x/wire.ts'], names)).toHaveLength(1);
  });
});

describe('rule 4: no secrets are read, nothing is sent', () => {
  const shipped = [...sources, ...filesUnder(['entrypoints', 'components', 'public'], /\.(css|html|json|svg)$/)];

  test('forbidden words stand in no file, not even in a comment', () => {
    const forbidden = /authorization|x-csrf-token|document\.cookie/i;
    expect(holding([...shipped, 'wxt.config.ts'], forbidden, read)).toEqual([]);
  });

  test('nothing calls fetch or opens a connection; the tap alone names what it wraps', () => {
    expect(holding(sources, /\bfetch\s*\(|\bfetch\.(call|apply|bind)/)).toEqual([]);
    expect(holding(sources, /\bnew\s+(\w+\.)?XMLHttpRequest/)).toEqual([]);
    expect(
      holding(sources, /\b(sendBeacon|WebSocket|EventSource|WebTransport|RTCPeerConnection|importScripts)\b/),
    ).toEqual([]);
    expect(holding(sources, /\bXMLHttpRequest\b|['"`]fetch['"`]/)).toEqual(['lib/sites/x/tap.ts']);
  });

  test('styles and pages load nothing from outside', () => {
    const outside = /@import|url\(\s*['"]?(https?:)?\/\/|(src|href)=['"](https?:)?\/\//i;
    expect(
      holding(
        shipped.filter((path) => /\.(css|html|svg)$/.test(path)),
        outside,
        read,
      ),
    ).toEqual([]);
  });

  test.each([
    ['chrome', 3],
    ['firefox', 2],
  ] as const)('%s asks for storage and its two hosts', async (browser, manifestVersion) => {
    if (typeof config.manifest !== 'function') throw new Error('the manifest is made by a function');
    const env = { browser, manifestVersion, mode: 'production', command: 'build' } as const;
    const manifest = await config.manifest(env);
    const asked = manifest as Record<string, unknown>;
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage']);
    expect(manifest.host_permissions).toEqual(manifestVersion === 3 ? [...site.matches] : undefined);
    for (const name of ['optional_permissions', 'optional_host_permissions', 'externally_connectable']) {
      expect(asked[name], name).toBeUndefined();
    }
    expect(site.matches.length).toBeGreaterThan(0);
    for (const match of site.matches) expect(match).toMatch(/^https:\/\/(\*\.|mobile\.|www\.)?(x|twitter)\.com\/\*$/);
  });
});

describe('rule 5: small files', () => {
  const lines = (path: string): number => read(path).trimEnd().split('\n').length;
  const longer = (paths: readonly string[], limit: number) =>
    paths.filter((path) => lines(path) > limit).map((path) => `${path}: ${lines(path)}`);

  test('a fingerprint, with what it says of itself: 135 lines', () => {
    expect(longer(under('lib/fingerprints'), 135)).toEqual([]);
  });
  test('an entrypoint: 70 lines', () => {
    const entries = sources.filter((path) => /^entrypoints\/([^/]+\.tsx?|[^/]+\/(index|main)\.tsx?)$/.test(path));
    expect(entries.length).toBeGreaterThanOrEqual(3);
    expect(longer(entries, 70)).toEqual([]);
  });
  test('anything: 200 lines', () => {
    expect(longer(sources, 200)).toEqual([]);
  });
});

describe('house style', () => {
  test('nothing is switched off', () => {
    expect(holding(sources, /@ts-(ignore|nocheck)/, read)).toEqual([]);
    const tests = filesUnder(['test'], /\.(test|spec)\.tsx?$/).filter((path) => !path.endsWith('architecture.test.ts'));
    expect(holding(tests, /\b(test|it|describe)\.(skip|only|todo|fails)\b/)).toEqual([]);
  });
  test('no one swallows an error in an empty catch, but the tap: the page must not see it, and nobody else is there', () => {
    const others = sources.filter((path) => path !== 'lib/sites/x/tap.ts');
    expect(holding(others, /catch\s*(\([^)]*\))?\s*\{\s*\}/, read)).toEqual([]);
  });
});
