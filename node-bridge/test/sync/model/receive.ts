import { applyResult } from '../../../src/sync/pairs/apply-result.ts'
import { markBrought } from '../../../src/sync/pairs/brought-entries.ts'
import type { MessageContent } from '../../../src/sync/pairs/message-content.ts'
import { noteRefused } from '../../../src/sync/pairs/note-receipt.ts'
import { type IncomingMessage, receiveMessage } from '../../../src/sync/pairs/receive-message.ts'
import { NOTHING } from '../../../src/sync/pairs/sync-pair.ts'
import { put, send, sendAnswer, withPair } from './node.ts'
import {
  type Content,
  hashesOf,
  type Letter,
  type Name,
  otherOf,
  type Rules,
  type SideState,
  siteOf,
  type World,
} from './world.ts'

const contentOf = (message: MessageContent): Content | null =>
  message.kind === 'state' || message.kind === 'link'
    ? {
        v: Number(message.replica['v']),
        d: Number(message.replica['d']),
        comments: message.comments as unknown as readonly string[],
        files: message.files as unknown as readonly string[],
      }
    : null

/** A letter arrives. */
export function deliver(world: World, letter: Letter, rules: Rules): World {
  const name = letter.to
  const side = world[name]
  switch (letter.type) {
    case 'message':
      return takeMessage(world, name, letter.message, rules)
    case 'result': {
      const result = rules.epoch
        ? letter.result
        : { ...letter.result, epoch: side.pair.epochs.ours, peerEpoch: side.pair.epochs.theirs }
      if (!rules.epoch && result.seq > side.pair.sentSeq) return world
      return put(world, name, withPair(side, applyResult(side.pair, result)))
    }
    case 'refused':
      return rules.epoch ? put(world, name, withPair(side, noteRefused(side.pair, letter.refused))) : world
  }
}

function takeMessage(world: World, name: Name, message: MessageContent, rules: Rules): World {
  const side = world[name]
  const content = contentOf(message)
  const incoming = perturb(incomingOf(message, content), content, side, rules)
  if (!incoming) return sendAnswer(put(world, name, forgetReceipt(side)), name, rules)
  const receipt = receiveMessage(side.pair, incoming, siteOf(name))
  const next = withPair(side, receipt.pair)
  const { epoch, peerEpoch, seq } = message
  if (receipt.kind === 'stored')
    return put(world, name, { ...next, inText: { content, place: { epoch, peerEpoch, seq } } })
  if (receipt.kind === 'repeated') return sendAnswer(put(world, name, next), name, rules)
  const refused = { epoch, peerEpoch, seq, code: receipt.code, ...(receipt.expected && { expected: receipt.expected }) }
  return send(put(world, name, next), { to: otherOf(name), type: 'refused', refused })
}

const forgetReceipt = (side: SideState): SideState =>
  side.pair.answer ? { ...side, pair: { ...side.pair, answer: { ...side.pair.answer, acknowledged: false } } } : side

const incomingOf = (message: MessageContent, content: Content | null): IncomingMessage => ({
  kind: message.kind,
  mid: message.mid,
  epoch: message.epoch,
  peerEpoch: message.peerEpoch,
  seq: message.seq,
  ack: message.ack,
  via: [],
  changed: message.kind === 'state' || message.kind === 'link' ? message.changed : [],
  hashes: content ? markBrought(hashesOf(content)) : NOTHING,
})

/** What the message would say if a rule were missing. Undefined: without sequences, the same state again is a repetition. */
function perturb(
  message: IncomingMessage,
  content: Content | null,
  side: SideState,
  rules: Rules,
): IncomingMessage | undefined {
  let seen = message
  if (!rules.epoch)
    seen = {
      ...seen,
      epoch: side.pair.epochs.theirs,
      peerEpoch: side.pair.epochs.ours,
      ack: Math.min(seen.ack, side.pair.sentSeq),
    }
  if (!rules.sequence) {
    if (side.pair.inbound || JSON.stringify(side.applied.content) === JSON.stringify(content)) return undefined
    seen = { ...seen, seq: side.pair.doneSeq + 1, mid: `${seen.mid}'${side.pair.doneSeq}` }
  }
  const previous = side.applied.content
    ? hashesOf(side.applied.content).paths
    : hashesOf({ v: 0, d: 0, comments: [], files: [] }).paths
  const { paths } = seen.hashes
  if (rules.changedPaths === 'all') return { ...seen, changed: Object.keys(paths) }
  if (rules.changedPaths === 'previous')
    return { ...seen, changed: Object.keys(paths).filter((path) => paths[path] !== previous[path]) }
  return seen
}
