import type { Request, RequestHandler } from 'express'

import { callerAddress, createIsProxy } from './forwarded-address.ts'

const addresses = new WeakMap<Request, string>()

/**
 * The only reader of the socket's address and of `X-Forwarded-For`. Rate limits, the audit log, sign-in and whatever else
 * counts or names callers take what is noted here.
 */
export function noteCallerAddress(trustedRanges: readonly string[]): RequestHandler {
  const isProxy = createIsProxy(trustedRanges)
  return (request, _response, next) => {
    addresses.set(request, callerAddress(request.socket.remoteAddress, request.get('x-forwarded-for'), isProxy))
    next()
  }
}

export const callerAddressOf = (request: Request): string => addresses.get(request) ?? 'unknown'
