import { concludeIncoming, retryIncoming } from '../../../src/sync/pairs/conclude-incoming.ts'
import { put, sendAnswer } from './node.ts'
import type { Name, Rules, World } from './world.ts'

/** The message that came in waits for a person, and the other side hears of it. */
export function hold(world: World, name: Name, rules: Rules): World {
  const side = world[name]
  if (side.pair.inbound?.phase !== 'waiting' || world.left.holds === 0) return world
  const pair = concludeIncoming(side.pair, { outcome: 'quarantined', code: 'script_threw' }, 0)
  const left = { ...world.left, holds: world.left.holds - 1 }
  return sendAnswer({ ...put(world, name, { ...side, pair }), left }, name, rules)
}

/** A person lets it go on. */
export function letGo(world: World, name: Name): World {
  const side = world[name]
  const pair = retryIncoming(side.pair)
  return pair === side.pair ? world : put(world, name, { ...side, pair })
}
