import { z } from 'zod'
import { MESSAGE_REFUSALS, OUTCOMES, QUARANTINE_CLASSES, SYNC_LIMITS } from '../sync/index.js'
import { WaitMs } from './contact.js'
import { Place } from './sync-content.js'
import { AskedFiles } from './sync-file.js'

const Entries = z.array(Place).max(SYNC_LIMITS.exchangeEntries)

/** Where the receiver of a message stands: its epoch of the pair, the sender's as far as it knows, and the sequence that it waits for. */
const Expected = z.strictObject({
  epoch: Place.shape.epoch,
  peerEpoch: Place.shape.peerEpoch,
  seq: Place.shape.seq,
})

/** A message that is not taken. `expected`: with `gap` and `epoch_behind`. */
export const RefusedMessage = Place.extend({ code: z.enum(MESSAGE_REFUSALS), expected: Expected.optional() })
export type RefusedMessage = z.infer<typeof RefusedMessage>

/**
 * A result that has been noted. It is named with its outcome: one of `quarantined` is not the final one that may follow it under
 * the same place.
 */
const SettledResult = Place.extend({ outcome: z.enum(OUTCOMES), class: z.enum(QUARANTINE_CLASSES).optional() })

/** A signed text. How long one of its kind may be is checked text by text, so that one that is too long touches no other. */
const Text = z.string().max(SYNC_LIMITS.exchangeBytes)

/**
 * What either side sends the other in an exchange, PROTOCOL.md §11.2. `ready`: the sender has published rules for both directions and
 * an active trigger; nothing else of them is said. `epoch`: no pair of the sender has a lower one, so that one that has risen says that
 * its database was restored.
 */
const Sent = {
  messages: z.array(Text).max(SYNC_LIMITS.exchangeMessages),
  results: z.array(Text).max(SYNC_LIMITS.exchangeEntries),
  received: Entries,
  settled: z.array(SettledResult).max(SYNC_LIMITS.exchangeEntries),
  refused: z.array(RefusedMessage).max(SYNC_LIMITS.exchangeEntries),
  ready: z.boolean().optional(),
  epoch: Place.shape.epoch.optional(),
}

/** `want`: bytes of messages that the caller takes in the answer. `waitMs`: how long it would wait for the first one. */
export const ExchangeRequest = z.strictObject({
  ...Sent,
  want: z.int().min(0).max(SYNC_LIMITS.exchangeBytes),
  waitMs: WaitMs.optional(),
})
export type ExchangeRequest = z.infer<typeof ExchangeRequest>

/**
 * `retryAfterMs`: before that time the caller sends no message of this connection. `files`: contents that a caller who cannot be called
 * is asked to send.
 */
export const ExchangeAnswer = z.object({
  ...Sent,
  files: AskedFiles.optional(),
  retryAfterMs: z.int().min(0).max(3_600_000).optional(),
})
export type ExchangeAnswer = z.infer<typeof ExchangeAnswer>
