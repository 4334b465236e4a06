import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A file system of its own with little room. */
export interface SmallDisk {
  readonly directory: string
  /** Leaves no byte free. */
  fill(): void
  free(): void
  unmount(): void
}

/** Undefined where this process may not mount one: as a user, or in a container without that right. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'accord-test', directory], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(directory, { recursive: true, force: true })
    return undefined
  }
  const ballast = path.join(directory, 'ballast')
  const unmount = () => {
    process.off('exit', unmount)
    execFileSync('umount', ['--lazy', directory])
    rmSync(directory, { recursive: true, force: true })
  }
  process.once('exit', unmount)
  return {
    directory,
    fill: () => {
      for (const bytes of [65_536, 4096, 1]) appendUntilFull(ballast, bytes)
    },
    free: () => rmSync(ballast, { force: true }),
    unmount,
  }
}

function appendUntilFull(file: string, bytes: number): void {
  const some = Buffer.alloc(bytes)
  try {
    for (;;) writeFileSync(file, some, { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
