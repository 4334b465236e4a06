import type { Request } from 'express'

/** The JWS by which a node has signed its call, not yet checked; undefined where none of a possible length stands there. */
export const authorizedJwsOf = (request: Request): string | undefined =>
  /^Accord (\S{1,8192})$/u.exec(request.get('authorization') ?? '')?.[1]
