import { ExchangeAnswer, ExchangeRequest } from '@accord/shared/schemas'

import { fixedUuid } from './fixed-keys.ts'

const PLACE = { pair: fixedUuid('pair'), epoch: 1, peerEpoch: 1, seq: 4 }
const SETTLED = { ...PLACE, outcome: 'quarantined', class: 'rules' }
const EMPTY = { messages: [], results: [], received: [], settled: [], refused: [] }

/** PROTOCOL.md §11.2: bodies and answers by their form; the texts inside are those of sync-messages.json. */
export function createSyncExchangeFixtures() {
  const gap = { ...PLACE, code: 'gap', expected: { epoch: 2, peerEpoch: 1, seq: 1 } }
  const request = { ...EMPTY, want: 65_536 }
  const bodies = [
    ['nothing to tell', request],
    ['a question that waits', { ...request, waitMs: 25_000 }],
    ['receipts and a refusal', { ...request, received: [PLACE], settled: [SETTLED], refused: [gap] }],
    ['a result that is settled without its outcome', { ...request, settled: [PLACE] }],
    ['a list that is missing', { ...request, settled: undefined }],
    ['an unknown member', { ...request, hurry: true }],
    ['51 messages', { ...request, messages: Array.from({ length: 51 }, () => 'x') }],
    ['a place without a pair', { ...request, received: [{ ...PLACE, pair: undefined }] }],
    ['a refusal of another kind', { ...request, refused: [{ ...PLACE, code: 'connection_gone' }] }],
    ['more than an exchange holds', { ...request, want: 2_000_000 }],
  ] as const
  const answers = [
    ['nothing to tell', EMPTY],
    ['a pause', { ...EMPTY, retryAfterMs: 60_000 }],
    ['a member that is not known', { ...EMPTY, later: true }],
    ['no lists', {}],
  ] as const
  return {
    about: 'Bodies and answers of exchange: `taken` by their form, or malformed.',
    bodies: bodies.map(([name, body]) => ({ name, body, taken: ExchangeRequest.safeParse(body).success })),
    answers: answers.map(([name, answer]) => ({ name, answer, taken: ExchangeAnswer.safeParse(answer).success })),
  }
}
