import { randomUUID } from 'node:crypto'

import { INSTANCE_SYNC_API } from '@accord/shared/protocol'
import {
  ApplyAnswer,
  CheckAnswer,
  DescribeAnswer,
  FindAnswer,
  PairsAnswer,
  PullAnswer,
  ReadAnswer,
  ScanAnswer,
  SendAnswer,
  WatchAnswer,
} from '@accord/shared/schemas'
import type {
  ApplyRequest,
  CheckRequest,
  FindRequest,
  PairsRequest,
  PullRequest,
  ReadRequest,
  ScanRequest,
  SendRequest,
  WatchRequest,
} from '@accord/shared/schemas'
import type { z } from 'zod'

/** Posts a body to a path below the application's base path, signed, and answers `result`. Throws refusals of the way there. */
export type PostToInstance = (path: string, body: object) => Promise<unknown>

type Asked<T> = T extends unknown ? Omit<T, 'nonce'> : never

/** Each call with a nonce of its own, and its answer by its shape. */
export function createInstanceCalls(post: PostToInstance) {
  const call =
    <Body extends object, Result>(name: keyof typeof INSTANCE_SYNC_API, schema: z.ZodType<Result>) =>
    async (body: Asked<Body>): Promise<Result> =>
      schema.parse(await post(INSTANCE_SYNC_API[name], { ...body, nonce: randomUUID() }))
  return {
    watch: call<WatchRequest, WatchAnswer>('watch', WatchAnswer),
    pull: call<PullRequest, PullAnswer>('pull', PullAnswer),
    scan: call<ScanRequest, ScanAnswer>('scan', ScanAnswer),
    read: call<ReadRequest, ReadAnswer>('read', ReadAnswer),
    find: call<FindRequest, FindAnswer>('find', FindAnswer),
    describe: call<{ nonce: string }, DescribeAnswer>('describe', DescribeAnswer),
    check: call<CheckRequest, CheckAnswer>('check', CheckAnswer),
    pairs: call<PairsRequest, z.infer<typeof PairsAnswer>>('pairs', PairsAnswer),
    apply: call<ApplyRequest, ApplyAnswer>('apply', ApplyAnswer),
    send: call<SendRequest, SendAnswer>('send', SendAnswer),
  }
}

export type InstanceCalls = ReturnType<typeof createInstanceCalls>

export function inChunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
