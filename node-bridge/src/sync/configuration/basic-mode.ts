import { readFileSync } from 'node:fs'

import { BASIC_VERSIONS, SYNC_TEMPLATES } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findModeUpgrade } from '../../store/sync/mode-upgrades.ts'
import type { Direction } from '../rules/index.ts'

type Scripts = Readonly<Record<Direction, string>>

const read = (version: number): Scripts => {
  const scriptOf = (direction: Direction) =>
    readFileSync(new URL(`../rules/scripts/basic-${version}.${direction}.ts`, import.meta.url), 'utf8')
  return { outgoing: scriptOf('outgoing'), incoming: scriptOf('incoming') }
}

/** Every version that was ever offered: whoever runs an older one goes on with it. */
const VERSIONS: ReadonlyMap<number, Scripts> = new Map(BASIC_VERSIONS.map((version) => [version, read(version)]))

/** Its rules are ours, and nobody's here to write. */
export const isBasic = async (db: Db, { id, mode }: Pick<ConnectionRecord, 'id' | 'mode'>): Promise<boolean> =>
  mode === 'basic' && !(await findModeUpgrade(db, id))

/** With which a connection of Basic mode begins, also where it was upgraded before anything was published. */
export const basicScripts = (): Scripts => VERSIONS.get(Math.max(...BASIC_VERSIONS)) ?? read(1)

interface Rules extends Scripts {
  readonly table: string
  readonly mayWiden: boolean
}

/** Throws `state_conflict` for rules that are not ours, at a connection of Basic mode. */
export async function requireBasicRules(
  db: Db,
  connection: Pick<ConnectionRecord, 'id' | 'mode'>,
  rules: Rules,
): Promise<void> {
  const { table, outgoing, incoming, mayWiden } = rules
  const isOurs = [...VERSIONS.values()].some((each) => each.outgoing === outgoing && each.incoming === incoming)
  if ((isOurs && !mayWiden && table === SYNC_TEMPLATES.incident.table) || !(await isBasic(db, connection))) return
  throw new Refusal(
    'state_conflict',
    'This connection is in Basic mode, whose rules are fixed. Upgrade it to Script to write others.',
  )
}
