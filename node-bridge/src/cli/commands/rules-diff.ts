import type { Command } from '../command.ts'
import { openRulesFolder } from '../rules/folder.ts'
import { readManifest } from '../rules/manifest.ts'
import { foldersOf } from '../rules/node-side.ts'
import { FOLDER_OPTION, folderOf, MOST_NAMED } from '../rules/options.ts'
import { compareWithNode, type Pushed } from '../rules/push.ts'

export const rulesDiff: Command = {
  name: 'rules diff',
  summary: 'What makes the files of what is published, line by line; ends with 1 where something differs',
  usage: '[<folder or name>…]',
  positionals: { min: 0, max: MOST_NAMED },
  ...FOLDER_OPTION,
  run: async ({ words, node }) => {
    const client = node()
    const folder = openRulesFolder(folderOf(words))
    const compared: Pushed[] = []
    for (const named of foldersOf(await readManifest(folder), words.positionals))
      compared.push(await compareWithNode(client, folder, named))
    return {
      human: compared.flatMap(linesOf),
      json: { connections: compared.map(({ folder: name, changes, lost }) => ({ folder: name, changes, lost })) },
      isRefusal: compared.some(({ changes }) => changes.length > 0),
    }
  },
}

const linesOf = ({ folder, changes, lost }: Pushed) => [
  ...changes.flatMap((change) => [
    `--- ${change.part === 'trigger' ? `the condition of ${folder}` : `the published ${change.part} script of ${folder}`}`,
    `+++ ${change.part === 'trigger' ? 'triggers.json' : change.file}`,
    ...change.lines,
  ]),
  ...lost,
]
