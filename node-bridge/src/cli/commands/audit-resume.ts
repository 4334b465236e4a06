import { readAuditAnchor } from '../../audit/audit-anchor.ts'
import { entrySigner } from '../../audit/entry-proof.ts'
import { verifyAuditLog } from '../../audit/verify-audit-log.ts'
import { resumeAudit } from '../../audit/resume-audit.ts'
import { loadConfig } from '../../config/config.ts'
import { existingMasterKeys } from '../../master-key/rotate-master-key.ts'
import { createVault } from '../../vault/vault.ts'
import { openExistingDatabase } from '../../store/engine/database.ts'
import { holdDatabase } from '../../store/engine/hold-database.ts'
import { findNode } from '../../store/node/node-identity.ts'
import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, RefusedError, UsageError } from '../command.ts'
import { DATA_DIR_MEANING, DATA_DIR_OPTION, dataDirOf } from '../data-dir.ts'

export const auditResume: Command = {
  name: 'audit resume',
  summary: 'Set a log going again that was changed by hand, after somebody has looked at it; needs the master key',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { ...DATA_DIR_OPTION, ...ACTOR_OPTION, reason: { type: 'string' } },
  explain: { ...DATA_DIR_MEANING, ...ACTOR_MEANING, reason: 'what was found, for whoever reads the log later' },
  run: async (context) => {
    const { words, environment } = context
    const reason = words.text('reason')?.trim()
    if (!reason) throw new UsageError('Say with --reason what was found; it becomes an entry of the log.')
    const settings = { ...environment, ACCORD_DATA_DIR: dataDirOf(context), ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }
    const config = loadConfig(settings)
    const { current, retired } = existingMasterKeys(config)
    const vault = createVault(current, retired)
    const release = config.databaseUrl === undefined ? holdDatabase(config.dataDir) : () => undefined
    const database = await openExistingDatabase(config, entrySigner(vault))
    try {
      const instanceUid = (await findNode(database.db))?.instanceUid ?? ''
      const seen = readAuditAnchor(config.dataDir, instanceUid)
      const { broken } = await verifyAuditLog(database.db, { vault, seen })
      if (!broken) throw new RefusedError('The audit log is whole; there is nothing to set going again.')
      const { generation, sinceSeq } = await resumeAudit(database, vault, { seen, reason, actor: actorOf(words) })
      const human = `The audit log goes on after entry ${sinceSeq}, as generation ${generation}. It was broken at entry ${broken.seq}: ${broken.why}`
      return { human: [human], json: { generation, since: sinceSeq, broken } }
    } finally {
      await database.close()
      release()
    }
  },
}
