import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { RefusedError } from '../command.ts'

/**
 * A folder that stands in somebody's repository: what is in it was written by whoever may write there. Nothing is read or written
 * through a link, and every file has the same line ends, so that a repository shows what people have changed and nothing else.
 */
export interface RulesFolder {
  readonly root: string
  /** Undefined where it is not there. */
  read(file: string): Promise<string | undefined>
  /** True where the file was another one before. */
  write(file: string, text: string): Promise<boolean>
  /** Names of the files of one folder, in their order; none where it is not there. */
  list(folder: string): Promise<readonly string[]>
}

export function openRulesFolder(root: string): RulesFolder {
  const at = (file: string) => path.join(root, file)
  const read = async (file: string) => {
    const kind = await kindOf(root, file)
    if (kind === 'none') return undefined
    if (kind !== 'file') throw new RefusedError(`${file} is no file.`)
    return asLines(await readFile(at(file), 'utf8'))
  }
  return {
    root,
    read,
    write: async (file, text) => {
      const wanted = asLines(text)
      if ((await read(file)) === wanted) return false
      await mkdir(path.dirname(at(file)), { recursive: true })
      // A command that is killed leaves the file that was there.
      const part = `${at(file)}.part`
      await rm(part, { force: true })
      await writeFile(part, wanted, { flag: 'wx' })
      await rename(part, at(file))
      return true
    },
    list: async (folder) => {
      if ((await kindOf(root, folder)) !== 'folder') return []
      return (await readdir(at(folder))).toSorted()
    },
  }
}

/** Throws `RefusedError` where a part of the path is a link: what it leads to is no part of the folder. */
async function kindOf(root: string, file: string): Promise<'none' | 'file' | 'folder'> {
  const parts = file.split('/')
  for (let length = 1; length <= parts.length; length++) {
    const some = parts.slice(0, length).join('/')
    const found = await lstat(path.join(root, some)).catch(() => undefined)
    if (!found) return 'none'
    if (found.isSymbolicLink())
      throw new RefusedError(`${some} is a link, and what it leads to is no part of this folder.`)
    if (length === parts.length) return found.isDirectory() ? 'folder' : 'file'
    if (!found.isDirectory()) throw new RefusedError(`${some} is no folder.`)
  }
  return 'none'
}

/** Without the mark that some editors begin a file with, with one end of a line, and with one at the end. */
export function asLines(text: string): string {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/\n+$/u, '')
  return lines === '' ? '' : `${lines}\n`
}
