import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeRestApi } from './rest-api.ts'
import { takeScope } from './scope.ts'
import { writeTranslations } from './translations.ts'
import { withoutFolders, withoutOperatorCopies, withoutTests, withoutTokens } from './without-tests.ts'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Shown under Help. */
export const DOCUMENTS = ['CHANGELOG.md', 'SECURITY.md', 'docs/glossary.md', 'docs/api.md']
/** All that the package is made of, relative to the root. */
const SOURCES = [
  'now-app/src',
  'now-app/build',
  'console/src',
  'shared/src',
  'now.config.json',
  'package.json',
  'package-lock.json',
  ...DOCUMENTS,
]
/** What the SDK reads in the directory where it builds; shared and React come through node_modules. */
const WORKPLACE = ['now-app/src', 'now-app/build', 'console/src', 'now.config.json', 'package.json', ...DOCUMENTS]

export async function filesBelow(place: string): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Names one state of the sources under one scope: the same hash gives the same package. */
export async function hashOfSources(scope: string): Promise<string> {
  const hash = createHash('sha256').update(scope)
  for (const source of SOURCES) {
    for (const file of (await filesBelow(join(root, source))).toSorted())
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** A document as the page shows it. */
export const shownDocument = async (document: string): Promise<string> =>
  withoutOperatorCopies(withoutTokens(withoutFolders(withoutTests(await readFile(join(root, document), 'utf8')))))

/** Copies the sources, so that an edit during the build tears nothing, two builds do not meet, and each has its scope. */
export async function copySources(directory: string, scope: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  for (const source of WORKPLACE) await cp(join(root, source), join(directory, source), { recursive: true })
  for (const document of DOCUMENTS) await writeFile(join(directory, document), await shownDocument(document))
  await writeRestApi(directory)
  await writeTranslations(directory)
  await takeScope(directory, scope)
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
}
