import type { RecordStore } from '../contracts.ts'
import type { SessionRules } from './session-rules.ts'

type Kind = 'person' | 'integration'

/** Minutes without a request after which a session ends, and the property that says otherwise. */
const IDLE = {
  person: { property: 'glide.ui.session_timeout', minutes: 30 },
  integration: { property: 'glide.integration.session_timeout', minutes: 5 },
} as const

const SCAN_EVERY_MS = 60_000

/** When a session was used last. Nothing ends by itself unless the instance is strict. */
export class SessionLife {
  readonly #store: RecordStore
  readonly #now: () => number
  readonly #rules: SessionRules
  readonly #lives = new Map<string, { readonly kind: Kind; readonly usedAtMs: number }>()
  #scannedAtMs = 0

  constructor(store: RecordStore, now: () => number, rules: SessionRules) {
    this.#store = store
    this.#now = now
    this.#rules = rules
  }

  begin(id: string, kind: Kind): void {
    this.#lives.set(id, { kind, usedAtMs: this.#now() })
  }

  touch(id: string): void {
    const life = this.#lives.get(id)
    if (life) this.#lives.set(id, { ...life, usedAtMs: this.#now() })
  }

  end(id: string): void {
    this.#lives.delete(id)
  }

  isOver(id: string): boolean {
    const life = this.#lives.get(id)
    if (!this.#rules.strict || !life) return false
    const { property, minutes } = IDLE[life.kind]
    const idleMs = (Number(this.#store.property(property)) || minutes) * 60_000
    return this.#now() - life.usedAtMs > idleMs
  }

  /** The sessions that are over, forgotten; looks at most once a minute. */
  removeEnded(): readonly string[] {
    if (this.#now() - this.#scannedAtMs < SCAN_EVERY_MS) return []
    this.#scannedAtMs = this.#now()
    const over = [...this.#lives.keys()].filter((id) => this.isOver(id))
    for (const id of over) this.#lives.delete(id)
    return over
  }
}
