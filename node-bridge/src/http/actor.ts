import type { Request } from 'express'
import { z } from 'zod'

const actors = new WeakMap<Request, string>()

/** What this request changes is recorded as this person's. */
export const actAs = (request: Request, actor: string): void => void actors.set(request, actor)

/** The body as it is judged: with the person that the session proves, whatever the page says of it. */
export function withActor(request: Request, schema: z.ZodType, body: unknown): unknown {
  const actor = actors.get(request)
  const takesActor = schema instanceof z.ZodObject && 'actor' in schema.shape
  if (actor === undefined || !takesActor || typeof body !== 'object' || body === null) return body
  return { ...body, actor }
}
