import type { JobQueue } from '@accord/shared/protocol'
import { z } from 'zod'

import { enqueueJob } from '../store/jobs/serial-queue-jobs.ts'
import type { Db } from '../store/engine/tables.ts'

/**
 * Each queue has a worker of its own. `longestPauseMs`: between two attempts, the first of which follows a second after the
 * failure; no job is given up by its queue, each knows itself when to end.
 */
export const QUEUES = {
  /** The destination's calls to its source: redeem, then confirm. */
  handshake: { longestPauseMs: 300_000 },
  /** Appointments with the end of a code, of an approval, of a connection that nobody confirms. */
  expiry: { longestPauseMs: 60_000 },
  /** Signs of life; the pause follows how often this node calls its peers. */
  contact: { longestPauseMs: 'contactEveryMs' },
  /** Calls of a private source to its acceptor, whose admin waits in front of the screen. */
  collect: { longestPauseMs: 30_000 },
  /** New keys are published to the peer. */
  keys: { longestPauseMs: 3_600_000 },
  /** The peer learns of the end by its own contacts, too, so there is no hurry. */
  terminate: { longestPauseMs: 3_600_000 },
  /** An instance that was just paired is sent every connection. */
  backfill: { longestPauseMs: 60_000 },
  /** The instance learns how a connection stands; it may sleep for weeks. */
  callback: { longestPauseMs: 300_000 },
  /** Messages and results of pairs. */
  sync: { longestPauseMs: 300_000 },
  /** Contents of files, between the nodes and to and from the tracker. */
  files: { longestPauseMs: 60_000 },
  /** People are notified of what needs them. */
  notices: { longestPauseMs: 300_000 },
} as const satisfies Readonly<Record<JobQueue, { readonly longestPauseMs: number | 'contactEveryMs' }>>

interface Job<Payload extends z.ZodObject = z.ZodObject> {
  readonly queue: JobQueue
  /** What a stored job of this kind is called within its queue; one job of each queue may go without. */
  readonly kind?: string
  readonly payload: Payload
  /** Jobs of one key run one after another, in the order of the commits that made them. */
  readonly key: (payload: z.infer<Payload>) => string
  /** The handler reads the newest state itself: a job that waits already stands for this one too, and comes at the earlier time. */
  readonly joins?: true
}

const job = <Payload extends z.ZodObject>(row: Job<Payload>): Job<Payload> => row

const Connection = z.strictObject({ connectionId: z.string() })
const Code = z.strictObject({ invitationId: z.string(), connectionId: z.string() })
/** `since`: milliseconds since 1970, from which the attempts to inform the peer are bounded. */
const Telling = z.strictObject({ connectionId: z.string(), since: z.number() })

const perConnection = ({ connectionId }: z.infer<typeof Connection>): string => connectionId
/** A key of its own, so that it delays no other job of the connection. */
const apart =
  (word: string) =>
  ({ connectionId }: z.infer<typeof Connection>): string =>
    `${word} ${connectionId}`

