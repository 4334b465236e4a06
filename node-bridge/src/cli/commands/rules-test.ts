import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Command } from '../command.ts'
import { openRulesFolder } from '../rules/folder.ts'
import { junitOf } from '../rules/junit.ts'
import { readManifest } from '../rules/manifest.ts'
import { foldersOf } from '../rules/node-side.ts'
import { FOLDER_OPTION, folderOf, MOST_NAMED } from '../rules/options.ts'
import { testFolder, type Tried } from '../rules/test-folder.ts'

export const rulesTest: Command = {
  name: 'rules test',
  summary:
    'Check the types of the scripts in a folder and run what was recorded; needs no node, ends with 1 where something is wrong',
  usage: '[<folder or name>…]',
  positionals: { min: 0, max: MOST_NAMED },
  options: { ...FOLDER_OPTION.options, junit: { type: 'string' }, update: { type: 'boolean' } },
  explain: {
    ...FOLDER_OPTION.explain,
    junit: 'write a report for a CI server into this file',
    update: 'take what the scripts do now for what is right, and write it into the recordings',
  },
  run: async ({ words }) => {
    const folder = openRulesFolder(folderOf(words))
    const entries = foldersOf(await readManifest(folder), words.positionals)
    const tried = await testFolder(folder, entries, words.flag('update'))
    const report = words.text('junit')
    if (report !== undefined) await write(report, junitOf(tried.cases))
    const failed = tried.cases.filter(({ problems }) => problems.length > 0)
    return {
      human: linesOf(tried),
      json: tried,
      aside: tried.areTablesKnown ? [] : ['There is no tables.d.ts: names of fields were not checked.'],
      isRefusal: failed.length > 0,
    }
  },
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${text}\n`)
}

function linesOf({ cases, updated }: Tried) {
  const failed = cases.filter(({ problems }) => problems.length > 0)
  const recordings = cases.filter(({ kind }) => kind === 'recording').length
  return [
    ...failed.flatMap(({ problems }) => problems),
    ...updated.map((file) => `${file}: written`),
    `${cases.length - recordings} scripts, ${recordings} recordings: ${failed.length === 0 ? 'all right' : `${failed.length} wrong`}.`,
  ]
}
