import { createHash } from 'node:crypto'
import { PackageRefused } from './package-refused.ts'
import type { ArchiveFiles } from './read-archive.ts'

export const inventoryName = 'package_inventory.csv'

/**
 * Every file of the package is listed with its SHA-256 sum, and nothing else is there. Lines are `path;hex`, `#…` are remarks.
 * Throws PackageRefused with the first file that does not fit.
 */
export function verifyInventory(files: ArchiveFiles): void {
  const inventory = files.get(inventoryName)
  if (!inventory) throw new PackageRefused(`The package has no ${inventoryName}`)
  const listed = new Map<string, string>()
  for (const line of inventory.toString('utf8').split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [name = '', sum = ''] = line.split(';')
    listed.set(name, sum.trim())
  }
  for (const [name, sum] of listed) {
    const content = files.get(name)
    if (!content) throw new PackageRefused(`${inventoryName} lists ${name}, which is missing`)
    if (sha256(content) !== sum.toLowerCase())
      throw new PackageRefused(`${name} was changed: its SHA-256 sum is not the one listed`)
  }
  for (const name of files.keys()) {
    if (name !== inventoryName && !listed.has(name))
      throw new PackageRefused(`${name} is not listed in ${inventoryName}`)
  }
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
