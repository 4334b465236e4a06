import type { Request } from 'express'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** The connection that a path names. Anything but an id may be a secret that went astray, and is not repeated. */
export function connectionIdOf({ params }: Pick<Request, 'params'>): { readonly connectionId?: string } {
  const { connectionId } = params
  return typeof connectionId === 'string' && UUID.test(connectionId) ? { connectionId } : {}
}
