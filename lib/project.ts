/**
 * The project: its id, and the key of its pseudonyms. Kept in `meta` under `project`, made when it is first needed. The key is in no
 * export and never leaves the machine; without it, pseudonyms cannot be turned back or tried out.
 */
import * as v from 'valibot';
import type { Log } from './log';

const ProjectShape = v.object({
  id: v.string(),
  /** 32 bytes as 64 hexadecimal digits. */
  pseudonymKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type ProjectSecrets = v.InferOutput<typeof ProjectShape>;

export const PROJECT_KEY = 'project';

/** What is kept under `project` is none of ours, and is not written over: pseudonyms given before would change. */
export class UnreadableProject extends Error {
  override readonly name = 'UnreadableProject';
}

/**
 * The log's project; the made one is kept where there was none.
 * @throws {UnreadableProject} where something else is kept in its place
 */
export function projectOf(log: Log, make: () => ProjectSecrets): Promise<ProjectSecrets> {
  return log.atomically(async ({ shelves: { meta } }) => {
    const [row] = await meta.get([PROJECT_KEY]);
    if (row) {
      const read = v.safeParse(ProjectShape, row.value);
      if (!read.success) throw new UnreadableProject('the key of this project cannot be read');
      return read.output;
    }
    const made = v.parse(ProjectShape, make());
    await meta.put([{ key: PROJECT_KEY, value: made }]);
    return made;
  });
}
