import type { Command } from '../command.ts'
import { openRulesFolder } from '../rules/folder.ts'
import { FOLDER_OPTION, folderOf, MOST_NAMED } from '../rules/options.ts'
import { type Pulled, pullRules } from '../rules/pull.ts'

export const rulesPull: Command = {
  name: 'rules pull',
  summary: 'Write the published scripts of all connections, or of those that are named, into a folder',
  usage: '[<id or name>…]',
  positionals: { min: 0, max: MOST_NAMED },
  options: { ...FOLDER_OPTION.options, force: { type: 'boolean' } },
  explain: { ...FOLDER_OPTION.explain, force: 'also over what was changed here' },
  more: () =>
    'What was changed here and nowhere else stays. Where the node has changed as well, both stay, the file is named and the command ends with 1. A connection for which nothing was published is written as its template once it is named.\n',
  run: async ({ words, node }) => {
    const client = node()
    const folder = openRulesFolder(folderOf(words))
    const pulled = await pullRules(client, folder, { named: words.positionals, isForced: words.flag('force') })
    return {
      human: linesOf(pulled),
      json: pulled,
      aside: asideOf(pulled),
      isRefusal: pulled.parts.some(({ outcome }) => outcome === 'conflict'),
    }
  },
}

const MEANING = {
  brought: 'brought',
  edited: 'changed here, and stays',
  conflict: 'changed here AND published anew: merge by hand, or --force takes what is published',
} as const

function linesOf({ parts }: Pulled) {
  const described = parts.flatMap(({ file, outcome }) => (outcome === 'same' ? [] : [`${file}: ${MEANING[outcome]}`]))
  const same = parts.length - described.length
  return [...described, ...(same > 0 ? [`${same} of ${parts.length} are the same as at the node.`] : [])]
}

const asideOf = ({ unconfigured, areTablesKnown }: Pulled) => [
  ...unconfigured.map((name) => `${name}: nothing is published; name it to begin with its template.`),
  ...(areTablesKnown ? [] : ['The node does not know the tables of its instance now: tables.d.ts stays as it was.']),
]
