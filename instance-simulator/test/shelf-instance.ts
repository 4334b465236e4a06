import type { Caller, Row } from '../src/contracts.ts'
import { createInstance, type SimulatedInstance } from '../src/instance.ts'
import { buildFixture } from './fixture-package.ts'

const users = [
  { userName: 'admin', password: 'admin', firstName: 'System', lastName: 'Administrator', roles: ['admin'] },
  { userName: 'libby', password: 'libby', firstName: 'Libby', lastName: 'Rarian', roles: ['x_acme_shelf.librarian'] },
  { userName: 'rita', password: 'rita', firstName: 'Rita', lastName: 'Reader', roles: [] },
]

/** An instance with the packed fixture application, over real HTTP. */
export interface ShelfInstance {
  readonly instance: SimulatedInstance
  /** Basic credentials of a user, or none. */
  fetch(path: string, options?: RequestInit & { readonly as?: string }): Promise<Response>
  book(values: Row): Row
  bookNow(sysId: string): Row
  /** Writes as the platform itself: no rules, no rights. */
  readonly system: Caller
  close(): Promise<void>
}

const system: Caller = { kind: 'system', userSysId: '', userName: 'system', roles: new Set() }

export async function startShelf(): Promise<ShelfInstance> {
  const { zip } = await buildFixture()
  const instance = await createInstance({
    name: 'shelf',
    port: 0,
    users,
  })
  await instance.installPackage(zip)
  const table = 'x_acme_shelf_book'
  return {
    instance,
    system,
    fetch: (path, { as, ...options } = {}) => {
      const headers = new Headers(options.headers)
      if (as !== undefined) headers.set('authorization', `Basic ${Buffer.from(`${as}:${as}`).toString('base64')}`)
      return fetch(`${instance.baseUrl}${path}`, { redirect: 'manual', ...options, headers })
    },
    book: (values) => instance.store.insert(table, values, system),
    bookNow: (sysId) => instance.store.find(table, sysId) ?? {},
    close: () => instance.close(),
  }
}
