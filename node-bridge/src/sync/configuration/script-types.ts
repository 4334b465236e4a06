import { readFileSync } from 'node:fs'

import type { DescribedTable, ScriptTypes } from '@accord/shared/schemas'

import { declareTables } from '../language/index.ts'
import type { ConfigurationContext } from './configuration-context.ts'

const API = readFileSync(new URL('../rules/scripts/accord.d.ts', import.meta.url), 'utf8')

/**
 * Declarations for an editor that is not ours. Incoming scripts may name all that outgoing ones may, so that one file serves both;
 * its order is that of the names, whatever order the tracker answers in.
 */
export async function readScriptTypes(context: ConfigurationContext): Promise<ScriptTypes> {
  const tables = await context.tables.of(context)
  return { api: API, tables: tables ? declareTables(inOrder(tables), 'incoming') : null }
}

const inOrder = (tables: readonly DescribedTable[]): readonly DescribedTable[] =>
  tables
    .map((each) => ({ ...each, fields: each.fields.toSorted((one, other) => compare(one.name, other.name)) }))
    .toSorted((one, other) => compare(one.table, other.table))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
