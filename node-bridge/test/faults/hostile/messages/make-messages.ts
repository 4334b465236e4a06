import { SYNC_LIMITS } from '@accord/shared/sync'

import type { SyncCompanies } from '../../../stories/sync-companies.ts'
import { countRows, queryRows } from '../../company/query-rows.ts'
import { randomFrom } from '../../network/random.ts'
import { below } from '../calls/values.ts'
import type { HostileSender } from './hostile-sender.ts'

/** What one connection may leave at the company that is attacked; so small that a flood is soon over them. */
export const SHARES = { waiting: 40, records: 60, fileMb: 4 } as const

export const SHARE_SETTINGS = {
  ACCORD_SYNC_WAITING_MESSAGES: String(SHARES.waiting),
  ACCORD_SYNC_NEW_RECORDS_PER_HOUR: String(SHARES.records),
  ACCORD_FILE_SHARE_MB: String(SHARES.fileMb),
}

export interface MessagesOutcome {
  readonly messages: number
  readonly statuses: Readonly<Record<string, number>>
  readonly complaints: readonly string[]
}

export interface MessagesCampaign {
  readonly messages: number
  readonly width: number
  readonly seed: string
  readonly withinMs?: number
}

/** Sends so many hostile messages, a few in each call, and notes each answer that is no answer to a caller. */
export async function makeMessages(
  sender: HostileSender,
  { messages, width, seed, withinMs = Infinity }: MessagesCampaign,
): Promise<MessagesOutcome> {
  const random = randomFrom(seed)
  const statuses: Record<string, number> = {}
  const complaints: string[] = []
  const startedAt = performance.now()
  let made = 0
  const one = async () => {
    while (made < messages && performance.now() - startedAt < withinMs) {
      const count = 1 + below(random, 12)
      made += count
      try {
        const { status, code, text } = await sender.send(random, count)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status >= 500 && status !== 503) complaints.push(`${status} ${code ?? ''} ${text.slice(0, 300)}`)
      } catch (error) {
        complaints.push(`No answer: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: width }, one))
  if (made < messages) complaints.push(`${messages - made} messages were not sent in time`)
  return { messages: made, statuses, complaints }
}

/** What is stored of all that, against the shares and the sizes that were said before. */
export async function complainOfStored({ globex, ids }: SyncCompanies, seconds: number): Promise<string[]> {
  const pairs = SHARES.records + Math.ceil((seconds * SHARES.records) / 3600) + 1
  const of = (where: string) => `where connection_id = '${ids.globex}' ${where}`
  const [longest] = await queryRows<{ text: number | null; pair: number | null }>(
    globex,
    'select max(length(inbound_sealed)) as text, max(length(pair)) as pair from sync_pair',
  )
  const [blobs] = await queryRows<{ bytes: number | string | null }>(globex, 'select sum(bytes) as bytes from blob')
  const stored: readonly (readonly [string, number, number])[] = [
    ['sync_pair', await countRows(globex, 'sync_pair'), pairs],
    ['messages that wait', await countRows(globex, 'sync_pair', of('and inbound_sealed is not null')), pairs],
    ['pair_file', await countRows(globex, 'pair_file'), pairs * SYNC_LIMITS.files],
    ['characters of a message', Number(longest?.text ?? 0), SYNC_LIMITS.messageBytes * 1.5],
    ['characters of a pair', Number(longest?.pair ?? 0), SYNC_LIMITS.messageBytes * 2],
    ['bytes of files', Number(blobs?.bytes ?? 0), SHARES.fileMb * 1_048_576],
    ['other connections', await countRows(globex, 'connection'), 1],
    ['entries of the log', await countRows(globex, 'handshake_event'), 60],
    ['jobs', await countRows(globex, 'job'), 60],
  ]
  return stored.flatMap(([what, count, most]) =>
    count > most ? [`${what}: ${count} are stored, at most ${most} are bounded`] : [],
  )
}
