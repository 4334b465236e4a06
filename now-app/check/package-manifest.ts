import { recordsOf } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

const ALLOWED = ['@accord/shared']

/** The root package.json travels with the application: it depends on nothing but what runs there, and versions agree. */
export const manifestIsMinimal: Rule = (built) => {
  const [application] = recordsOf(built, 'sys_app')
  const path = application?.values['package_json'] ?? ''
  const content = built.modules.get(path)
  if (content === undefined) return [{ where: path, what: 'the manifest that the application names is missing' }]
  const { version, dependencies = {} } = JSON.parse(content) as {
    version?: string
    dependencies?: Readonly<Record<string, string>>
  }
  const surplus = Object.keys(dependencies).filter((name) => !ALLOWED.includes(name))
  const named = [...built.modules].find(([module]) => module.endsWith('/app-version.ts'))?.[1] ?? ''
  const faults: [boolean, Finding][] = [
    [surplus.length > 0, { where: path, what: `depends on ${surplus.join(', ')}` }],
    [application?.values['version'] !== version, { where: 'sys_app', what: `is not version ${version}` }],
    [!named.includes(`'${version}'`), { where: 'app-version.ts', what: `does not name version ${version}` }],
  ]
  return faults.filter(([broken]) => broken).map(([, finding]) => finding)
}
