import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A stored (uncompressed) zip with exactly the names given, however bad: no library would write these. */
export function writeZip(entries: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const [nameBytes, body] = [Buffer.from(name), Buffer.from(content)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    writeSizes(local, 14, body, nameBytes)
    locals.push(local, nameBytes, body)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 6)
    writeSizes(central, 16, body, nameBytes)
    central.writeUInt32LE(offset, 42)
    centrals.push(central, nameBytes)
    offset += local.length + nameBytes.length + body.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function writeSizes(header: Buffer, at: number, body: Buffer, name: Buffer): void {
  header.writeUInt32LE(crc32(body), at)
  header.writeUInt32LE(body.length, at + 4)
  header.writeUInt32LE(body.length, at + 8)
  header.writeUInt16LE(name.length, at + 12)
}

/** A package with a right inventory around the given files. */
export function writePackage(files: Readonly<Record<string, string>>): Buffer {
  const sums = Object.entries(files).map(
    ([name, content]) => `${name};${createHash('sha256').update(content).digest('hex')}`,
  )
  return writeZip([
    ['/package_inventory.csv', `#type=scoped\n${sums.join('\n')}\n`],
    ...Object.entries(files).map(([name, content]) => [`/${name}`, content] as const),
  ])
}

export const applicationXml = (scope: string, sysId: string, version = '1.0.0') =>
  recordXml('sys_app', { sys_id: sysId, scope, name: `App ${scope}`, version, active: 'true' })

export function recordXml(
  table: string,
  values: Readonly<Record<string, string>>,
  action = 'INSERT_OR_UPDATE',
): string {
  const fields = Object.entries(values).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<?xml version="1.0"?><record_update table="${table}"><${table} action="${action}">${fields.join('')}</${table}></record_update>`
}
