import type { Command } from '../command.ts'
import { accept } from './accept.ts'
import { auditExport } from './audit-export.ts'
import { auditResume } from './audit-resume.ts'
import { auditVerify } from './audit-verify.ts'
import { backup } from './backup.ts'
import { changeCommands } from './change-commands.ts'
import { codeCommands } from './code-commands.ts'
import { consoleLink } from './console-link.ts'
import { consoleCommands } from './console-users.ts'
import { diagnose } from './diagnose.ts'
import { doctor } from './doctor.ts'
import { invite } from './invite.ts'
import { jobs } from './jobs.ts'
import { licenceInstall, licenceShow } from './licence.ts'
import { list } from './list.ts'
import { notices, noticesTest } from './notices.ts'
import { pair } from './pair.ts'
import { restore } from './restore.ts'
import { rotateMasterKeyCommand } from './rotate-master-key.ts'
import { rulesDiff } from './rules-diff.ts'
import { rulesPull } from './rules-pull.ts'
import { rulesPublish, rulesPush } from './rules-push.ts'
import { rulesRecord } from './rules-record.ts'
import { rulesTest } from './rules-test.ts'
import { show } from './show.ts'
import { start } from './start.ts'
import { syncBackfill } from './sync-backfill.ts'
import { syncBulk } from './sync-bulk.ts'
import { syncCanary } from './sync-canary.ts'
import { syncConnect } from './sync-connect.ts'
import { syncMatch } from './sync-match.ts'
import { syncPairs } from './sync-pairs.ts'
import { syncReconcile } from './sync-reconcile.ts'
import { syncRetry } from './sync-retry.ts'
import { syncStatus } from './sync-status.ts'
import { tracker } from './tracker.ts'

/** Every command but `completion`, which is made from this list. */
export const COMMANDS: readonly Command[] = [
  start,
  pair,
  invite,
  accept,
  list,
  show,
  diagnose,
  syncStatus,
  syncPairs,
  syncRetry,
  syncBulk,
  syncConnect,
  syncMatch,
  syncReconcile,
  syncBackfill,
  syncCanary,
  rulesPull,
  rulesRecord,
  rulesTest,
  rulesDiff,
  rulesPush,
  rulesPublish,
  ...codeCommands,
  ...changeCommands,
  tracker,
  consoleLink,
  ...consoleCommands,
  jobs,
  notices,
  noticesTest,
  licenceShow,
  licenceInstall,
  auditVerify,
  auditExport,
  auditResume,
  backup,
  restore,
  rotateMasterKeyCommand,
  doctor,
]
