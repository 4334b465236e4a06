import type { Response } from 'express'

import type { SourceCaller } from '../nodes/callers.ts'

const sources = new WeakMap<Response, SourceCaller>()

/** Whose signature stood under the request that this answers. */
export const noteSource = (response: Response, source: SourceCaller): void => void sources.set(response, source)

export const sourceOf = (response: Response): SourceCaller | undefined => sources.get(response)
