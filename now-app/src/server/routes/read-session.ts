import { gs } from '@servicenow/glide'
import type { ConsoleSession } from '@accord/shared/schemas'
import { APP_VERSION } from '../app-version.ts'
import { instanceName, instanceUrl } from '../node/instance-address.ts'
import { findCopiedInstance, findPairedNode } from '../node/pairing-record.ts'
import { ROLES } from '../names.ts'

const mayActAs = (role: keyof typeof ROLES): boolean => gs.hasRole(ROLES[role])

export function readSession(): ConsoleSession {
  const node = findPairedNode()
  const copyOf = node ? undefined : findCopiedInstance()
  return {
    userName: gs.getUserName(),
    userDisplayName: gs.getUserDisplayName(),
    // Nothing else on a page that is served as it stands says it.
    language: gs.getSession().getLanguage(),
    roles: {
      admin: mayActAs('admin'),
      maintainer: mayActAs('maintainer'),
      auditor: mayActAs('auditor'),
      rulesAuthor: mayActAs('rulesAuthor'),
    },
    paired: node !== undefined,
    nodeUrl: node ? node.nodeUrl : null,
    ...(copyOf === undefined ? {} : { copyOf }),
    instanceUrl: instanceUrl(),
    instanceName: instanceName(),
    appVersion: APP_VERSION,
  }
}
