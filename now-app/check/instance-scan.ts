import type { PackageRecord } from '../../instance-simulator/src/package/read-records.ts'
import { nameOf, recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

/** Without a condition a button is asked of nobody but its roles, which a customer may widen. */
export const everyActionHasACondition: Rule = (built) =>
  recordsOf(built, 'sys_ui_action')
    .filter(({ values }) => (values['condition'] ?? '').trim() === '')
    .map((action) => ({ where: nameOf(action), what: 'has no condition' }))

/** ACLs that let everybody in. */
function openAcls(built: BuiltPackage): readonly PackageRecord[] {
  const open = recordsOf(built, 'sys_security_acl_role')
    .filter(({ keys }) => keys['sys_user_role']?.['name'] === 'public')
    .map(({ values }) => values['sys_security_acl'])
  return recordsOf(built, 'sys_security_acl').filter(({ sysId }) => open.includes(sysId))
}

/** A route without a login says in its own record why; so do the ACLs for the role `public`. */
export const everyPublicRouteHasAReason: Rule = (built) => {
  const acls = openAcls(built)
  const ids = acls.map(({ sysId }) => sysId)
  const routes = recordsOf(built, 'sys_ws_operation').filter(({ values }) =>
    (values['enforce_acl'] ?? '').split(',').some((acl) => ids.includes(acl)),
  )
  return [
    ...routes.filter(({ values }) => !/\bPublic[:;] \S/.test(values['short_description'] ?? '')),
    ...acls.filter(({ values }) => (values['description'] ?? '').length < 60),
  ].map((record) => ({ where: nameOf(record), what: 'is public and does not say why' }))
}

/** `short_description` of a route holds a hundred characters; what is longer is cut by the platform. */
const SHORT = 100
export const descriptionsFit: Rule = (built) =>
  recordsOf(built, 'sys_ws_operation')
    .filter(({ values }) => (values['short_description'] ?? '').length > SHORT)
    .map((route) => ({ where: nameOf(route), what: `is described by more than ${SHORT} characters` }))

/** What an instance scan looks for in scripts, with what to use instead. */
const SUSPECT: Readonly<Record<string, RegExp>> = {
  'runs text as a script': /\b(?:eval|GlideEvaluator|evaluateString)\s*\(|\bnew Function\b|GlideScopedEvaluator/,
  'holds a sys_id': /['"`][0-9a-f]{32}['"`]/,
  'holds the address of an instance': /https?:\/\/[\w.-]*service-now\.com/i,
  'reads the database around its rules': /\bsetWorkflow\(\s*false|\bautoSysFields\(\s*false|\bGlideDBFunctionBuilder\b/,
  'calls into Java': /\bPackages\.\w/,
  'waits in a transaction': /\bgs\.sleep\(/,
  'prints for debugging': /\bgs\.(?:log|print)\(/,
}

/** Constants that are no reference to a record of the instance: each is made by this application. */
const OWN_IDS: readonly RegExp[] = [/sync\/names\.ts/]

function textsOf(built: BuiltPackage): { readonly where: string; readonly text: string }[] {
  const macros = recordsOf(built, 'sys_ui_macro').map((macro) => ({
    where: nameOf(macro),
    text: macro.values['xml'] ?? '',
  }))
  const actions = recordsOf(built, 'sys_ui_action').map((action) => ({
    where: `${nameOf(action)} condition`,
    text: action.values['condition'] ?? '',
  }))
  const own = [...built.modules].filter(([path]) => path.startsWith(`${built.scope}/accord/`))
  return [
    ...own.map(([where, text]) => ({ where, text })),
    ...built.scripts.map(({ where, source }) => ({ where, text: source })),
    ...macros,
    ...actions,
  ]
}

export const nothingThatAScanFinds: Rule = (built) =>
  textsOf(built).flatMap(({ where, text }): Finding[] =>
    Object.entries(SUSPECT)
      .filter(
        ([what, shape]) => shape.test(text) && !(what === 'holds a sys_id' && OWN_IDS.some((own) => own.test(where))),
      )
      .map(([what]) => ({ where, what })),
  )

/** Jelly of a form: what the first phase writes is kept for everybody and read again as a template, so nothing of a record may stand there. */
export const macrosWriteInTheSecondPhase: Rule = (built) =>
  recordsOf(built, 'sys_ui_macro').flatMap((macro): Finding[] => {
    const xml = macro.values['xml'] ?? ''
    const written = [...xml.matchAll(/\$\[([^\]]*)\]/g)].map(([, inside = '']) => inside)
    const tests = [...xml.matchAll(/\btest="\$\[([^\]]*)\]"/g)].map(([, inside = '']) => inside)
    const plain = written.filter((inside) => !/^HTML:jvar_\w+$/.test(inside) && !tests.includes(inside))
    return [
      ...(/\$\{|<g:evaluate|<j:set/.test(xml) ? [{ where: nameOf(macro), what: 'writes in the first phase' }] : []),
      ...plain.map((inside) => ({ where: nameOf(macro), what: `writes ${inside} without HTML:` })),
    ]
  })

/** Reads and writes of a person's request are made under the person's rights. */
export const personsRightsHold: Rule = (built) =>
  [...built.modules]
    .filter(([path]) =>
      /\/now-app\/src\/server\/(?:routes\/read-changes|connection-rows\/table-mark|ui-actions\/|panel\/)/.test(path),
    )
    .filter(([, text]) => /new GlideRecord\(/.test(text))
    .map(([where]) => ({ where, what: 'reads for a person without GlideRecordSecure' }))

/** The platform's own test framework covers the way into each flow. */
export const testsOfBothFlows: Rule = (built) => {
  const tests = recordsOf(built, 'sys_atf_test').map(({ values }) => values['name'] ?? '')
  return ['initiate a connection', 'accept an invitation']
    .filter((flow) => !tests.some((name) => name.endsWith(flow)))
    .map((flow) => ({ where: 'sys_atf_test', what: `has no test of the flow ${flow}` }))
}
