import type { TableSource } from '../records/schema.ts'
import { PackageRefused } from './package-refused.ts'
import { readArchive, type ArchiveFiles } from './read-archive.ts'
import { readDictionary } from './read-dictionary.ts'
import { readRecords, type PackageRecord } from './read-records.ts'
import { readXml } from './read-xml.ts'
import { verifyInventory } from './verify-inventory.ts'

/** A package as `now-sdk pack` made it, checked and parsed, not yet applied. */
export interface ReadPackage {
  readonly scope: string
  readonly scopeSysId: string
  readonly name: string
  readonly version: string
  readonly application: PackageRecord
  readonly tables: readonly TableSource[]
  /** Application files: written on every installation. */
  readonly records: readonly PackageRecord[]
  /** `apply_once/`: written by the first package that brings them, and never again. */
  readonly onceRecords: readonly PackageRecord[]
  /** `unload/`: data written on the first installation only. */
  readonly firstInstallRecords: readonly PackageRecord[]
  /** `unload.demo/`: written when the installer asks for demo data. */
  readonly demoRecords: readonly PackageRecord[]
}

const folders = ['scope', 'update', 'dictionary', 'author_elective_update', 'apply_once', 'unload', 'unload.demo']

/** Reads and checks everything that can be checked without an instance. Throws PackageRefused. */
export async function readPackage(bytes: Buffer): Promise<ReadPackage> {
  const files = await readArchive(bytes)
  verifyInventory(files)
  refuseUnknownFolders(files)
  const application = recordsIn(files, 'scope').find(({ table }) => table === 'sys_app' || table === 'sys_store_app')
  if (!application) throw new PackageRefused('The package holds no application (scope/sys_app_….xml)')
  const { scope = '', name = '', version = '' } = application.values
  if (scope === '' || application.sysId === '') throw new PackageRefused('The application has no scope or no sys_id')
  return {
    scope,
    scopeSysId: application.sysId,
    name,
    version,
    application,
    tables: dictionariesIn(files, scope),
    records: [...recordsIn(files, 'update'), ...recordsIn(files, 'author_elective_update')],
    onceRecords: recordsIn(files, 'apply_once'),
    firstInstallRecords: recordsIn(files, 'unload'),
    demoRecords: recordsIn(files, 'unload.demo'),
  }
}

const filesIn = (files: ArchiveFiles, folder: string) =>
  [...files].filter(([name]) => name.startsWith(`${folder}/`) && name.endsWith('.xml'))

const recordsIn = (files: ArchiveFiles, folder: string) =>
  filesIn(files, folder).flatMap(([name, content]) => readRecords(name, readXml(name, content)))

const dictionariesIn = (files: ArchiveFiles, scope: string) =>
  filesIn(files, 'dictionary').map(([name, content]) => readDictionary(name, readXml(name, content), scope))

function refuseUnknownFolders(files: ArchiveFiles): void {
  for (const name of files.keys()) {
    const [folder = '', ...rest] = name.split('/')
    if (rest.length > 0 && !folders.includes(folder))
      throw new PackageRefused(`not simulated: the package folder ${folder}/ (${name})`)
  }
}
