import type { Request } from 'express'

const actors = new WeakMap<Request, string>()

/** What this request changes is recorded as this person's. */
export const actAs = (request: Request, actor: string): void => void actors.set(request, actor)

/** The person that the session proves, whatever the page says of it; undefined where the caller names its users itself. */
export function actorOf(request: Request): { readonly actor: string } | undefined {
  const actor = actors.get(request)
  return actor === undefined ? undefined : { actor }
}
