/** The releases of the platform whose behaviour is distinguished here, oldest first. */
export const RELEASES = ['xanadu', 'yokohama', 'zurich', 'australia'] as const

export type Release = (typeof RELEASES)[number]

export const NEWEST_RELEASE: Release = 'australia'

export const isRelease = (text: string): text is Release => (RELEASES as readonly string[]).includes(text)

export const isBefore = (release: Release, other: Release): boolean =>
  RELEASES.indexOf(release) < RELEASES.indexOf(other)
