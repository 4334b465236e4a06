import type { Db } from '../tables.ts'

/** Where a database on a server lay when a host has last looked: a dump of it that comes back lies elsewhere. */
export const addPlaceOfLife = (db: Db): Promise<void> =>
  db.schema.alterTable('restore_epoch').addColumn('place', 'text').execute()
