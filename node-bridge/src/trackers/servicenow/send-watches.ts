import type { WatchAnswer } from '@accord/shared/schemas'

import type { WatchedTrigger } from '../tracker.ts'
import type { InstanceCalls } from './instance-calls.ts'
import type { Paces } from './paces.ts'

type Refused = WatchAnswer['watches'][number]

export interface Watches {
  /** Has the instance a list that this process knows of? */
  areSent(): boolean
  /** Sends the list where it has changed; answers those that the instance watches now. */
  send(triggers: readonly WatchedTrigger[]): Promise<readonly WatchedTrigger[]>
}

/** The instance has a copy of the active triggers. One that it refuses is watched by nobody, and said to whoever asks. */
export function createWatches(
  { watch }: InstanceCalls,
  { watchesMs }: Paces,
  now: () => Date,
  onRefused: (watches: readonly Refused[]) => void,
): Watches {
  let sent = ''
  let sentAt = -Infinity
  let refused: ReadonlySet<string> = new Set()
  return {
    areSent: () => sent !== '' && sent !== '[]',
    send: async (triggers) => {
      const watches = triggers.map(({ id, table, query }) => ({ id, table, query }))
      const text = JSON.stringify(watches)
      if (text !== sent || now().getTime() - sentAt >= watchesMs) {
        const answered = (await watch({ watches })).watches.filter((each) => each.refused)
        if (answered.length > 0) onRefused(answered)
        refused = new Set(answered.map(({ id }) => id))
        sent = text
        sentAt = now().getTime()
      }
      return triggers.filter(({ id }) => !refused.has(id))
    },
  }
}
