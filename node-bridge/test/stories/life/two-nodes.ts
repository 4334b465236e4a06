import { afterAll, beforeAll, describe } from '@jest/globals'

import { openDatabase } from '../../../src/store/engine/database.ts'
import type { Db } from '../../../src/store/engine/tables.ts'
import { databaseKinds } from '../../databases.ts'
import { passAll } from '../../faults/network/script.ts'
import { type Company, startCompany } from '../company.ts'

/** Contacts come every half second here, instead of every five minutes. */
const CONTACT_EVERY_MS = 400

export interface TwoNodes {
  readonly acme: Company
  readonly globex: Company
  /** Changes Globex's stored rows behind its back, as only a restored backup does; the node is stopped meanwhile. */
  tamper(work: (db: Db) => Promise<unknown>): Promise<void>
}

/** The stories of `tell` on both databases. The companies exist while tests run; the network is whole again after each `remedy`. */
export function describeTwoNodes(title: string, tell: (nodes: TwoNodes) => void): void {
  describe.each(databaseKinds())(`${title}, on $name`, (kind) => {
    const nodes: { acme?: Company; globex?: Company; databaseUrl?: string } = {}

    beforeAll(async () => {
      await kind.start()
      const [first, second] = [await kind.fresh(), await kind.fresh()]
      const started = await Promise.all([
        startCompany('Acme', first.databaseUrl, CONTACT_EVERY_MS),
        startCompany('Globex', second.databaseUrl, CONTACT_EVERY_MS),
      ])
      ;[nodes.acme, nodes.globex] = started
      if (second.databaseUrl !== undefined) nodes.databaseUrl = second.databaseUrl
    })
    afterAll(async () => {
      await Promise.all([nodes.acme?.close(), nodes.globex?.close()])
      await kind.stop()
    })

    tell({
      get acme() {
        return running(nodes.acme)
      },
      get globex() {
        return running(nodes.globex)
      },
      tamper: async (work) => {
        const globex = running(nodes.globex)
        await globex.restart(async () => {
          const database = await openDatabase({ dataDir: globex.dataDir, databaseUrl: nodes.databaseUrl })
          await work(database.db)
          await database.close()
        })
      },
    })
  })
}

function running<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The companies were not started')
  return part
}

export function repairNetwork({ acme, globex }: Pick<TwoNodes, 'acme' | 'globex'>): void {
  for (const { proxy } of [acme, globex]) proxy.follow(passAll)
}
