import { Mismatch } from './expect.ts'

export interface Check {
  readonly section: string
  readonly name: string
  /** Undefined: it passed. */
  readonly fault: string | undefined
}

/** Runs checks one after the other and says at once how each ended. */
export class Report {
  readonly checks: Check[] = []
  readonly #say: (line: string) => void

  constructor(say: (line: string) => void) {
    this.#say = say
  }

  /** `section`: of PROTOCOL.md. Answers what the check has found, or undefined when it failed. */
  async check<T>(section: string, name: string, run: () => Promise<T> | T): Promise<T | undefined> {
    try {
      const found = await run()
      this.#note({ section, name, fault: undefined })
      return found
    } catch (error) {
      this.#note({ section, name, fault: faultOf(error) })
      return undefined
    }
  }

  say(line: string): void {
    this.#say(line)
  }

  get failed(): readonly Check[] {
    return this.checks.filter(({ fault }) => fault !== undefined)
  }

  /** The last lines: how many, and each failure again by its name. */
  close(): void {
    this.#say('')
    for (const { section, name, fault } of this.failed) this.#say(`FAIL §${section} ${name}: ${fault}`)
    this.#say(`${this.checks.length - this.failed.length} of ${this.checks.length} checks passed.`)
  }

  #note(check: Check): void {
    this.checks.push(check)
    const mark = check.fault === undefined ? 'pass' : 'FAIL'
    this.#say(`  ${mark} §${check.section.padEnd(5)} ${check.name}${check.fault ? `\n         ${check.fault}` : ''}`)
  }
}

const faultOf = (error: unknown): string => {
  if (error instanceof Mismatch) return error.message
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
