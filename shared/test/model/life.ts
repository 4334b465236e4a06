import {
  acknowledgePauses,
  isPausing,
  nextState,
  type PauseCounts,
  type TransitionTable,
} from '@accord/shared/protocol'

export type End = 'source' | 'destination'
export const ENDS: readonly End[] = ['source', 'destination']
export const otherOf = (end: End): End => (end === 'source' ? 'destination' : 'source')

export interface EndState extends PauseCounts {
  readonly state: string
}

export interface Message {
  readonly to: End
  readonly kind: 'contact' | 'terminate' | 'gone' | 'acknowledge'
  readonly sent: PauseCounts
}

/** A connection after its handshake: both sides' stored facts, and what is on its way between them. */
export interface Life {
  readonly source: EndState
  readonly destination: EndState
  readonly messages: readonly Message[]
}

/** What the model is made of. Tests take one rule away and watch a law break. */
export interface LifeRules {
  readonly tables: Readonly<Record<End, TransitionTable>>
  readonly acknowledge: (known: PauseCounts, sent: PauseCounts) => PauseCounts
}

export const OURS_ACKNOWLEDGE = acknowledgePauses
/** Believes whatever came last. */
export const ACKNOWLEDGE_LAST = (known: PauseCounts, sent: PauseCounts): PauseCounts => ({
  ...known,
  acknowledged: sent.pauses,
})

const START: EndState = { state: 'active', pauses: 0, acknowledged: 0 }
export const ESTABLISHED: Life = { source: START, destination: START, messages: [] }

const OVER = new Set(['terminating', 'terminated', 'terminated_by_peer'])
export const isOver = ({ state }: EndState): boolean => OVER.has(state)

const after = (endState: EndState, end: End, event: string, { tables }: LifeRules): EndState => {
  const state = nextState(tables[end], endState.state, event)
  return state === undefined ? endState : { ...endState, state }
}

const put = (life: Life, end: End, endState: EndState): Life => ({ ...life, [end]: endState })
const send = (life: Life, message: Message): Life => ({ ...life, messages: [...life.messages, message] })
const countsOf = ({ pauses, acknowledged }: EndState): PauseCounts => ({ pauses, acknowledged })

/** A person at one end decides; the table may refuse. */
export function decide(life: Life, end: End, decision: 'deactivate' | 'activate' | 'delete', rules: LifeRules): Life {
  const before = life[end]
  const changed = after(before, end, decision, rules)
  if (changed === before) return life
  return call(put(life, end, decision === 'delete' ? changed : { ...changed, pauses: before.pauses + 1 }), end)
}

/** What this end has to say to the other, now or again. */
export function call(life: Life, end: End): Life {
  const { state } = life[end]
  if (state === 'terminated' || state === 'terminated_by_peer') return life
  const kind = state === 'terminating' ? 'terminate' : 'contact'
  return send(life, { to: otherOf(end), kind, sent: countsOf(life[end]) })
}

/** The message at this place arrives; `stays`: the network has made a second of it. */
export function arrive(life: Life, at: number, stays: boolean, rules: LifeRules): Life {
  const message = life.messages[at]
  if (!message) return life
  const left = stays ? life : { ...life, messages: life.messages.filter((_, place) => place !== at) }
  return take(left, message, rules)
}

function take(life: Life, { to, kind, sent }: Message, rules: LifeRules): Life {
  const endState = life[to]
  const answer = (reply: Message['kind']) => ({ to: otherOf(to), kind: reply, sent: countsOf(endState) })
  switch (kind) {
    case 'contact':
      return isOver(endState) ? send(life, answer('gone')) : put(life, to, receive(endState, to, sent, rules))
    case 'terminate':
      return send(put(life, to, after(endState, to, 'peerTerminated', rules)), answer('acknowledge'))
    case 'gone':
      return put(life, to, after(endState, to, 'peerTerminated', rules))
    case 'acknowledge':
      return put(life, to, after(endState, to, 'terminateAcknowledged', rules))
  }
}

function receive(endState: EndState, end: End, sent: PauseCounts, rules: LifeRules): EndState {
  const counts = rules.acknowledge(countsOf(endState), sent)
  const event = isPausing(counts.acknowledged) ? 'peerDeactivated' : 'peerActivated'
  return after({ ...endState, ...counts }, end, counts.acknowledged === endState.acknowledged ? '' : event, rules)
}