/** Every kind of background work. A row is all that a new one needs, and its handler, without which nothing compiles. */
export const JOBS = {
  /** One attempt to redeem the accepted code of the connection that waits for its answer, whichever its purpose. */
  redeem: job({ queue: 'handshake', kind: 'redeem', payload: Connection, key: perConnection, joins: true }),
  /** The acceptor's first signed call by its new key. */
  confirm: job({ queue: 'handshake', kind: 'confirm', payload: Connection, key: apart('confirm') }),

  expireInvitation: job({
    queue: 'expiry',
    kind: 'invitation',
    payload: Code,
    key: ({ invitationId }) => invitationId,
  }),
  /** The other side has until `confirmBy` to make its first signed call. */
  abandonConnection: job({ queue: 'expiry', kind: 'confirmation', payload: Connection, key: perConnection }),
  /** The admin has LIMITS.approvalMs to decide. */
  expireApproval: job({ queue: 'expiry', kind: 'approval', payload: Connection, key: apart('approval') }),
  /** At the destination: a source that cannot be called has until its own `confirmBy` to call with its key. */
  noteSilence: job({ queue: 'expiry', kind: 'silence', payload: Connection, key: apart('silence') }),

  contact: job({ queue: 'contact', payload: Connection, key: perConnection, joins: true }),
  /** The long poll of a private side. It has a key of its own, so that what this side sends does not wait behind it. */
  listen: job({ queue: 'contact', kind: 'listen', payload: Connection, key: apart('listen'), joins: true }),

  /** The source polls the other side for the acceptance of the code, until the code has ended. */
  collectAcceptance: job({
    queue: 'collect',
    kind: 'collect',
    payload: Code,
    key: ({ invitationId }) => invitationId,
    joins: true,
  }),
  /** The source's first signed call, once the other side has the grant, or once the admin here has approved. */
  confirmGrant: job({ queue: 'collect', kind: 'confirm', payload: Connection, key: perConnection, joins: true }),
  /** The source polls the acceptor while its admin has not decided. */
  watchAcceptor: job({ queue: 'collect', kind: 'watch', payload: Connection, key: apart('watch'), joins: true }),
  /** The source sends the acceptor that the approval was refused, or not given in time. */
  tellRefusal: job({ queue: 'collect', kind: 'tell', payload: Telling, key: apart('tell') }),

  publishRotation: job({ queue: 'keys', payload: Connection, key: perConnection, joins: true }),

  terminate: job({ queue: 'terminate', payload: Telling, key: perConnection }),
  /** `after`: the id behind which the page begins. */
  backfill: job({ queue: 'backfill', payload: z.strictObject({ after: z.string() }), key: () => 'instance' }),
  /** The callback reads the newest state when it is sent. */
  callback: job({ queue: 'callback', payload: Connection, key: perConnection, joins: true }),

  /** Sends the other side whatever it has to receive of any pair of this connection. */
  sendExchange: job({ queue: 'sync', payload: Connection, key: perConnection, joins: true }),
  /** A side that cannot be called waits for what its peer has to send. */
  pollExchange: job({ queue: 'sync', kind: 'listen', payload: Connection, key: apart('listen'), joins: true }),
  /** A page of a step with many pairs is taken. */
  takeBulk: job({
    queue: 'sync',
    kind: 'bulk',
    payload: z.strictObject({ bulkId: z.string() }),
    key: ({ bulkId }) => `bulk ${bulkId}`,
    joins: true,
  }),
  /** A page of the pairs in quarantine is tried again. */
  retryHeld: job({
    queue: 'sync',
    kind: 'retry',
    payload: z.strictObject({ connectionId: z.string(), retryId: z.string() }),
    key: ({ retryId }) => `retry ${retryId}`,
  }),

  /** One side has lost its memory: pair by pair begins anew, and what differs is counted until it is known whether it goes on by itself. */
  compareRecords: job({ queue: 'sync', kind: 'compare', payload: Connection, key: apart('compare'), joins: true }),

  /** A page of what both sides hold is compared, or of what differs is brought to rest. */
  findDrift: job({ queue: 'sync', kind: 'drift', payload: Connection, key: apart('drift'), joins: true }),

  /** Some more of the records that existed before the trigger begin their pairs. */
  bringIn: job({ queue: 'sync', kind: 'bring-in', payload: Connection, key: apart('bring-in'), joins: true }),

  /** Brings files of the other side to our records. */
  carryFiles: job({ queue: 'files', payload: Connection, key: perConnection, joins: true }),
  /** The tracker sends the node what the other side asks for: one file of a connection at a time. */
  bringOffered: job({ queue: 'files', kind: 'bring', payload: Connection, key: apart('bring'), joins: true }),

  /** `to`: of the recipient, without naming it. Each receives its notices in their order. */
  sendNotice: job({
    queue: 'notices',
    payload: z.strictObject({ deliveryId: z.string(), to: z.string() }),
    key: ({ to }) => to,
  }),
}

export type JobName = keyof typeof JOBS
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]['payload']>

const JOB_NAMES = Object.keys(JOBS) as JobName[]

/** Adds a job inside the caller's transaction: it exists if and only if that commits. */
export function enqueue<Name extends JobName>(
  transaction: Db,
  name: Name,
  payload: JobPayload<Name>,
  runAt: Date,
): Promise<void> {
  const { queue, kind, key, joins }: Job = JOBS[name]
  return enqueueJob(transaction, {
    queue,
    key: key(payload),
    payload: kind === undefined ? payload : { kind, ...payload },
    runAt,
    ...(joins ? { coalesce: true } : {}),
  })
}

/** A stored job as its handler takes it. */
export type ReadJob = { [Name in JobName]: { readonly name: Name; readonly payload: JobPayload<Name> } }[JobName]

/** What is stored may come from another release. Throws, with the reason, for a job that this one does not know. */
export function readJob(queue: JobQueue, stored: unknown): ReadJob {
  const { kind, ...fields } = z.looseObject({ kind: z.string().optional() }).parse(stored)
  const name = JOB_NAMES.find((each) => JOBS[each].queue === queue && JOBS[each].kind === kind)
  if (name === undefined) throw new Error(`This release knows no job ${kind ?? 'without a kind'} of the queue ${queue}`)
  const payload = JOBS[name].payload.safeParse(fields)
  if (!payload.success)
    throw new Error(`The payload of a job ${name} is of another form: ${z.prettifyError(payload.error)}`)
  return { name, payload: payload.data } as ReadJob
}
