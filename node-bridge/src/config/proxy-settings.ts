import { isIP } from 'node:net'

import { z } from 'zod'

import { flawOfUrlSecrets, trimSecret } from './secret-text.ts'

/** The forward proxy. Sentences never repeat the value: it may hold a password. */
export const ProxyUrl = z
  .string()
  .transform(trimSecret)
  .superRefine((text, context) => {
    const say = (message: string) => void context.addIssue({ code: 'custom', message })
    // Inside of a URL every parser drops a line break in silence, and with it the password would be another one.
    if (/\s/u.test(text)) return say('holds a blank or a line break inside; remove it')
    const url = URL.parse(text)
    if (!url || !/^https?:$/u.test(url.protocol)) return say('must be an http:// or https:// URL of a forward proxy')
    if (url.pathname !== '/' || url.search || url.hash) return say('takes scheme, credentials, host and port only')
    const flaw = flawOfUrlSecrets(url)
    if (flaw !== undefined) say(flaw)
  })

const HOST = /^(?:\*|\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/iu

const isEntry = (entry: string): boolean => {
  const [address = '', bits] = entry.split('/')
  if (bits === undefined) return isIP(address) !== 0 || HOST.test(entry)
  return isIP(address) !== 0 && /^\d{1,3}$/u.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
}

export const NoProxy = z
  .string()
  .transform((list) => list.split(',').flatMap((entry) => (entry.trim() ? [entry.trim()] : [])))
  .pipe(z.array(z.string().refine(isEntry, 'must be a list such as intern.example,.acme.example,10.0.0.0/8, or *')))
