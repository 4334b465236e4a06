import { randomBytes } from 'node:crypto'

export interface IssuedToken {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresInSeconds: number
}

interface Grant {
  readonly userSysId: string
  readonly clientId: string
  readonly expiresAtMs: number
}

const lifetimeSeconds = 1800
const refreshLifetimeSeconds = 8_640_000

/** OAuth access and refresh tokens, in memory. Lifetimes are the platform's defaults. */
export class BearerTokens {
  readonly #access = new Map<string, Grant>()
  readonly #refresh = new Map<string, Grant>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** A user who asks again through the same client while a token lives gets that one, with what is left of its time. */
  issue(userSysId: string, clientId: string): IssuedToken {
    const now = this.#now()
    const isTheirs = ([, grant]: readonly [string, Grant]) =>
      grant.userSysId === userSysId && grant.clientId === clientId && grant.expiresAtMs > now
    const access = [...this.#access].find(isTheirs)
    const refresh = [...this.#refresh].find(isTheirs)
    if (!access || !refresh) return this.renew(userSysId, clientId)
    return {
      accessToken: access[0],
      refreshToken: refresh[0],
      expiresInSeconds: Math.ceil((access[1].expiresAtMs - now) / 1000),
    }
  }

  renew(userSysId: string, clientId: string): IssuedToken {
    const accessToken = randomBytes(48).toString('base64url')
    const refreshToken = randomBytes(48).toString('base64url')
    this.#access.set(accessToken, { userSysId, clientId, expiresAtMs: this.#now() + lifetimeSeconds * 1000 })
    this.#refresh.set(refreshToken, { userSysId, clientId, expiresAtMs: this.#now() + refreshLifetimeSeconds * 1000 })
    return { accessToken, refreshToken, expiresInSeconds: lifetimeSeconds }
  }

  userOf(accessToken: string): string | undefined {
    return this.#living(this.#access.get(accessToken))?.userSysId
  }

  /** The user a refresh token stands for, if the same client presents it. */
  userOfRefresh(refreshToken: string, clientId: string): string | undefined {
    const grant = this.#living(this.#refresh.get(refreshToken))
    return grant?.clientId === clientId ? grant.userSysId : undefined
  }

  #living(grant: Grant | undefined): Grant | undefined {
    return grant && grant.expiresAtMs > this.#now() ? grant : undefined
  }
}
