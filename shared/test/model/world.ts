import type { TransitionTable } from '@accord/shared/protocol'

/** Who may redeem: the invited node B, and a thief T who holds a copy of the code. Both behave by the destination's table. */
export type Party = 'B' | 'T'
export const PARTIES: readonly Party[] = ['B', 'T']

/** One moment of the whole: both sides' stored states and what is on its way between them. Plain data, so that it has a name. */
export interface World {
  readonly invitation: string
  /** Whose key spent the invitation. */
  readonly holder: Party | null
  readonly source: string
  /** `none` before the code was pasted. */
  readonly B: string
  readonly T: string
  /** Who has ever held a verified grant: what "accepted" means. */
  readonly acceptedBy: readonly Party[]
  /** A node was answered that somebody else used the code, although it was itself. */
  readonly falseAlarm: boolean
  /** In flight, without order: any may be delivered, doubled or lost next. */
  readonly messages: readonly string[]
}

/** What the model is made of. Tests take one rule away and watch a law break. */
export interface Rules {
  readonly source: TransitionTable
  readonly destination: TransitionTable
  readonly invitation: TransitionTable
  /** The key that spent the invitation gets the same answer again. */
  readonly idempotentRedeem: boolean
  /** The source asks its admin after the redeem. */
  readonly approval: boolean
  readonly thief: boolean
  /** Messages beyond this are lost: the search stays finite, and losing is allowed anyway. */
  readonly inFlight: number
}

export const START: World = {
  invitation: 'open',
  holder: null,
  source: 'invited',
  B: 'none',
  T: 'none',
  acceptedBy: [],
  falseAlarm: false,
  messages: [],
}

/** `person`: somebody decided. `fault`: the network lost or doubled something. `system`: what happens by itself. */
export type StepKind = 'person' | 'fault' | 'system'

export interface Step {
  readonly kind: StepKind
  readonly name: string
  readonly next: World
}

export function send(world: World, message: string, { inFlight }: Rules): World {
  if (world.messages.includes(message) || world.messages.length >= inFlight) return world
  return { ...world, messages: [...world.messages, message].toSorted() }
}

export const remove = (world: World, message: string): World => ({
  ...world,
  messages: world.messages.filter((other) => other !== message),
})

const names = new WeakMap<World, string>()

export function nameOf(world: World): string {
  const known = names.get(world)
  if (known !== undefined) return known
  const { invitation, holder, source, B, T, acceptedBy, falseAlarm, messages } = world
  const name = [invitation, holder, source, B, T, acceptedBy.join('+'), falseAlarm, messages.join(' ')].join('|')
  names.set(world, name)
  return name
}
