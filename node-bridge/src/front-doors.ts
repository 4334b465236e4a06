import type { RequestListener } from 'node:http'

import type { Config } from './config.ts'
import type { IsProxy } from './http/forwarded-address.ts'
import { type FrontDoor, openFrontDoor } from './http-server.ts'

/** Where the node listens: one socket for everybody, or a second one for operator and console. */
export interface FrontDoors {
  readonly publicUrl: string
  /** The same as `publicUrl` while one serves everybody. */
  readonly adminUrl: string
  readonly areParted: boolean
  /** `answer` makes the listener of each socket. */
  receive(answer: (half: 'public' | 'admin' | undefined) => RequestListener): void
  close(drainMs?: number): Promise<void>
}

/** Throws, with the name of the setting, when it cannot listen. */
export async function openFrontDoors({ host, port, adminPort }: Config, isProxy: IsProxy): Promise<FrontDoors> {
  const door = await openFrontDoor(host, port, isProxy)
  if (adminPort === undefined)
    return {
      publicUrl: door.url,
      adminUrl: door.url,
      areParted: false,
      receive: (answer) => door.receive(answer(undefined)),
      close: door.close,
    }
  const adminDoor = await openFrontDoor(host, adminPort, isProxy, undefined, 'ACCORD_ADMIN_PORT').catch(
    async (error: unknown) => {
      await door.close()
      throw error
    },
  )
  return parted(door, adminDoor)
}

const parted = (door: FrontDoor, adminDoor: FrontDoor): FrontDoors => ({
  publicUrl: door.url,
  adminUrl: adminDoor.url,
  areParted: true,
  receive: (answer) => {
    door.receive(answer('public'))
    adminDoor.receive(answer('admin'))
  },
  close: async (drainMs) => void (await Promise.all([door.close(drainMs), adminDoor.close(drainMs)])),
})
