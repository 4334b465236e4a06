import type { Contract } from '@accord/shared/contracts'
import type { Request } from 'express'

import { Refusal } from '../refusals/refusal.ts'
import { rawBodyOf } from './body.ts'

/** A body that is no JSON: as it comes, where it may be as long as a file; else as it was read and its signature verified. */
export const contentOf = (request: Request, { isStreamed }: Pick<Contract, 'isStreamed'>): AsyncIterable<Uint8Array> =>
  isStreamed ? request : one(rawBodyOf(request))

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Where the bytes begin that `Range` asks for; 0 without one. Throws `malformed` for any form but `bytes=N-`. */
export function rangeStartOf(request: Request): number {
  const range = request.get('range')
  if (range === undefined) return 0
  const [, from] = /^bytes=(\d{1,15})-$/u.exec(range) ?? []
  if (from === undefined) throw new Refusal('malformed', 'Range must be of the form bytes=N-.')
  return Number(from)
}
