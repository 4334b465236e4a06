import { readdirSync, readFileSync } from 'node:fs'

import { ERROR_CODES } from '@accord/shared/protocol'
import ts from 'typescript'

const CATALOGUE = new URL('../shared/src/protocol/errors/', import.meta.url)

/** The comment above each entry of the catalogue: what brings it about, as far as that is known. */
function readCauses(): ReadonlyMap<string, string> {
  const causes = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      const [comment] = ts.getJSDocCommentsAndTags(node)
      if (comment) causes.set(node.name.text, ts.getTextOfJSDocComment(comment.comment) ?? '')
    }
    ts.forEachChild(node, visit)
  }
  for (const file of readdirSync(CATALOGUE))
    visit(ts.createSourceFile(file, readFileSync(new URL(file, CATALOGUE), 'utf8'), ts.ScriptTarget.Latest, true))
  return causes
}

/** Every refusal for docs/operations.md. A cause is for who looks into an incident: no program carries it. */
export function refusalsTable(): string {
  const causes = readCauses()
  const rows = Object.entries(ERROR_CODES).map(([code, { title, remedy }]) => {
    const cause = causes.get(code)
    if (!cause) throw new Error(`${code} has no comment in the catalogue that says what brings it about`)
    return `| \`${code}\` | ${title} | ${cause.replaceAll(/\s+/gu, ' ').replace(/\.$/u, '')} | ${remedy} |`
  })
  return ['| code | symptom | cause, where it is known | remedy |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
