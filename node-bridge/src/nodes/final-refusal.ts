import { ERROR_CODES } from '@accord/shared/protocol'

import type { Refusal } from '../refusals/refusal.ts'

/**
 * What the other side decided is final. What stands between us and it is not, even where the catalogue sees no use in
 * repeating a call: a page in the place of an answer or a bad certificate goes away while nobody has to paste the code again.
 */
export function isFinal({ code }: Pick<Refusal, 'code'>): boolean {
  const { status, retry } = ERROR_CODES[code]
  return !retry && status < 500 && code !== 'not_accord'
}
