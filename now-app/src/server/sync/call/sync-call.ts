import { parseObject } from '../../http/read-body.ts'
import { nonce } from './read-input.ts'
import type { Reader } from './read-input.ts'
import { takeNonce } from './take-nonce.ts'

/** What a call of the node does once its signature is found to be right. */
export type SyncCall = (text: string) => object

/** A body is taken once: its nonce says so. Then it is read, member by member. */
export const syncCall =
  <T>(reader: Reader<T>, work: (body: T) => object): SyncCall =>
  (text) => {
    const body = parseObject(text)
    takeNonce(nonce(body['nonce'], '/nonce'))
    return work(reader(body, ''))
  }
