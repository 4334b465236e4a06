import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A browser in which an account has signed in before gets a mark. It opens nothing: its attempts are only counted apart
 * from those of strangers, so that whoever tries passwords on an account does not keep its owner out.
 */
export interface DeviceMarks {
  create(userId: string): string
  /** The mark's own id, if it is one of this account; undefined otherwise. */
  read(mark: string | undefined, userId: string): string | undefined
}

export function createDeviceMarks(secret: Uint8Array): DeviceMarks {
  const sign = (id: string, userId: string) => createHmac('sha256', secret).update(`${userId}\n${id}`).digest()
  return {
    create: (userId) => {
      const id = randomBytes(12).toString('base64url')
      return `${id}.${sign(id, userId).toString('base64url')}`
    },
    read: (mark, userId) => {
      const [, id = '', signature = ''] = /^([\w-]{16})\.([\w-]{43})$/u.exec(mark ?? '') ?? []
      const given = Buffer.from(signature, 'base64url')
      const wanted = sign(id, userId)
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : undefined
    },
  }
}
