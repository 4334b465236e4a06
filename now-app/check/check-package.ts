import type { ArchiveFiles } from '../../instance-simulator/src/package/read-archive.ts'
import { verifyInventory } from '../../instance-simulator/src/package/verify-inventory.ts'
import { takeApart } from './built-package.ts'
import { clientIsARelease } from './client.ts'
import { onlyThePlatformsDialect } from './dialect.ts'
import type { Finding, Rule } from './finding.ts'
import { everyImportResolves } from './imports.ts'
import {
  descriptionsFit,
  everyActionHasACondition,
  everyPublicRouteHasAReason,
  macrosWriteInTheSecondPhase,
  nothingThatAScanFinds,
  personsRightsHold,
  testsOfBothFlows,
} from './instance-scan.ts'
import { manifestIsMinimal } from './package-manifest.ts'
import { everyRouteIsGuarded } from './routes.ts'
import { nothingSecret } from './secrets.ts'
import { choicesAreDistinct, everyTableIsGuarded, statesAreTheProtocols } from './tables.ts'
import { everythingReadIsGerman } from './translations.ts'

const inventoryFits: Rule = ({ files }) => {
  try {
    verifyInventory(files)
    return []
  } catch (error) {
    return [{ where: 'package_inventory.csv', what: error instanceof Error ? error.message : String(error) }]
  }
}

/** In the order in which they are reported. */
const RULES: Readonly<Record<string, Rule>> = {
  'the inventory fits': inventoryFits,
  'every import resolves': everyImportResolves,
  "only the platform's dialect": onlyThePlatformsDialect,
  'every route has its own ACL': everyRouteIsGuarded,
  'every table has its own ACLs': everyTableIsGuarded,
  'every button has a condition': everyActionHasACondition,
  'every public route says why': everyPublicRouteHasAReason,
  'descriptions of routes fit': descriptionsFit,
  'nothing that an instance scan finds': nothingThatAScanFinds,
  'macros write escaped, in the second phase': macrosWriteInTheSecondPhase,
  "a person's rights hold": personsRightsHold,
  'both flows have a test of the platform': testsOfBothFlows,
  "states are the protocol's": statesAreTheProtocols,
  'choices of one list have labels of their own': choicesAreDistinct,
  'what people read is there in German': everythingReadIsGerman,
  'the console is a release': clientIsARelease,
  'the manifest is minimal': manifestIsMinimal,
  'nothing secret': nothingSecret,
}

export interface Verdict {
  readonly rule: string
  readonly findings: readonly Finding[]
}

/** Checks a package by every rule. Throws when it cannot even be taken apart. */
export function checkPackage(files: ArchiveFiles): readonly Verdict[] {
  const built = takeApart(files)
  return Object.entries(RULES).map(([rule, check]) => ({ rule, findings: check(built) }))
}
