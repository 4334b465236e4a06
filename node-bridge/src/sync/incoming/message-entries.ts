import { createHash } from 'node:crypto'

import { replaceHidden } from '@accord/shared/protocol'
import type { Person, SyncComment } from '@accord/shared/schemas'

import type { WritePlan } from '../../trackers/record.ts'
import { endUidOf } from '../items/ends.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { newComments, newFiles } from '../pairs/brought-entries.ts'
import { isWordingKnown } from '../pairs/hash-state.ts'
import { has } from '../pairs/hashes.ts'
import type { ExplainedConclusion } from './explain.ts'
import type { Arrival, StateClaims } from './plan-incoming.ts'

/** What of the message is not here yet. */
export function newEntriesOf({ identity }: SyncContext, arrival: Arrival, claims: StateClaims) {
  const { connection, item, inbound } = arrival
  const end = endUidOf(identity, connection)
  const [comments, files] = [newComments(item.pair, inbound, end), newFiles(item.pair, inbound, end)]
  return {
    comments: claims.comments
      .filter(({ id, body }) => comments.includes(id) && !isBlank(body) && !isThereAlready(arrival, id))
      .map((comment) => (isEdited(item, comment) ? { ...comment, edited: true } : comment))
      .map(withPlainAuthor),
    files: claims.files.filter(({ id }) => files.includes(id) && !isFileThereAlready(arrival, id)).map(withPlainAuthor),
  }
}

/**
 * Who is said to have written it is a stranger's word that stands in front of the text: a name of several lines, or one that turns the
 * line, would look like an entry of somebody else.
 */
const withPlainAuthor = <Entry extends { readonly author: Person }>(entry: Entry): Entry => ({
  ...entry,
  author: { ...entry.author, name: plainName(entry.author.name) },
})

const plainName = (name: string): string =>
  replaceHidden(name, () => ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const isBlank = (body: string): boolean => body.trim() === ''

/** As the sender says, or because we know it in another wording. */
const isEdited = ({ pair }: Item, { id, edited }: SyncComment): boolean =>
  edited || isWordingKnown(pair.synced.comments[id])

export const widenedBy = (id: string): ExplainedConclusion => ({
  outcome: 'quarantined',
  code: 'journal_widened',
  detail: {
    message: `The other side has sent the entry ${id} as an internal one before, and says now that everybody may see it.`,
  },
})

/** An earlier pair of the two records has brought it; a node that was made anew has another uid, and its entries have the ids of before. */
function isThereAlready({ item, read }: Arrival, id: string): boolean {
  if (read.kind !== 'record' || has(item.pair.synced.comments, id)) return false
  const isSame = (each: string) => each === id || (item.pair.isComparing === true && entryOf(each) === entryOf(id))
  return read.record.comments.some((each) => isSame(each.id))
}

/** The same of a file: its contents are not fetched once more. */
const isFileThereAlready = ({ item, read }: Arrival, id: string): boolean =>
  read.kind === 'record' && !has(item.pair.synced.files, id) && read.record.files.some((each) => each.id === id)

/** What an entry is called where it was made. */
const entryOf = (id: string): string => id.slice(id.indexOf(':') + 1)

/** An entry of the rules' own is written once for its message; of the other side's, each wording once. Nobody reads a blank one. */
export function entriesOf(
  { item }: Arrival,
  { entries }: WritePlan,
  { mid, comments }: Pick<StateClaims, 'mid' | 'comments'>,
): WritePlan['entries'] {
  const bodies = new Map(comments.filter((comment) => isEdited(item, comment)).map(({ id, body }) => [id, body]))
  return entries
    .filter(({ body }) => !isBlank(body))
    .map((entry) => {
      if (entry.origin === undefined) return { ...entry, key: `${mid} ${entry.key}` }
      const body = bodies.get(entry.origin)
      return body === undefined ? entry : { ...entry, edition: createHash('sha256').update(body).digest('base64url') }
    })
}
