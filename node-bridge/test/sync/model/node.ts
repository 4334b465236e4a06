import { afterRestore, beginAnew } from '../../../src/sync/pairs/begin-anew.ts'
import { answerOf } from '../../../src/sync/pairs/answer-of.ts'
import { applyResult } from '../../../src/sync/pairs/apply-result.ts'
import { concludeIncoming, notePlanned } from '../../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing } from '../../../src/sync/pairs/decide-outgoing.ts'
import { expectState } from '../../../src/sync/pairs/expected-state.ts'
import { judgeConflict } from '../../../src/sync/pairs/judge-conflict.ts'
import type { MessageContent } from '../../../src/sync/pairs/message-content.ts'
import { newComments } from '../../../src/sync/pairs/new-entries.ts'
import { noteRefused, noteSettled } from '../../../src/sync/pairs/note-told.ts'
import { type IncomingMessage, receiveMessage } from '../../../src/sync/pairs/receive-message.ts'
import { NO_TURNS, NOTHING, type SyncPair } from '../../../src/sync/pairs/sync-pair.ts'
import { mapped, planned, UNBORN } from './instance.ts'
import { linkedPair } from './start.ts'
import {
  type Content,
  hashesOf,
  type Letter,
  type Name,
  otherOf,
  pathsOf,
  type Rules,
  type Scenario,
  type SideState,
  tell,
  type World,
} from './world.ts'

export const put = (world: World, name: Name, side: SideState): World => ({ ...world, [name]: side })

export const send = (world: World, letter: Letter): World => post(world, JSON.stringify(letter))

/** The net holds texts, each once: that a letter can arrive again is the rule. */
export function post(world: World, text: string): World {
  return world.net.includes(text) ? world : { ...world, net: [...world.net, text].toSorted() }
}

/** The fuse has a test of its own: its count would tell apart what is alike. */
const withPair = (side: SideState, pair: SyncPair): SideState => ({
  ...side,
  pair: { ...pair, turns: NO_TURNS },
  outText: pair.outbound ? side.outText : null,
  inText: pair.inbound ? side.inText : null,
  life: Math.max(side.life, pair.epochs.ours),
  causes:
    side.causes +
    (pair.epochs.ours === side.pair.epochs.ours && pair.epochs.theirs === side.pair.epochs.theirs ? 0 : 1),
})

/** Looks at the record, and sends what is new. */
export function look(world: World, name: Name): World {
  const side = world[name]
  const { record } = side
  const moment = { mid: `${name}${side.sent + 1}`, nowMs: 0 }
  const content = record && tell(record)
  const decision = decideOutgoing(
    side.pair,
    record && content
      ? {
          kind: 'record',
          version: String(record.version),
          hashes: hashesOf(content),
          record: { type: 'incident', key: 'INC1' },
          replica: { v: content.v, d: content.d, customKeys: {} },
          comments: content.comments.map((id) => ({
            id,
            body: '',
            author: { name: '' },
            at: '',
            internal: false,
            edited: false,
          })),
          files: [],
        }
      : { kind: 'gone' },
    moment,
  )
  const next = withPair(side, decision.pair)
  if (decision.kind === 'rest') return put(world, name, next)
  return put(world, name, { ...next, outText: letterTo(otherOf(name), decision.message), sent: side.sent + 1 })
}

export const letterTo = (to: Name, message: MessageContent): string =>
  JSON.stringify({ to, type: 'message', message: short(message) })

/** The part of a message that the model reads. */
const short = (message: MessageContent): object =>
  message.kind === 'state'
    ? {
        ...message,
        replica: { v: message.replica['v'], d: message.replica['d'], customKeys: {} },
        comments: message.comments.map(({ id }) => id),
        record: undefined,
        files: undefined,
      }
    : message

const contentOf = (message: MessageContent): Content | null =>
  message.kind === 'state'
    ? {
        v: Number(message.replica['v']),
        d: Number(message.replica['d']),
        comments: message.comments as unknown as readonly string[],
      }
    : null

/** Answers are told as soon as there are any; what is lost of them is told again when the message is repeated. */
export function tellAnswer(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  const result = answerOf(side.pair)
  if (!result || side.pair.answer?.told) return world
  const at = rules.sequence ? result : { ...result, seq: side.applied.seq }
  const told = { ...side, pair: noteSettled(side.pair, result) }
  return send(put(world, name, told), { to: otherOf(name), type: 'result', result: at })
}

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
  if (!incoming) return tellAnswer(put(world, name, forgetTold(side)), name, rules)
  const receipt = receiveMessage(side.pair, incoming, name)
  const next = withPair(side, receipt.pair)
  const { epoch, peerEpoch, seq } = message
  if (receipt.kind === 'stored')
    return put(world, name, { ...next, inText: { content, told: { epoch, peerEpoch, seq } } })
  if (receipt.kind === 'repeated') return tellAnswer(put(world, name, next), name, rules)
  const refused = { epoch, peerEpoch, seq, code: receipt.code, ...(receipt.expected && { expected: receipt.expected }) }
  return send(put(world, name, next), { to: otherOf(name), type: 'refused', refused })
}

const forgetTold = (side: SideState): SideState =>
  side.pair.answer ? { ...side, pair: { ...side.pair, answer: { ...side.pair.answer, told: false } } } : side

