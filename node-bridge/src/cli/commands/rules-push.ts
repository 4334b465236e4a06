import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Answer, Command, CommandContext } from '../command.ts'
import { openRulesFolder } from '../rules/folder.ts'
import { readManifest } from '../rules/manifest.ts'
import { foldersOf } from '../rules/node-side.ts'
import { FOLDER_OPTION, folderOf, MOST_NAMED } from '../rules/options.ts'
import { checkPush, publishPushed, type Checked } from '../rules/publish.ts'

const SHARED = {
  usage: '[<folder or name>…]',
  positionals: { min: 0, max: MOST_NAMED },
  options: {
    ...FOLDER_OPTION.options,
    ...ACTOR_OPTION,
    publish: { type: 'boolean' },
    note: { type: 'string' },
    yes: { type: 'boolean' },
    canary: { type: 'boolean' },
  },
  explain: {
    ...FOLDER_OPTION.explain,
    ...ACTOR_MEANING,
    publish: 'publish what differs; without it nothing is changed anywhere',
    canary: 'with --publish: for the next 20 pairs first, then for all by itself, or back; accord sync canary shows it',
    note: 'why, for whoever reads the history of the versions',
    yes: 'also where work notes would leave, pairs would fail, or more than a tenth of them would change',
  },
} as const

export const rulesPush: Command = {
  name: 'rules push',
  summary:
    'Have the node check the files of a folder, and say what would change; ends with 1 where something is in the way',
  ...SHARED,
  run: (context) => push(context, context.words.flag('publish')),
}

export const rulesPublish: Command = {
  name: 'rules publish',
  summary: 'The same, tried on the newest pairs as well; with --publish what differs is published',
  ...SHARED,
  run: (context) => push(context, true),
}

/** All are checked before the first is published: half of a folder would be no state that anybody has tested. */
async function push({ words, node }: CommandContext, tries: boolean): Promise<Answer> {
  const client = node()
  const folder = openRulesFolder(folderOf(words))
  const manifest = await readManifest(folder)
  const isMeant = words.flag('yes')
  const checked: Checked[] = []
  for (const named of foldersOf(manifest, words.positionals))
    checked.push(await checkPush(client, folder, named, { tries, isMeant }))
  const isRefusal = checked.some(({ obstacles }) => obstacles.length > 0)
  const changes = checked.filter(({ pushed }) => pushed.changes.length > 0)
  const publishes = words.flag('publish') && !isRefusal
  const published = publishes
    ? await publishPushed(client, folder, manifest, checked, {
        actor: actorOf(words),
        note: words.text('note') ?? '',
        isCanary: words.flag('canary'),
      })
    : []
  return {
    human: [...checked.flatMap(linesOf), ...published.flatMap(({ lines }) => lines)],
    json: {
      connections: checked.map(jsonOf),
      published: published.map(({ folder: name, versions }) => ({ folder: name, versions })),
    },
    aside: publishes || changes.length === 0 ? [] : ['Nothing was published: that takes --publish.'],
    isRefusal,
  }
}

function linesOf({ pushed: { folder, changes }, obstacles, shadowed }: Checked) {
  const described = changes.map((change) =>
    change.part === 'trigger'
      ? `${folder}: triggers.json ${change.lines.join(' ')}`
      : `${change.file}: ${change.added} lines come, ${change.removed} go`,
  )
  return [
    ...(described.length > 0 ? described : [`${folder}: as it is published`]),
    ...(shadowed
      ? [
          `${folder}: of the newest ${shadowed.pairs} pairs ${shadowed.changes} would change, ${shadowed.fails} fail, ${shadowed.stops} stop`,
        ]
      : []),
    ...obstacles,
  ]
}

const jsonOf = ({ pushed: { folder, changes }, obstacles, shadowed }: Checked) => ({
  folder,
  changes,
  obstacles,
  shadowed: shadowed ?? null,
})
