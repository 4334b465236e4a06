import { messageOf, startChild, stopChild } from './child.ts'

/** A request whose every byte is known before the clock runs. */
export interface PreparedRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Tells kinds of requests of one load apart. */
  readonly group: string
}

export interface Load {
  readonly requests: readonly PreparedRequest[]
  readonly inFlight: number
}

export interface Outcome {
  readonly status: string
  readonly group: string
  readonly ms: number
}

export interface LoadAnswer {
  readonly outcomes: readonly Outcome[]
  readonly wallMs: number
  /** Of the generator. */
  readonly cpuMs: number
}

export interface Generator {
  carry(load: Load): Promise<LoadAnswer>
  stop(): Promise<void>
}

export function startGenerator(): Generator {
  const child = startChild({ script: new URL('./generator-process.ts', import.meta.url) })
  return {
    carry: (load) => {
      const answer = messageOf<LoadAnswer>(child, 'carried')
      child.send(load)
      return answer
    },
    stop: () => stopChild(child),
  }
}

/** Throws when an answer has another status than these: a quick refusal must not be taken for a quick success. */
export function requireStatus({ outcomes }: LoadAnswer, ...expected: readonly string[]): void {
  const other = outcomes.find(({ status }) => !expected.includes(status))
  if (other) throw new Error(`A ${other.group} was answered ${other.status} instead of ${expected.join(' or ')}`)
}

export const latenciesOf = ({ outcomes }: LoadAnswer, group?: string): number[] =>
  outcomes.flatMap((outcome) => (group === undefined || outcome.group === group ? [outcome.ms] : []))
