import type { Response } from 'express'

/**
 * The page may load what this node serves and nothing else. Scripts are files, never text inside the page; styles that
 * the components write into the page carry the nonce; text becomes markup only where the page's own policy lets it.
 */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

/** Replaces the stricter policy that answers of data have. The rest of their headers stays. */
export const setPageHeaders = (response: Response, nonce: string): void =>
  void response.set({
    'Content-Security-Policy': policyOf(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  })