const incomingOf = (message: MessageContent, content: Content | null): IncomingMessage => ({
  kind: message.kind,
  mid: message.mid,
  epoch: message.epoch,
  peerEpoch: message.peerEpoch,
  seq: message.seq,
  ack: message.ack,
  via: [],
  changed: message.kind === 'state' ? message.changed : [],
  hashes: content ? hashesOf(content) : NOTHING,
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
    : hashesOf({ v: 0, d: 0, comments: [] }).paths
  const { paths } = seen.hashes
  if (rules.changedPaths === 'all') return { ...seen, changed: Object.keys(paths) }
  if (rules.changedPaths === 'previous')
    return { ...seen, changed: Object.keys(paths).filter((path) => paths[path] !== previous[path]) }
  return seen
}

/** Reads the record and decides what is written. */
export function plan(world: World, name: Name, rules: Rules, scenario: Scenario): World {
  const side = world[name]
  const { inbound } = side.pair
  const content = side.inText?.content
  if (!inbound || !content || (!side.record && side.effects.includes('created'))) return world
  const record = side.record ?? UNBORN
  const before = pathsOf(side.record)
  const take = rules.conflict ? judgeConflict(side.pair, inbound, before).take : inbound.changed
  const writes = {
    ...(take.includes('/v') && { v: mapped(name, content.v, scenario) }),
    ...(take.includes('/d') && { d: content.d }),
  }
  const settles = expectState({ take, ignored: [], before, planned: pathsOf(planned(record, { writes })) })
  const id = `${side.inText?.told.epoch}.${inbound.seq}@${record.version}`
  const row = {
    id,
    state: 'open',
    writes,
    comments: newComments(side.pair, inbound, name),
    onVersion: record.version,
    version: 0,
    asPlanned: false,
  } as const
  return put(world, name, {
    ...side,
    pair: notePlanned(side.pair, { id, onVersion: side.record && String(record.version), settles }),
    plan: row,
  })
}

/** Learns from the instance that the plan was executed. */
export function conclude(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  const { inbound } = side.pair
  if (side.plan?.state === 'contended' && inbound?.phase !== 'planned') return put(world, name, { ...side, plan: null })
  if (side.plan?.state !== 'done') return world
  if (inbound?.phase !== 'planned' || inbound.plan.id !== side.plan.id) return put(world, name, { ...side, plan: null })
  const byUser = rules.expectedState === 'user'
  const pair = byUser
    ? { ...side.pair, inbound: { ...inbound, plan: { ...inbound.plan, settles: pathsOf(side.record) } } }
    : side.pair
  const done = concludeIncoming(
    pair,
    {
      outcome: 'applied',
      record: { type: 'incident', key: 'INC1' },
      ignored: [],
      version: String(byUser ? side.record?.version : side.plan.version),
      asPlanned: byUser || side.plan.asPlanned,
    },
    0,
  )
  return finish(
    world,
    name,
    { ...side, plan: null, notice: side.notice && !byUser, pair: byUser ? { ...done, dirty: false } : done },
    rules,
  )
}

/** A message that needs no plan, or a record that is no more. */
export function concludeWithoutPlan(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  const { record, pair } = side
  const isDelete = pair.inbound?.kind === 'delete'
  if (record ? !isDelete : !side.effects.includes('created') && !isDelete) return world
  const done = record
    ? concludeIncoming(
        pair,
        {
          outcome: 'applied',
          record: { type: 'incident', key: 'INC1' },
          ignored: [],
          version: String(record.version),
          asPlanned: true,
        },
        0,
      )
    : concludeIncoming(pair, { outcome: 'gone' }, 0)
  return finish(world, name, { ...side, plan: null, pair: done }, rules)
}

function finish(world: World, name: Name, side: SideState, rules: Rules): World {
  const told = world[name].inText?.told ?? { epoch: 0, peerEpoch: 0, seq: 0 }
  const content = world[name].inText?.content ?? null
  const { applied } = world[name]
  const isSameLife = told.epoch === applied.epoch && told.peerEpoch === applied.peerEpoch
  const isLate =
    told.epoch < applied.epoch || told.peerEpoch < applied.peerEpoch || (isSameLife && told.seq <= applied.seq)
  const next = {
    ...withPair(world[name], side.pair),
    ...side,
    pair: { ...side.pair, turns: NO_TURNS },
    inText: null,
    applied: { content, ...told },
  }
  return tellAnswer({ ...put(world, name, next), outOfOrder: world.outOfOrder || isLate }, name, rules)
}

/** The node's database is that of the beginning again; its instance goes on. */
export function restore(world: World, name: Name, rules: Rules, scenario: Scenario): World {
  const side = world[name]
  const old = linkedPair(side.pair.side)
  const isNoticed = !scenario.unnoticed && rules.epoch
  const epoch = side.life + 1
  const pair = isNoticed ? afterRestore(old, epoch) : rules.epoch ? old : beginAnew(old, {})
  const applied = rules.epoch ? { ...side.applied } : { content: null, epoch: 0, peerEpoch: 0, seq: 0 }
  return put(world, name, {
    ...side,
    pair,
    outText: null,
    inText: null,
    applied,
    life: isNoticed ? epoch : side.life,
    causes: side.causes + 1,
  })
}
