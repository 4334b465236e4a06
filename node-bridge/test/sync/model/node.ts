import { afterRestore, beginAnew } from '../../../src/sync/pairs/begin-anew.ts'
import { answerOf } from '../../../src/sync/pairs/answer-of.ts'
import { has } from '../../../src/sync/pairs/hashes.ts'
import { concludeIncoming, notePlanned } from '../../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing } from '../../../src/sync/pairs/decide-outgoing.ts'
import { expectState } from '../../../src/sync/pairs/expected-state.ts'
import { resolveConflict } from '../../../src/sync/pairs/resolve-conflict.ts'
import type { MessageContent } from '../../../src/sync/pairs/message-content.ts'
import { isTheirs, newComments, newFiles, withdrawnFiles } from '../../../src/sync/pairs/brought-entries.ts'
import { noteSettled } from '../../../src/sync/pairs/note-receipt.ts'
import { hasEnded } from '../../../src/sync/pairs/pair-state.ts'
import { type Inbound, NO_TURNS, type SyncPair } from '../../../src/sync/pairs/sync-pair.ts'
import { mapped, planned, UNBORN } from './instance.ts'
import { linkedPair } from './start.ts'
import {
  type Carried,
  type Content,
  contentOf,
  endsOf,
  hashesOf,
  isFile,
  type Letter,
  type Name,
  NO_FILES,
  otherOf,
  pathsOf,
  type Rules,
  type Scenario,
  siblingOf,
  type SideState,
  type Site,
  siteOf,
  type World,
} from './world.ts'

/** Another pair of the record sees whatever changes it, and has its cause to say so. */
export function put(world: World, name: Name, side: SideState): World {
  const sibling = siblingOf(name)
  if (!sibling || !world.names.includes(sibling) || side.record === world[name].record)
    return { ...world, [name]: side }
  const other = world[sibling]
  const seen = { ...other, record: side.record, notice: side.notice || other.notice, causes: other.causes + 1 }
  return { ...world, [name]: side, [sibling]: seen }
}

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
  carried: hasEnded(pair) ? NO_FILES : side.carried,
  life: Math.max(side.life, pair.epochs.ours),
  causes:
    side.causes +
    (pair.epochs.ours === side.pair.epochs.ours && pair.epochs.theirs === side.pair.epochs.theirs ? 0 : 1),
})

/** Looks at the record, and sends what is new. */
export function look(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  const { record } = side
  const moment = { mid: `${name}${side.sent + 1}`, nowMs: 0 }
  const content = record && offeredOf(side.pair, contentOf(record), name, rules)
  const decision = decideOutgoing(
    side.pair,
    record && content
      ? {
          kind: 'record',
          version: String(record.version),
          hashes: { ...content.hashes, files: { ...content.hashes.files, ...content.withdrawn } },
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
          files: content.files.map((id) => ({
            id,
            name: '',
            type: '',
            bytes: 0,
            sha256: '',
            author: { name: '' },
            at: '',
          })),
        }
      : { kind: 'gone' },
    moment,
  )
  const next = withPair(side, decision.pair)
  // A delete that waits for a person, while the record goes by hand, is answered by that.
  if (decision.kind === 'rest')
    return side.pair.inbound && !decision.pair.inbound ? finish(world, name, next, rules) : put(world, name, next)
  return put(world, name, { ...next, outText: letterTo(otherOf(name), decision.message), sent: side.sent + 1 })
}

/** What the other side did not bring itself. */
function offeredOf(pair: SyncPair, content: Content, name: Name, rules: Rules) {
  const ends = endsOf(name)
  const isBrought = (kind: 'comments' | 'files', id: string) =>
    rules.marks ? isTheirs(pair, kind, id, ends) : !id.startsWith(`${ends.end}:`) && has(pair.synced[kind], id)
  const offered = {
    ...content,
    comments: content.comments.filter((id) => !isBrought('comments', id)),
    files: content.files.filter((id) => !isBrought('files', id)),
  }
  const hashes = hashesOf(offered)
  return { ...offered, hashes, withdrawn: rules.marks ? withdrawnFiles(pair, hashes.files, ends) : {} }
}

export const letterTo = (to: Name, message: MessageContent): string =>
  JSON.stringify({ to, type: 'message', message: short(message) })

/** The part of a message that the model reads. */
const short = (message: MessageContent): object =>
  message.kind === 'state' || message.kind === 'link'
    ? {
        ...message,
        replica: { v: message.replica['v'], d: message.replica['d'], customKeys: {} },
        comments: message.comments.map(({ id }) => id),
        record: undefined,
        files: message.files.map(({ id }) => id),
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
    comments: newComments(side.pair, inbound, siteOf(name)),
    carry: carryOf(side, inbound, content, name),
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

/** What the list of files asks for here. What this pair brought and the list does not hold is removed. */
const carryOf = (side: SideState, inbound: Inbound, { files }: Content, name: Name): Carried => ({
  wanted: newFiles(side.pair, inbound, siteOf(name)),
  unwanted: [...new Set([...side.effects, ...side.carried.wanted])].filter((id) => isFile(id) && !files.includes(id)),
})

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
    {
      ...side,
      carried: withCarried(side.carried, side.plan.carry),
      plan: null,
      notice: side.notice && !byUser,
      pair: byUser ? { ...done, dirty: false } : done,
    },
    rules,
  )
}

/** A file that is to go is fetched no more. */
export const withCarried = (now: Carried, more: Carried): Carried => ({
  wanted: [...new Set([...now.wanted, ...more.wanted])].filter((id) => !more.unwanted.includes(id)).toSorted(),
  unwanted: [...new Set([...now.unwanted, ...more.unwanted])].toSorted(),
})

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

/** The rules want the record gone as well. `dies`: once it is, and before anybody knows. */
export function deleteToo(world: World, name: Name, rules: Rules, dies: boolean): World {
  const side = world[name]
  if (!side.record || side.pair.inbound?.kind !== 'delete') return world
  const without = put(world, name, { ...side, record: null, notice: true, plan: null })
  if (dies) return without
  return finish(without, name, { ...without[name], pair: concludeIncoming(side.pair, { outcome: 'gone' }, 0) }, rules)
}

export function finish(world: World, name: Name, side: SideState, rules: Rules): World {
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
export const restore = (world: World, site: Site, rules: Rules, scenario: Scenario): World =>
  world.names
    .filter((name) => siteOf(name) === site)
    .reduce((next, name) => restoreEnd(next, name, rules, scenario), world)

function restoreEnd(world: World, name: Name, rules: Rules, scenario: Scenario): World {
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
    carried: NO_FILES,
    applied,
    life: isNoticed ? epoch : side.life,
    causes: side.causes + 1,
  })
}
