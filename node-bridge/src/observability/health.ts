import type { Database } from '../store/engine/database.ts'
import { storageFailureOf } from '../store/engine/storage-failure.ts'
import { tryToWrite } from '../store/engine/try-to-write.ts'
import type { Readiness } from '@accord/shared/schemas'

/** Who probes often costs no more than one write in this time. What is broken is looked at sooner, to be back at once. */
const GOOD_FOR_MS = 2000
const BAD_FOR_MS = 500

export interface HealthParts {
  readonly database: Database
  /** False as soon as the node begins to stop. */
  readonly areQueuesRunning: () => boolean
  readonly clockMs?: () => number
}

export interface Health {
  /** `checks` names each part that was looked at; `ready` is their conjunction. `reason`: what the operator has to remedy. */
  ready(): Promise<Readiness>
}

/**
 * Ready: the database takes a write, and the serial queues run. A disk that is full lets everything be read and nothing be done, so
 * that reading would not tell. Who asks at the same time receives the same.
 */
export function createHealth({ database, areQueuesRunning, clockMs = () => performance.now() }: HealthParts): Health {
  let looking: Promise<string | undefined> | undefined
  let goodUntil = 0
  const look = (): Promise<string | undefined> => {
    if (looking && clockMs() < goodUntil) return looking
    goodUntil = Number.POSITIVE_INFINITY
    looking = failureOf(database)
    void looking.then((failure) => (goodUntil = clockMs() + (failure === undefined ? GOOD_FOR_MS : BAD_FOR_MS)))
    return looking
  }
  return {
    ready: async () => {
      const failure = await look()
      const checks = { database: failure === undefined, queues: areQueuesRunning() }
      const reason = failure === undefined ? {} : { reason: `The database cannot be used: ${failure}` }
      return { ready: checks.database && checks.queues, checks, ...reason }
    },
  }
}

/** In words for the operator, without an address or a statement. */
const failureOf = (database: Database): Promise<string | undefined> =>
  tryToWrite(database).then(
    () => undefined,
    (error: unknown) => storageFailureOf(error) ?? 'the log of the node says why',
  )
