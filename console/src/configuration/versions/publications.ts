import type { RulesVersion, SyncDirection } from '@accord/shared/schemas'

/** What somebody published at once: versions of one script or of both, and which of each counted from then on. */
export interface Publication {
  readonly at: string
  readonly by: string
  readonly note: string
  readonly mayWiden: boolean
  readonly published: readonly RulesVersion[]
  /** Undefined where the list does not go back so far. */
  readonly counted: Readonly<Record<SyncDirection, RulesVersion | undefined>>
}

/** `versions`: the newest first. */
export function publicationsOf(versions: readonly RulesVersion[]): readonly Publication[] {
  const moments = [...new Set(versions.map(({ publishedAt }) => publishedAt))]
  return moments.flatMap((at) => {
    const published = versions.filter(({ publishedAt }) => publishedAt === at)
    const [first] = published
    if (!first) return []
    const counted = (direction: SyncDirection) =>
      versions.find((each) => each.direction === direction && each.publishedAt <= at)
    return [
      {
        at,
        by: first.publishedBy,
        note: first.note,
        mayWiden: first.mayWiden,
        published: published.toSorted((one, other) => (one.direction < other.direction ? 1 : -1)),
        counted: { outgoing: counted('outgoing'), incoming: counted('incoming') },
      },
    ]
  })
}
