import type { Response } from 'express'

import type { SourceCaller } from '../nodes/callers.ts'

const sources = new WeakMap<Response, SourceCaller>()

/** The source that signed the request of this response. */
export const noteSource = (response: Response, source: SourceCaller): void => void sources.set(response, source)

export const sourceOf = (response: Response): SourceCaller | undefined => sources.get(response)
