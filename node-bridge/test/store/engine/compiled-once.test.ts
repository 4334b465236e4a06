import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { compiledOnce } from '../../../src/store/engine/compiled-once.ts'
import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import type { Db } from '../../../src/store/engine/tables.ts'
import type { NodeSettingTable } from '../../../src/store/engine/tables/node-tables.ts'
import { databaseKinds } from '../../databases.ts'

const row = (name: string, value = '1'): NodeSettingTable => ({ name, value, changed_at: 1, changed_by: 'abel.tuter' })

describe.each(databaseKinds())('statements that are compiled once, on $name', (kind) => {
  let database: Database
  let built: string[]

  const put = compiledOnce((db: Db, values: Partial<NodeSettingTable> & Pick<NodeSettingTable, 'name'>) => {
    built.push(Object.keys(values).join())
    const { name, ...changes } = values
    return db.updateTable('node_setting').set(changes).where('name', '=', name)
  })
  const named = compiledOnce((db: Db, names: readonly string[]) => {
    built.push(`${names.length} names`)
    return db.selectFrom('node_setting').selectAll().where('name', 'in', names).orderBy('name')
  })
  const valuesOf = async (...names: string[]) => (await named(database.db, names)).rows.map(({ value }) => value)

  beforeAll(async () => {
    await kind.start()
  })
  beforeEach(async () => {
    database = await openDatabase(await kind.fresh())
    built = []
    await database.db
      .insertInto('node_setting')
      .values([row('a'), row('b'), row('c')])
      .execute()
  })
  afterAll(() => kind.stop())

  const closing = (work: () => Promise<void>) => () => work().finally(() => database.close())

  test(
    'each run binds its own values, in a transaction as outside of it, and only the first one builds',
    closing(async () => {
      expect((await put(database.db, { name: 'a', value: '2' })).numAffectedRows).toBe(1n)
      await database.transaction((transaction) => put(transaction, { name: 'b', value: '3' }))
      expect((await put(database.db, { name: 'nobody', value: '4' })).numAffectedRows).toBe(0n)
      expect(built).toEqual(['name,value'])
      expect(await valuesOf('a', 'b', 'c')).toEqual(['2', '3', '1'])
    }),
  )

  test(
    'other names are another statement: what is not named is not touched',
    closing(async () => {
      await put(database.db, { name: 'a', value: '2' })
      await put(database.db, { name: 'a', changed_by: 'beth.anglin' })
      await put(database.db, { name: 'a', value: '3' })
      expect(built).toEqual(['name,value', 'name,changed_by'])
      const [found] = (await named(database.db, ['a'])).rows
      expect(found).toMatchObject({ value: '3', changed_by: 'beth.anglin' })
    }),
  )

  test(
    'a list has a statement for each length',
    closing(async () => {
      expect(await valuesOf('a')).toEqual(['1'])
      expect(await valuesOf('b', 'c')).toEqual(['1', '1'])
      expect(await valuesOf('c', 'x')).toEqual(['1'])
      expect(built).toEqual(['1 names', '2 names'])
    }),
  )

  test(
    'another database has a text of its own, whatever was compiled before',
    closing(async () => {
      await valuesOf('a')
      const other = await openDatabase(await kind.fresh())
      expect((await named(other.db, ['a'])).rows).toEqual([])
      await other.close()
      expect(built).toEqual(['1 names', '1 names'])
    }),
  )

  test(
    'a value that is undefined is refused by its name, before anything runs',
    closing(async () => {
      await put(database.db, { name: 'a', value: '2' })
      const undecided = { name: 'a', value: undefined } as unknown as NodeSettingTable
      await expect(put(database.db, undecided)).rejects.toThrow('value has no value')
      expect(await valuesOf('a')).toEqual(['2'])
    }),
  )
})
