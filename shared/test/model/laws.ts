import { isConnected } from './deliveries.ts'
import { canReachAlone, type Explored } from './search.ts'
import { nameOf, PARTIES, type World } from './world.ts'

/** What must hold in every world. Each law gives the worlds that break it. */
export const LAWS = {
  'active at the source implies that its holder accepted': (explored) =>
    offenders(
      explored,
      (world) => isConnected(world.source) && !world.acceptedBy.some((party) => party === world.holder),
    ),

  'one holder: nobody but the key that spent the code ever accepts': (explored) =>
    offenders(explored, (world) => world.acceptedBy.some((party) => party !== world.holder)),

  'nobody is answered that his own key is somebody else': (explored) =>
    offenders(explored, (world) => world.falseAlarm),

  'both sides can agree again without a person': (explored) => {
    const healed = canReachAlone(explored, isAgreed)
    return offenders(explored, (world) => !healed.has(nameOf(world)))
  },

  'while nobody has ended it, an accepted code can still connect': (explored) => {
    const connected = canReachAlone(explored, isConnectedOrWithPerson)
    return offenders(explored, (world) => isStillWanted(world) && !connected.has(nameOf(world)))
  },
} as const satisfies Record<string, (explored: Explored) => World[]>

export type Law = keyof typeof LAWS

const offenders = ({ worlds }: Explored, breaks: (world: World) => boolean): World[] =>
  [...worlds.values()].filter(breaks)

const UNDECIDED = new Set(['pending', 'awaiting_approval', 'redeeming', 'terminating'])

/** Each side believes what the other believes, and nobody is still waiting. */
function isAgreed(world: World): boolean {
  if (UNDECIDED.has(world.source)) return false
  return PARTIES.every((party) => {
    const atSource = world.holder === party && isConnected(world.source)
    return !UNDECIDED.has(world[party]) && isConnected(world[party]) === atSource
  })
}

/** B accepted and waits or is connected, and the source still offers or holds it for B. */
const isStillWanted = (world: World): boolean =>
  ['redeeming', 'awaiting_approval', 'active'].includes(world.B) &&
  (world.invitation === 'open' || world.holder === 'B') &&
  ['invited', 'awaiting_approval', 'pending', 'active'].includes(world.source)

/** With approval the rest is up to a person, and both sides show that. */
const isConnectedOrWithPerson = (world: World): boolean =>
  (isConnected(world.source) && isConnected(world.B)) ||
  (world.source === 'awaiting_approval' && world.B === 'awaiting_approval')
