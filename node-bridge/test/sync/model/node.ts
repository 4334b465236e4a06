import { afterRestore, beginAnew } from '../../../src/sync/pairs/begin-anew.ts'
import { answerOf } from '../../../src/sync/pairs/answer-of.ts'
import { concludeIncoming, notePlanned } from '../../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing } from '../../../src/sync/pairs/decide-outgoing.ts'
import { expectState } from '../../../src/sync/pairs/expected-state.ts'
import { resolveConflict } from '../../../src/sync/pairs/resolve-conflict.ts'
import type { MessageContent } from '../../../src/sync/pairs/message-content.ts'
import { newComments } from '../../../src/sync/pairs/brought-entries.ts'
import { noteSettled } from '../../../src/sync/pairs/note-receipt.ts'
import { NO_TURNS, type SyncPair } from '../../../src/sync/pairs/sync-pair.ts'
import { mapped, planned, UNBORN } from './instance.ts'
import { linkedPair } from './start.ts'
import {
  hashesOf,
  type Letter,
  type Name,
  otherOf,
  pathsOf,
  type Rules,
  type Scenario,
  type SideState,
  contentOf,
  type World,
} from './world.ts'

export const put = (world: World, name: Name, side: SideState): World => ({ ...world, [name]: side })

export const send = (world: World, letter: Letter): World => post(world, JSON.stringify(letter))

/** The net holds texts, each once: that a letter can arrive again is the rule. */
export function post(world: World, text: string): World {
  return world.net.includes(text) ? world : { ...world, net: [...world.net, text].toSorted() }
}

/** The fuse has a test of its own: its count would tell apart what is alike. */
export const withPair = (side: SideState, pair: SyncPair): SideState => ({
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
  const content = record && contentOf(record)
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

/** Answers are sent as soon as there are any; what is lost of them is sent again when the message is repeated. */
export function sendAnswer(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  const result = answerOf(side.pair)
  if (!result || side.pair.answer?.acknowledged) return world
  const at = rules.sequence ? result : { ...result, seq: side.applied.seq }
  const settled = { ...side, pair: noteSettled(side.pair, result) }
  return send(put(world, name, settled), { to: otherOf(name), type: 'result', result: at })
}

/** Reads the record and decides what is written. */
export function plan(world: World, name: Name, rules: Rules, scenario: Scenario): World {
  const side = world[name]
  const { inbound } = side.pair
  const content = side.inText?.content
  if (!inbound || !content || (!side.record && side.effects.includes('created'))) return world
  const record = side.record ?? UNBORN
  const before = pathsOf(side.record)
  const take = rules.conflict ? resolveConflict(side.pair, inbound, before).take : inbound.changed
  const writes = {
    ...(take.includes('/v') && { v: mapped(name, content.v, scenario) }),
    ...(take.includes('/d') && { d: content.d }),
  }
  const settles = expectState({ take, ignored: [], before, planned: pathsOf(planned(record, { writes })) })
  const id = `${side.inText?.place.epoch}.${inbound.seq}@${record.version}`
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
  const place = world[name].inText?.place ?? { epoch: 0, peerEpoch: 0, seq: 0 }
  const content = world[name].inText?.content ?? null
  const { applied } = world[name]
  const isSameLife = place.epoch === applied.epoch && place.peerEpoch === applied.peerEpoch
  const isLate =
    place.epoch < applied.epoch || place.peerEpoch < applied.peerEpoch || (isSameLife && place.seq <= applied.seq)
  const next = {
    ...withPair(world[name], side.pair),
    ...side,
    pair: { ...side.pair, turns: NO_TURNS },
    inText: null,
    applied: { content, ...place },
  }
  return sendAnswer({ ...put(world, name, next), outOfOrder: world.outOfOrder || isLate }, name, rules)
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
