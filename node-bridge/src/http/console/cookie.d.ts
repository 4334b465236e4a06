/** What is used here of the library that Express brings: it comes without types. `maxAge`: seconds. */
declare module 'cookie' {
  interface CookieOptions {
    readonly path: string
    readonly httpOnly: boolean
    readonly sameSite: 'strict' | 'lax'
    readonly secure: boolean
    readonly maxAge?: number
  }
  export function parse(header: string): Record<string, string | undefined>
  export function serialize(name: string, value: string, options: CookieOptions): string
}
