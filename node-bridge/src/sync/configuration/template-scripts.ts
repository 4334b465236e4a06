import { readFileSync } from 'node:fs'

import type { TemplateName } from '@accord/shared/sync'

import type { Direction } from '../rules/index.ts'

type Scripts = Readonly<Record<Direction, string>>

const read = (file: string): Scripts => {
  const scriptOf = (direction: Direction) =>
    readFileSync(new URL(`../rules/scripts/${file}.${direction}.ts`, import.meta.url), 'utf8')
  return { outgoing: scriptOf('outgoing'), incoming: scriptOf('incoming') }
}

/** The scripts of each template of SYNC_TEMPLATES, as an admin begins with them. */
export const TEMPLATE_SCRIPTS: Readonly<Record<TemplateName, Scripts>> = {
  incident: read('incident-with-incident'),
  problem: read('problem'),
  change: read('change'),
  request: read('request'),
  case: read('case'),
}
