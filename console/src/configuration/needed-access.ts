import type { SyncConfiguration } from '@accord/shared/schemas'
import { missingAccess, SYNC_TEMPLATES, type SyncTemplate, type TableAccess, TEMPLATE_NAMES } from '@accord/shared/sync'

export const templateOf = ({ template }: SyncConfiguration): SyncTemplate =>
  SYNC_TEMPLATES[TEMPLATE_NAMES.find((name) => name === template.name) ?? 'incident']

/** The sync access that the template still needs; undefined where it is unknown, or nothing is missing. */
export interface NeededAccess {
  readonly tables: readonly TableAccess[]
  /** Roles for the user that has to be made; undefined where it is there. */
  readonly userRoles: readonly string[] | undefined
}

export function neededAccess(configuration: SyncConfiguration): NeededAccess | undefined {
  const { access } = configuration
  if (access.state !== 'known') return undefined
  const { access: needed, roles } = templateOf(configuration)
  return {
    tables: missingAccess(needed, access.tables),
    userRoles: access.isSyncUserReady ? undefined : roles,
  }
}

export const isMissing = (needed: NeededAccess | undefined): boolean =>
  needed !== undefined && (needed.tables.length > 0 || needed.userRoles !== undefined)
