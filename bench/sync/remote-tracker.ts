import { startBackgroundLoop } from '../../node-bridge/src/background/background-loop.ts'
import type { ReadRecord, Tracker, WatchedTrigger, Watcher } from '../../node-bridge/src/trackers/tracker.ts'
import {
  type Answering,
  type Asking,
  type AskName,
  type Noticed,
  type Pulled,
  type Timed,
  type Timing,
  type TrackerAnswers,
  WAKE,
} from './tracker-channel.ts'

/** As seldom as an instance is asked that says by itself when there is something. */
const IDLE_MS = 2_000

const NOTHING: Pulled = { notices: [], outcomes: [] }

/** The process that has the records: the parent of a node of the bench. */
export interface Parent {
  send(message: object): void
  onMessage(listen: (message: unknown) => void): void
}

/** A tracker that is asked over the channel to the parent: what the node does with records is measured, and none of what a tracker does. */
export function createRemoteTracker(parent: Parent): Tracker {
  const asked = new Map<number, (answer: Answering) => void>()
  let asks = 0
  let watched: readonly WatchedTrigger[] = []
  let wake = (): boolean => false
  let current: Watcher | undefined

  const ask = <Name extends AskName>(
    name: Name,
    ...of: Parameters<TrackerAnswers[Name]>
  ): ReturnType<TrackerAnswers[Name]> =>
    new Promise<unknown>((resolve, reject) => {
      const asking = (asks += 1)
      asked.set(asking, ({ value, refused }) => (refused === undefined ? resolve(value) : reject(new Error(refused))))
      parent.send({ asking, name, of } satisfies Asking)
    }) as ReturnType<TrackerAnswers[Name]>

  const matching = (table: string) => watched.filter((trigger) => trigger.table === table).map(({ id }) => id)
  const noticeOf = (notice: Noticed) => ({ ...notice, triggers: matching(notice.table) })
  const withTriggers = (read: ReadRecord): ReadRecord =>
    read.kind === 'record' ? { ...read, triggers: matching(read.record.table) } : read

  let taken = NOTHING
  const turn = async (watcher: Watcher): Promise<boolean> => {
    watched = await watcher.triggers()
    const reports = await watcher.listReports()
    if (reports.length > 0) {
      await ask('report', reports)
      await watcher.onReported(reports)
    }
    const pulled = await ask('pull', taken)
    const { notices, outcomes } = pulled
    taken = NOTHING
    // What a plan has written is known before its notice comes.
    if (outcomes.length > 0) await watcher.onWritten(outcomes)
    if (notices.length > 0) await watcher.onNotices(notices.map(noticeOf))
    taken = pulled
    return notices.length + outcomes.length + reports.length > 0
  }
  const time = async ({ timing, records }: Timing): Promise<void> => {
    if (!current) return
    const startedAt = performance.now()
    if (timing === 'scan') await current.onNotices(records.map(noticeOf))
    else await turn(current)
    parent.send({ timedMs: performance.now() - startedAt } satisfies Timed)
  }
  parent.onMessage((message) => {
    if (message === WAKE) return void wake()
    if (typeof message !== 'object' || message === null) return
    if ('timing' in message) return void time(message as Timing)
    if (!('answering' in message)) return
    const answer = message as Answering
    asked.get(answer.answering)?.(answer)
    asked.delete(answer.answering)
  })
  return {
    read: async (places) => (await ask('read', places)).map(withTriggers),
    apply: (writes) => ask('apply', writes),
    answer: (name, request) => ask('answer', name, request),
    list: (request) => ask('list', request),
    check: (table, query, words) => ask('check', table, query, words),
    sendFile: () => Promise.reject(new Error('Records of the bench have no files')),
    writeFile: () => Promise.reject(new Error('Records of the bench have no files')),
    describe: async () => undefined,
    dictionary: async () => undefined,
    wake: () => wake(),
    watch: (watcher) => {
      current = watcher
      const loop = startBackgroundLoop({
        turn: async () => ((await turn(watcher)) ? 0 : IDLE_MS),
        onFailure: () => IDLE_MS,
      })
      wake = () => {
        loop.wake()
        return true
      }
      return () => {
        wake = () => false
        current = undefined
        return loop.stop()
      }
    },
  }
}
