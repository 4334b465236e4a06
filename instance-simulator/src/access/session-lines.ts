/** REST, AJAX and their like are light; everything else that a session asks for is a whole page. */
export type Weight = 'light' | 'page'

interface Waiter {
  readonly weight: Weight
  readonly begin: () => void
}

interface Line {
  readonly running: Weight[]
  readonly waiting: Waiter[]
}

export interface LineLimits {
  /** How many light transactions of a session may run beside each other. */
  readonly lightAtOnce: 1 | 2
  /** How many may wait; one more is ignored. */
  readonly maxWaiters: number
}

export interface Turn {
  /** Resolves when the transaction may begin. */
  readonly begins: Promise<void>
  /** The transaction is over, or nobody waits for it any more. */
  end(): void
}

/** One queue per session: its transactions begin in the order in which they came. */
export class SessionLines {
  readonly #lines = new Map<string, Line>()

  /** Undefined: too many wait already. */
  enter(sessionId: string, weight: Weight, limits: LineLimits): Turn | undefined {
    const line = this.#lines.get(sessionId) ?? { running: [], waiting: [] }
    this.#lines.set(sessionId, line)
    const starts = line.waiting.length === 0 && mayStart(line, weight, limits)
    if (!starts && line.waiting.length >= limits.maxWaiters) return undefined
    let begin: () => void = () => undefined
    const begins = new Promise<void>((resolve) => {
      begin = resolve
    })
    const waiter: Waiter = { weight, begin }
    line.waiting.push(waiter)
    this.#advance(line, limits)
    return { begins, end: () => this.#leave(sessionId, line, waiter, limits) }
  }

  get waiting(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.waiting.length, 0)
  }

  #leave(sessionId: string, line: Line, waiter: Waiter, limits: LineLimits): void {
    const at = line.waiting.indexOf(waiter)
    if (at >= 0) line.waiting.splice(at, 1)
    else line.running.splice(line.running.indexOf(waiter.weight), 1)
    this.#advance(line, limits)
    if (line.running.length === 0 && line.waiting.length === 0) this.#lines.delete(sessionId)
  }

  #advance(line: Line, limits: LineLimits): void {
    for (let next = line.waiting[0]; next && mayStart(line, next.weight, limits); next = line.waiting[0]) {
      line.waiting.shift()
      line.running.push(next.weight)
      next.begin()
    }
  }
}

/** A page runs alone; light ones run beside light ones, up to the limit. */
function mayStart({ running }: Line, weight: Weight, { lightAtOnce }: LineLimits): boolean {
  if (running.length === 0) return true
  return weight === 'light' && running.length < lightAtOnce && running.every((each) => each === 'light')
}
