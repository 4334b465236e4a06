import type { RequestListener } from 'node:http'

import type { Config } from '../config/config.ts'
import type { IsProxy } from './forwarded-address.ts'
import { type Listener, openListener } from './listener.ts'

/** Where the node listens: one socket for everybody, or a second one for operator and console. */
export interface Listeners {
  readonly publicUrl: string
  /** The same as `publicUrl` while one serves everybody. */
  readonly adminUrl: string
  readonly areParted: boolean
  /** `answer` makes the listener of each socket. */
  receive(answer: (half: 'public' | 'admin' | undefined) => RequestListener): void
  close(drainMs?: number): Promise<void>
}

/** Throws, with the name of the setting, when it cannot listen. */
export async function openListeners({ host, port, adminPort }: Config, isProxy: IsProxy): Promise<Listeners> {
  const door = await openListener(host, port, isProxy)
  if (adminPort === undefined)
    return {
      publicUrl: door.url,
      adminUrl: door.url,
      areParted: false,
      receive: (answer) => door.receive(answer(undefined)),
      close: door.close,
    }
  const adminDoor = await openListener(host, adminPort, isProxy, undefined, 'ACCORD_ADMIN_PORT').catch(
    async (error: unknown) => {
      await door.close()
      throw error
    },
  )
  return parted(door, adminDoor)
}

const parted = (door: Listener, adminDoor: Listener): Listeners => ({
  publicUrl: door.url,
  adminUrl: adminDoor.url,
  areParted: true,
  receive: (answer) => {
    door.receive(answer('public'))
    adminDoor.receive(answer('admin'))
  },
  close: async (drainMs) => void (await Promise.all([door.close(drainMs), adminDoor.close(drainMs)])),
})
