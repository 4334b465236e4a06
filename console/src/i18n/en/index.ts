import { accept } from './accept.ts'
import { actions } from './actions.ts'
import { approval } from './approval.ts'
import { common } from './common.ts'
import { condition } from './condition.ts'
import { configure } from './configure.ts'
import { connection } from './connection.ts'
import { connections } from './connections.ts'
import { drafts } from './drafts.ts'
import { backfill } from './backfill.ts'
import { drift } from './drift.ts'
import { events } from './events.ts'
import { facts } from './facts.ts'
import { findings } from './findings.ts'
import { help } from './help.ts'
import { initiate } from './initiate.ts'
import { invitation } from './invitation.ts'
import { bulk } from './bulk.ts'
import { item } from './item.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { life } from './life.ts'
import { modes } from './modes.ts'
import { needs } from './needs.ts'
import { overview } from './overview.ts'
import { problems } from './problems.ts'
import { refused } from './refused.ts'
import { diagnosis, licence, prerequisites, settings } from './settings.ts'
import { scriptFaults } from './script-faults.ts'
import { setup } from './setup.ts'
import { states, waiting } from './states.ts'
import { support } from './support.ts'
import { connectList } from './connect-list.ts'
import { sync } from './sync.ts'
import { syncAccess, syncUser } from './sync-access.ts'
import { queue } from './queue.ts'
import { shadow } from './shadow.ts'
import { testRun } from './test-run.ts'
import { trail } from './trail.ts'
import { versions } from './versions.ts'
import { basic } from './basic.ts'
import { canary } from './canary.ts'
import { dictionary } from './dictionary.ts'
import { unmapped } from './unmapped.ts'
import { pasteReasons } from './paste-reasons.ts'

export const en = {
  accept,
  pasteReasons,
  actions,
  approval,
  common,
  condition,
  configure,
  connection,
  connections,
  drafts,
  backfill,
  drift,
  events,
  facts,
  findings,
  help,
  initiate,
  invitation,
  bulk,
  item,
  jobs,
  keys,
  life,
  modes,
  needs,
  overview,
  problems,
  diagnosis,
  licence,
  prerequisites,
  refused,
  scriptFaults,
  settings,
  setup,
  states,
  support,
  connectList,
  sync,
  syncAccess,
  syncUser,
  queue,
  shadow,
  testRun,
  trail,
  versions,
  basic,
  canary,
  dictionary,
  unmapped,
  waiting,
}
