import { PASS, SLEEPING_PAGE, type Fault } from './fault.ts'
import { randomFrom, type Random } from './random.ts'

/** A request as the script sees it. `turn`: how many requests of this method and path came before it. */
export interface SeenRequest {
  readonly index: number
  readonly method: string
  readonly path: string
  readonly turn: number
}

/** Decides by what it is given and nothing else, so that a run can be repeated. */
export type FaultScript = (request: SeenRequest) => Fault

export const passAll: FaultScript = () => PASS

/** The faults in turn, for each path that matches on its own; after the last one requests pass. */
export const inTurn =
  (matches: RegExp, faults: readonly Fault[]): FaultScript =>
  ({ path, turn }) =>
    matches.test(path) ? (faults[turn] ?? PASS) : PASS

/** What proxies, firewalls and gateways answer in the place of the service behind them. */
const PAGES = [200, 200, 403, 404, 407, 500, 502, 504]

const DRAWS: readonly ((random: Random) => Fault)[] = [
  () => ({ kind: 'drop-before' }),
  () => ({ kind: 'drop-answer' }),
  () => ({ kind: 'reset' }),
  (random) => ({ kind: 'duplicate', answerWith: random() < 0.5 ? 'first' : 'second' }),
  // Now and then longer than a caller's timeout: the upstream does its work for nobody.
  (random) => ({ kind: 'delay', ms: random() < 0.05 ? 11_000 : Math.floor(random() * 800) }),
  () => ({ kind: 'truncate' }),
  (random) => ({ kind: 'reorder', maxHoldMs: 200 + Math.floor(random() * 2500), hangUp: random() < 0.7 }),
  () => ({ kind: 'unavailable', retryAfterSeconds: 1 }),
  (random) => ({
    kind: 'garbage',
    status: PAGES[Math.floor(random() * PAGES.length)] ?? 200,
    body: random() < 0.5 ? SLEEPING_PAGE : '{"grant":"x.y.z"}',
    forward: random() < 0.5,
  }),
]

/** The same seed and length give the same faults. */
export function drawFaults(seed: string, length: number): Fault[] {
  const random = randomFrom(seed)
  return Array.from({ length }, () => {
    const draw = DRAWS[Math.floor(random() * DRAWS.length)]
    return draw ? draw(random) : PASS
  })
}
