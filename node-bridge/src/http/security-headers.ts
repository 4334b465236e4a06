import type { RequestHandler } from 'express'

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** Answers are data, never pages: nothing in them may run, be framed, be cached or be guessed to be something else. */
export const setSecurityHeaders =
  (publicUrl: string): RequestHandler =>
  (_request, response, next) => {
    response.set(HEADERS)
    if (publicUrl.startsWith('https:')) response.set('Strict-Transport-Security', 'max-age=31536000')
    next()
  }
