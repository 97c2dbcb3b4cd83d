/**
 * Builds of the images that a host runs with process isolation (domain facts S21, Microsoft's version compatibility of Windows
 * containers). Since 1809 revisions need not match; a build that is not here runs its own images only.
 */
const RUNS: Readonly<Record<number, readonly number[]>> = {
  17763: [17763],
  20348: [20348],
  25398: [25398, 20348],
  26100: [26100, 20348],
};

/** The newest build that the table knows: what a later one runs is not known. */
const NEWEST = 26100;

/** Whether a host runs an image of a build; null: not known. */
export function runs(host: number, image: number): boolean | null {
  if (host === image) return true;
  if (host > NEWEST && image >= 20348) return null;
  return (RUNS[host] ?? []).includes(image);
}

/** Words in tags of Windows base images, and the build each stands for. */
const TAGS: ReadonlyArray<readonly [tag: string, build: number]> = [
  ['ltsc2025', 26100],
  ['ltsc2022', 20348],
  ['ltsc2019', 17763],
  ['1809', 17763],
  ['ltsc2016', 14393],
  ['1903', 18362],
  ['1909', 18363],
  ['2004', 19041],
  ['20H2', 19042],
];

/** The word of a release in an image's tag, and its build; null where the tag has none. */
export function releaseIn(image: string): { readonly word: string; readonly build: number } | null {
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1] ?? '';
  const words = tag.split(/[-_.]/).map((word) => word.replace(/^windowsservercore/i, ''));
  const found = TAGS.find(([name]) => words.some((word) => word.toLowerCase() === name.toLowerCase()));
  return found ? { word: found[0], build: found[1] } : null;
}

/** The tag of the base images that fit a host best; null for a build without long-term images of its own. */
export function tagFor(host: number): string | null {
  const best = (RUNS[host] ?? []).map((build) => TAGS.find(([, other]) => other === build)?.[0]);
  return best.find((tag) => tag?.startsWith('ltsc')) ?? null;
}
