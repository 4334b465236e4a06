import { SYNC_LIMITS } from '@accord/shared/sync'

import { type Command, RefusedError, UsageError } from '../command.ts'
import type { NodeClient } from '../node-client.ts'
import { openRulesFolder, type RulesFolder } from '../rules/folder.ts'
import { type Entry, readManifest } from '../rules/manifest.ts'
import { foldersOf } from '../rules/node-side.ts'
import { FOLDER_OPTION, folderOf } from '../rules/options.ts'
import { compareWithNode, placedFault, publicationOf } from '../rules/push.ts'
import { recordingFile, recordingOf, writeRecording } from '../rules/recording.ts'

const MOST_RECORDED = 50

export const rulesRecord: Command = {
  name: 'rules record',
  summary: 'Write down what a script is given for records, or for a message that waits, so that rules test can run it',
  usage: '<folder or name> [<record>…]',
  positionals: { min: 1, max: MOST_RECORDED },
  options: { ...FOLDER_OPTION.options, pair: { type: 'string' } },
  explain: {
    ...FOLDER_OPTION.explain,
    pair: 'the message of the other side that waits in this pair, by its id, for the incoming script',
  },
  more: () =>
    'Without a record, the newest three that the condition lets in are taken. Nothing is written at either side. A recording holds what stands on the record.\n',
  run: async ({ words, node }) => {
    const client = node()
    const folder = openRulesFolder(folderOf(words))
    const [word = '', ...keys] = words.positionals
    const pair = words.text('pair')
    if (pair !== undefined && keys.length > 0) throw new UsageError('Name records, or one pair with --pair.')
    const [named] = foldersOf(await readManifest(folder), [word])
    if (!named) throw new RefusedError('Nothing is recorded.')
    const subjects: Subject[] =
      pair !== undefined
        ? [{ kind: 'message', itemId: pair }]
        : (keys.length > 0 ? keys : await newest(client, named[1])).map((key) => ({ kind: 'record', key }))
    const files = await record(client, folder, named, subjects)
    return {
      human: files.map((file) => `${file}: written`),
      json: { files },
      aside: ['Recordings hold what stands on real records. accord rules test --update says what is right.'],
    }
  },
}

type Subject = { readonly kind: 'record'; readonly key: string } | { readonly kind: 'message'; readonly itemId: string }

const FIRST = 3

async function newest(node: NodeClient, { connectionId, table, query }: Entry): Promise<readonly string[]> {
  const params = { connectionId }
  const found = await node.call('checkTrigger', { params, body: { table, query } })
  if (found.newest.length === 0) throw new RefusedError('No record matches the condition: name one.')
  return found.newest.slice(0, FIRST)
}

async function record(
  node: NodeClient,
  folder: RulesFolder,
  named: readonly [string, Entry],
  subjects: readonly Subject[],
): Promise<readonly string[]> {
  const [name, { connectionId, table }] = named
  const { outgoing, incoming, mayWiden } = await publicationOf(folder, await compareWithNode(node, folder, named))
  const files: string[] = []
  for (const subject of subjects) {
    const body = { table, outgoing, incoming, mayWiden, subject }
    const run = await node.call('recordScriptRun', { params: { connectionId }, body })
    const [fault] = run.faults
    if (fault) throw new RefusedError(placedFault(name, named[1], fault))
    const key = subject.kind === 'record' ? subject.key : subject.itemId
    if (run.input === null) throw new RefusedError(`No script is run for ${key.slice(0, SYNC_LIMITS.keyChars)}.`)
    const file = recordingFile(name, table, run, key)
    await writeRecording(folder, file, recordingOf(run, mayWiden))
    files.push(file)
  }
  return files
}
