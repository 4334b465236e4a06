import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { Client } from 'pg'

import type { Company } from './company.ts'

type Stored = Pick<Company, 'dataDir' | 'databaseUrl'>

/** Reads a company's tables past its bridge, from outside its process, whichever database it has. Replicas share one. */
export const queryRows = <Row extends object>({ dataDir, databaseUrl }: Stored, sql: string): Promise<Row[]> =>
  databaseUrl === undefined ? querySqlite(dataDir, sql) : queryPostgres(databaseUrl, sql)

/** `where`: with the word itself. */
export async function countRows(company: Stored, table: string, where = ''): Promise<number> {
  const [row] = await queryRows<{ rows: number | string }>(company, `select count(*) as rows from ${table} ${where}`)
  return Number(row?.rows ?? 0)
}

async function querySqlite<Row extends object>(dataDir: string, sql: string): Promise<Row[]> {
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'), { readonly: true })
  try {
    return database.prepare<[], Row>(sql).all()
  } finally {
    database.close()
  }
}

async function queryPostgres<Row extends object>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
