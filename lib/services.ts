/**
 * Services that post for thousands of genuine people, by the name of their app or the host of their links. They are first of
 * all recognised by what they do: no bursts, no runs of creation dates, or an audience of their own (`verdict.ts`). This list
 * only lets the card name them. To add one: its app's name or host in lower case, what it is, and where that can be checked.
 */
export interface Service {
  /** Part of the app's name or of the host, in lower case. */
  readonly mark: string;
  readonly kind: 'prayers' | 'alerts' | 'publishing';
}

export const services: readonly Service[] = [
  // Öhman, Gorwa & Floridi 2019: a prayer every two hours, 1.9 million posts a day.
  { mark: 'du3a.org', kind: 'prayers' },
  // The agencies' own names for their feeds.
  { mark: 'earthquake.usgs.gov', kind: 'alerts' },
  { mark: 'emsc-csem.org', kind: 'alerts' },
  // Tools of newsrooms and public offices, by their own names.
  { mark: 'socialflow', kind: 'publishing' },
  { mark: 'echobox', kind: 'publishing' },
  { mark: 'true anthem', kind: 'publishing' },
  { mark: 'sprinklr', kind: 'publishing' },
];

/** The service that an app's name or a host belongs to. */
export function serviceOf(name: string): Service | undefined {
  const lower = name.toLowerCase();
  return services.find(({ mark }) => lower.includes(mark));
}
