import type { SyncErrorCode } from '@accord/shared/protocol'

import { withBrought } from './brought-entries.ts'
import { unlinkPair } from './change-pair.ts'
import { concludeIncoming } from './conclude-incoming.ts'
import { asKnown, fitComments } from './fit-comments.ts'
import { at, has, namesOf, pick } from './hashes.ts'
import { isOurChange } from './resolve-conflict.ts'
import type { MessageContent, RecordContent } from './message-content.ts'
import { hasEnded, isBusy, isKnownThere, moved } from './pair-state.ts'
import type { Hashes, Path, StateHashes, SyncPair, SentHashes } from './sync-pair.ts'
import { isPingPong, turned } from './turns.ts'

/**
 * What a look at our record showed. `comments` of the content holds no entry that a plan of ours wrote and whose origin is
 * not known yet: such an entry would travel back as a new one.
 */
export type Observation =
  | (RecordContent & {
      readonly kind: 'record'
      readonly version: string
      readonly hashes: StateHashes
      /** The outgoing script wants the pair ended once the other side knows all of this. */
      readonly unlink?: boolean
    })
  | { readonly kind: 'gone' }
  /** The outgoing script ended by `stop`. */
  | { readonly kind: 'stopped'; readonly version: string }
  /** `version`: absent where the record could not be read. */
  | {
      readonly kind: 'failed'
      readonly code: SyncErrorCode
      readonly paths?: readonly Path[]
      readonly version?: string
    }

export interface Moment {
  /** Fresh id, for people and traces. */
  readonly mid: string
  readonly nowMs: number
  /** When the record was read. */
  readonly readMs?: number
}

export type OutgoingDecision =
  /** `pair` is stored and nothing is sent. `busy`: a message is on its way, or a plan is. */
  | {
      readonly kind: 'rest'
      readonly why: 'busy' | 'equal' | 'stopped' | 'quarantined' | 'ended'
      readonly pair: SyncPair
    }
  /** `pair` and the signed message are stored together; then the message is sent, until it has arrived. */
  | { readonly kind: 'send'; readonly pair: SyncPair; readonly message: MessageContent }

/** Our record was looked at: is there anything to send, and may it be sent now? */
export function decideOutgoing(pair: SyncPair, observation: Observation, moment: Moment): OutgoingDecision {
  if (hasEnded(pair)) return rest('ended', { ...pair, dirty: false })
  if (isBusy(pair)) return rest('busy', pair)
  if (pair.isEnding) return sendUnlink(pair, moment)
  switch (observation.kind) {
    case 'gone':
      return sendDelete(pair, moment)
    case 'stopped': {
      const seen = { ...pair, dirty: false, fault: null, seenVersion: observation.version }
      return rest('stopped', isKnownThere(pair) ? seen : moved(seen, 'stopped'))
    }
    case 'failed': {
      const { code, paths, version = pair.seenVersion } = observation
      return rest('quarantined', { ...pair, seenVersion: version, fault: { code, ...(paths && { paths }) } })
    }
    case 'record':
      return sendState(pair, observation, moment)
  }
}

const rest = (why: (OutgoingDecision & { kind: 'rest' })['why'], pair: SyncPair): OutgoingDecision => ({
  kind: 'rest',
  why,
  pair,
})

/** A record that the other side never received leaves nothing to send; where theirs is gone as well, the answer says so. */
function sendDelete(pair: SyncPair, { mid, nowMs }: Moment): OutgoingDecision {
  if (pair.inbound?.kind === 'delete') return rest('ended', concludeIncoming(pair, { outcome: 'gone' }, nowMs))
  const ended = { ...moved(pair, 'recordGone'), dirty: false, fault: null }
  if (!isKnownThere(pair)) return rest('ended', ended)
  const seq = pair.sentSeq + 1
  const hashes = { paths: {}, comments: {}, files: {} }
  return {
    kind: 'send',
    pair: { ...ended, sentSeq: seq, outbound: { phase: 'sending', kind: 'delete', seq, mid, hashes } },
    message: { kind: 'delete', ...placeOf(pair, seq, mid) },
  }
}

/** Both records stay. */
function sendUnlink(pair: SyncPair, { mid }: Moment): OutgoingDecision {
  const { pair: ended, message } = unlinkPair(pair, mid)
  return message ? { kind: 'send', pair: ended, message } : rest('ended', ended)
}

const placeOf = ({ epochs, doneSeq }: SyncPair, seq: number, mid: string) => ({
  mid,
  epoch: epochs.ours,
  peerEpoch: epochs.theirs,
  seq,
  ack: doneSeq,
})
type Seen = Observation & { kind: 'record' }

