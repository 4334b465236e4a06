import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Tree } from './source.ts'

const DECISIONS = 'docs/decisions/'
/** What is made, not written: most of it is what `.gitignore` names. */
const SKIPPED = new Set(['node_modules', 'dist', 'target', 'test-results', 'playwright-report', 'coverage'])
/** What is no text, or written by a run. */
const UNREAD = /\.(?:png|log|tsbuildinfo)$/u

/** Every text: documents, sources, data, files of deployment. Pictures have an empty one. */
export function readDocuments(root: string): Tree {
  const files = new Map<string, string>()
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const file = path.relative(root, path.join(entry.parentPath, entry.name))
    const folders = file.split(path.sep)
    if (!entry.isFile() || folders.some((folder) => SKIPPED.has(folder) || folder.startsWith('.'))) continue
    files.set(folders.join('/'), UNREAD.test(file) ? '' : readFileSync(path.join(root, file), 'utf8'))
  }
  return files
}

/** Decisions count from 0001 without a gap, each number once, and each says its own number in its heading. */
export function flawsOfNumbers(files: Tree): string[] {
  const flaws: string[] = []
  const decisions = [...files].filter(([file]) => /^docs\/decisions\/\d/u.test(file)).toSorted()
  for (const [at, [file, text]] of decisions.entries()) {
    const number = numberOf(file)
    const due = String(at + 1).padStart(4, '0')
    if (number !== due) return [...flaws, `${file}: the next decision is ${due}`]
    if (!text.startsWith(`# ${number} `)) flaws.push(`${file}: its heading begins with "# ${number} "`)
  }
  return flaws
}

const numberOf = (file: string): string => path.basename(file).slice(0, 4)

/** A decision is named by `decision 0001`, `docs/decisions/0001`, or `0001` in brackets where decisions speak of another. */
export function flawsOfMentions(files: Tree): string[] {
  const numbers = new Set([...files.keys()].filter((file) => file.startsWith(DECISIONS)).map(numberOf))
  const flaws: string[] = []
  for (const [file, text] of files) {
    const mentions = file.startsWith(DECISIONS) ? /(?:decisions?[ /]|[([])(\d{4})\b/giu : /decisions?[ /](\d{4})\b/giu
    for (const [, number = ''] of text.matchAll(mentions))
      if (!numbers.has(number)) flaws.push(`${file}: there is no decision ${number}`)
  }
  return flaws
}

const LINK = /\[(?<label>[^\]]*)\]\((?<target>[^)\s]+)\)/gu

/** Every link of a document leads to a file or folder of ours, to a heading that is there, and by its own number to a decision. */
export function flawsOfLinks(files: Tree): string[] {
  const flaws: string[] = []
  for (const [file, text] of files) {
    if (!file.endsWith('.md')) continue
    for (const { groups } of text.replaceAll(/^```.*?^```/gmsu, '').matchAll(LINK)) {
      const { label = '', target = '' } = groups ?? {}
      if (/^(?:https?|mailto):/u.test(target)) continue
      const [name = '', heading] = target.split('#')
      const to = name === '' ? file : path.posix.join(path.posix.dirname(file), name).replace(/\/$/u, '')
      if (!isThere(files, to, heading)) flaws.push(`${file}: ${target} leads nowhere`)
      const number = /\d{4}$/u.exec(label)?.[0]
      if (number && to.startsWith(DECISIONS) && numberOf(to) !== number) flaws.push(`${file}: ${label} leads to ${to}`)
    }
  }
  return flaws
}

function isThere(files: Tree, to: string, heading: string | undefined): boolean {
  const text = files.get(to)
  if (text === undefined) return [...files.keys()].some((file) => file.startsWith(`${to}/`))
  return heading === undefined || !to.endsWith('.md') || anchorsOf(text).has(heading)
}

/** The anchors that GitHub gives to headings: small letters, no marks, hyphens for spaces. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

/** The folders at the top of the repository and those of README's table are the same. */
export function flawsOfFolders(files: Tree): string[] {
  const named = new Set(
    rowsOf(files.get('README.md') ?? '').flatMap((row) =>
      [...row.matchAll(/\]\(([\w-]+)\)/gu)].map(([, to = '']) => to),
    ),
  )
  const there = new Set([...files.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))
  return [
    ...[...there].filter((folder) => !named.has(folder)).map((folder) => `README.md: its table lacks ${folder}/`),
    ...[...named].filter((folder) => !there.has(folder)).map((folder) => `README.md: there is no folder ${folder}/`),
  ]
}

const CONTRIBUTING = 'docs/contributing.md'
/** More than a change should touch. */
const FILES_MAX = 4

/** Each task of docs/contributing.md is done in two to four files, and each file that it names is there. */
export function flawsOfTasks(files: Tree): string[] {
  const text = files.get(CONTRIBUTING) ?? ''
  const flaws: string[] = []
  for (const task of text.split(/^## /mu).slice(1)) {
    const [title = ''] = task.split('\n', 1)
    const steps = rowsOf(task).slice(2).length
    if (steps > FILES_MAX || steps === 1) flaws.push(`${CONTRIBUTING}: ${title} takes ${steps} files`)
  }
  for (const [, named = ''] of text.matchAll(/`([\w-]+\/[\w/.<>{},-]+)`/gu))
    if (!formsOf(named).some((form) => [...files.keys()].some((file) => form.test(file))))
      flaws.push(`${CONTRIBUTING}: there is no ${named}`)
  return flaws
}

const rowsOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|'))

/** `<name>` stands for any name, `{en,de}` for each of them. A folder is there where a file is in it. */
function formsOf(named: string): RegExp[] {
  const [, before = '', choices = '', after = ''] = /^(.*)\{(.+)\}(.*)$/u.exec(named) ?? [undefined, named]
  return choices.split(',').map((choice) => {
    const literal = `${before}${choice}${after}`.split(/<[\w-]+>/u).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${literal.join('[\\w-]+')}${named.endsWith('/') ? '' : '(?:$|/)'}`, 'u')
  })
}
