import { gs } from '@servicenow/glide'

/** Who acts, for the node's handshake log: the login name, at most 100 visible characters. */
export const actorName = (): string =>
  String(gs.getUserName())
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .slice(0, 100)
