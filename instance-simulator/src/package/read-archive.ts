import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { PackageRefused } from './package-refused.ts'

export type ArchiveFiles = ReadonlyMap<string, Buffer>

const maxEntries = 20_000
const maxTotalBytes = 512 * 1024 * 1024
const symbolicLink = 0xa000

/**
 * All files of a zip by their path inside it. Names in a Now SDK package begin with `/`, which zip readers take for an attack, so
 * names are checked here: one leading slash is dropped, everything that could leave the package's root is refused.
 */
export async function readArchive(bytes: Buffer): Promise<ArchiveFiles> {
  const zip = await open(bytes)
  const files = new Map<string, Buffer>()
  let total = 0
  return new Promise((resolve, reject) => {
    const refuse = (reason: unknown) => {
      zip.close()
      reject(
        reason instanceof PackageRefused ? reason : new PackageRefused(`The archive is damaged: ${String(reason)}`),
      )
    }
    zip.on('error', refuse)
    zip.on('end', () => resolve(files))
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      readEntry(zip, entry, files, total).then(() => zip.readEntry(), refuse)
    })
    zip.readEntry()
  })
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) reject(new PackageRefused(`This is no zip archive: ${error.message}`))
      else resolve(zip)
    })
  })
}

async function readEntry(zip: ZipFile, entry: Entry, files: Map<string, Buffer>, total: number): Promise<void> {
  const name = safeName(String(entry.fileName))
  if (name.endsWith('/')) return
  if (files.has(name)) throw new PackageRefused(`The archive holds ${name} twice`)
  if (files.size >= maxEntries || total > maxTotalBytes) throw new PackageRefused('The archive is too large')
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === symbolicLink) {
    throw new PackageRefused(`The archive holds a symbolic link: ${name}`)
  }
  files.set(name, await contentOf(zip, entry))
}

/** The path below the package's root. Throws PackageRefused for names that reach out of it. */
export function safeName(raw: string): string {
  const name = raw.startsWith('/') ? raw.slice(1) : raw
  const parts = name.split('/')
  const escapes = name.startsWith('/') || parts.includes('..') || parts.includes('.')
  if (escapes || name === '' || /[\\\0]/.test(name) || /^[a-z]:/i.test(name)) {
    throw new PackageRefused(`The archive holds a path that leaves it: ${JSON.stringify(raw)}`)
  }
  return name
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', reject)
    })
  })
}
