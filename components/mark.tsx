/** The marks of Flockmark: shapes that differ, so that colour is never needed to tell them apart. The same in either direction of writing. */
import type { Level } from '@/lib/model';

const strokes = {
  /** Three birds in a row, one behind the other. */
  strong: [
    'M9 2.8q1.8.2 2.8 2.2 1-2 2.8-2.2',
    'M5.2 7.2q1.8.2 2.8 2.2 1-2 2.8-2.2',
    'M1.4 11.6q1.8.2 2.8 2.2 1-2 2.8-2.2',
  ],
  /** One bird, and two too far to be sure. */
  weak: ['M7.4 3q2.4.2 3.4 2.8 1-2.6 3.4-2.8', 'M7 9.6h.01', 'M3.4 13.2h.01'],
  none: ['M3.5 8h9'],
  label: ['M4.5 2.5h7v11L8 10.8 4.5 13.5Z'],
  /** An eye, struck through. */
  blind: ['M1.5 8q2.6-4 6.5-4t6.5 4q-2.6 4-6.5 4T1.5 8Z', 'M3 14 13 2'],
} as const;

export type MarkKind = keyof typeof strokes;

export const markOf = (level: Level): MarkKind => (level === 'strong' || level === 'weak' ? level : 'none');

export function Mark({ kind, size = 14 }: { readonly kind: MarkKind; readonly size?: number }) {
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={kind === 'weak' ? 2 : 1.6}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {strokes[kind].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
