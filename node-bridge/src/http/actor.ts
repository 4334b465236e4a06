import type { Request } from 'express'

const actors = new WeakMap<Request, string>()

/** Records this person as the actor of everything that the request changes. */
export const actAs = (request: Request, actor: string): void => void actors.set(request, actor)

/** The user of the session; undefined where the caller (instance, operator) names the actor in the body. */
export function actorOf(request: Request): { readonly actor: string } | undefined {
  const actor = actors.get(request)
  return actor === undefined ? undefined : { actor }
}