function sendState(pair: SyncPair, seen: Seen, { mid, nowMs, readMs }: Moment): OutgoingDecision {
  const { sendsAll = false, ...known } = pair
  const looked = { ...known, dirty: false, fault: null, seenVersion: seen.version }
  const news = findNews(pair, seen.hashes)
  if (seen.unlink && !hasNews(news) && !pair.outbound) return sendUnlink(looked, { mid, nowMs })
  if (!hasNews(news) && !sendsAll)
    return rest('equal', { ...looked, ...(readMs !== undefined && { acknowledgedMs: readMs }) })
  if (isHeldAlready(pair, news, seen.hashes)) return rest('equal', looked)
  const turns = news.paths.length > 0 ? turned(pair.turns, 'out', nowMs) : pair.turns
  if (isPingPong(turns))
    return rest('quarantined', {
      ...looked,
      ...(sendsAll && { sendsAll }),
      dirty: true,
      turns,
      fault: { code: 'ping_pong', paths: news.paths },
    })

  const seq = pair.sentSeq + 1
  const isFirst = pair.state === 'starting' || pair.state === 'declined'
  const changed = isFirst ? namesOf(seen.hashes.paths, pair.synced.paths).toSorted() : news.paths
  const comments = fitComments(
    seen.comments.filter(({ id }) => has(news.comments, id)).map((comment) => asKnown(pair, comment)),
    seen,
  )
  const hashes: SentHashes = {
    paths: pick(seen.hashes.paths, changed),
    comments: Object.fromEntries(comments.map(({ id }) => [id, news.comments[id] ?? ''])),
    files: news.files,
  }
  const { record, replica, files, via } = seen
  const content = { record, replica, comments, files, ...(via && { via }), changed, ...placeOf(pair, seq, mid) }
  // Who has forgotten the pair finds its own record again by the key that we know.
  const target = isFirst ? pair.target : sendsAll ? (pair.remote?.key ?? null) : null
  const kind = target === null ? 'state' : 'link'
  return {
    kind: 'send',
    pair: {
      ...moved(looked, 'startAgain'),
      // With the last of it the record is looked at once more: only then the pair may end.
      dirty: seen.unlink === true || comments.length < Object.keys(news.comments).length,
      sentSeq: seq,
      unacknowledged: { ...pair.unacknowledged, ...Object.fromEntries(news.paths.map((path) => [path, seq])) },
      outbound: { phase: 'sending', kind, seq, mid, hashes, ...(readMs !== undefined && { readMs }) },
      turns,
    },
    message: target === null ? { kind: 'state', ...content } : { kind: 'link', ...content, target },
  }
}

interface News {
  readonly paths: readonly Path[]
  readonly comments: Hashes
  readonly files: Hashes
}

/** What the other side is not known to have; nothing of it came from there. */
function findNews({ synced, inbound, outbound }: SyncPair, seen: StateHashes): News {
  const heldPaths = outbound?.phase === 'held' ? outbound.hashes.paths : {}
  const paths = namesOf({ ...seen.paths, ...synced.paths }, heldPaths).filter((path) => {
    const value = at(seen.paths, path)
    const isTakenBack = has(heldPaths, path) && at(heldPaths, path) !== value
    return isTakenBack || isOurChange(synced.paths, inbound, path, value)
  })
  return {
    paths: paths.toSorted(),
    comments: newIn(seen.comments, withBrought(synced.comments, inbound?.hashes.comments ?? {})),
    files: newIn(seen.files, withBrought(synced.files, inbound?.hashes.files ?? {})),
  }
}

const newIn = (seen: Hashes, known: Hashes): Hashes =>
  Object.fromEntries(Object.entries(seen).filter(([id, hash]) => known[id] !== hash))

const hasNews = ({ paths, comments, files }: News): boolean =>
  paths.length > 0 || Object.keys(comments).length > 0 || Object.keys(files).length > 0

/** The message that waits in quarantine over there says all of this: the same again would help nobody. */
function isHeldAlready({ outbound }: SyncPair, news: News, seen: StateHashes): boolean {
  if (outbound?.phase !== 'held') return false
  const { paths, comments, files } = outbound.hashes
  return (
    news.paths.every((path) => has(paths, path) && at(paths, path) === at(seen.paths, path)) &&
    isPartOf(news.comments, comments) &&
    isPartOf(news.files, files)
  )
}

const isPartOf = (part: Hashes, whole: Hashes): boolean =>
  Object.entries(part).every(([name, hash]) => whole[name] === hash)
