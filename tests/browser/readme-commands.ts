import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What README tells an admin to do on an own instance: the story of the closing test runs these and no others. */
export interface OwnInstanceSteps {
  /** The command that writes the update set, as README spells it. */
  readonly build: readonly string[]
  /** What README adds to it for an own prefix. */
  readonly ownPrefix: readonly string[]
  readonly ownScope: string
  /** Between `x_` and `_accord` of README's example. */
  readonly vendorCode: string
  /** Where the set lies; `ownScope`: below the folder that README names for it. */
  readonly file: (scope?: string) => string
  /** The names that an admin clicks, one after the other. */
  readonly menu: readonly string[]
  /** What README says to choose for the user of the jobs, which the preview misses. */
  readonly acceptMissingUser: string
  /** The variables and the command that start the node. */
  readonly nodeVariables: readonly string[]
  readonly nodeCommand: readonly string[]
  readonly setUp: readonly string[]
}

const README = path.join(import.meta.dirname, '../../README.md')

/** Throws where README does not say it any more: then it has to be said again, or the story changed. */
export function readOwnInstanceSteps(): OwnInstanceSteps {
  const [, section = ''] = /^## On your own instance\n([^]*?)^## /mu.exec(readFileSync(README, 'utf8')) ?? []
  const said = (pattern: RegExp, what: string): RegExpExecArray => {
    const found = pattern.exec(section)
    if (!found) throw new Error(`README does not say ${what} any more: ${pattern}`)
    return found
  }
  const words = (text = '') => text.trim().split(/\s+/u)
  const [, build] = said(/`(npm run build:update-set)`/u, 'how to build the update set')
  const [, prefix] = said(/add `(-- --scope x_\w+)`/u, 'how to build under an own prefix')
  const [, vendorCode = ''] = said(/--scope x_(\w+?)_accord/u, 'what an own prefix looks like')
  const ownScope = `x_${vendorCode}_accord`
  const [, file = ''] = said(/writes `(target\/[\w.-]+\.xml)`/u, 'where the update set lies')
  said(new RegExp(`lies in \`target/${ownScope}\``, 'u'), 'where it lies under an own prefix')
  const [, menu = ''] = said(/_(System Update Sets → [^_]+)_, then _Preview_, then _Commit_/u, 'how to import it')
  const [, acceptMissingUser = ''] = said(
    /\(`run_as`\) is not there yet: choose _([^_]+)_/u,
    'what to do about missing users',
  )
  const [, variables, command] = said(/^((?:ACCORD_\w+=\S+ )+)(npm run start:node)$/mu, 'how to start the node')
  const [, setUp = ''] = said(/Paste the pairing code that the node prints: (.+)$/mu, 'where the pairing code goes')
  return {
    build: words(build),
    ownPrefix: words(prefix),
    ownScope,
    vendorCode,
    file: (scope) => (scope ? file.replace('target/', `target/${scope}/`) : file),
    menu: menu.split(' → '),
    acceptMissingUser,
    nodeVariables: words(variables).map((word) => word.split('=')[0] ?? ''),
    nodeCommand: words(command),
    setUp: setUp.trim().split(' → '),
  }
}
