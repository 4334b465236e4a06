import type { Case } from './test-folder.ts'

/** A report as CI servers read it: a suite for each connection. */
export function junitOf(cases: readonly Case[]): string {
  const folders = [...new Set(cases.map(({ folder }) => folder))]
  const suites = folders.map((folder) =>
    suiteOf(
      folder,
      cases.filter((each) => each.folder === folder),
    ),
  )
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${countsOf(cases)}>`, ...suites, '</testsuites>'].join(
    '\n',
  )
}

const suiteOf = (folder: string, cases: readonly Case[]): string =>
  [`  <testsuite name="${escape(folder)}" ${countsOf(cases)}>`, ...cases.map(caseOf), '  </testsuite>'].join('\n')

const countsOf = (cases: readonly Case[]): string => {
  const failures = cases.filter(({ problems }) => problems.length > 0).length
  const seconds = cases.reduce((sum, each) => sum + each.seconds, 0)
  return `tests="${cases.length}" failures="${failures}" errors="0" time="${seconds.toFixed(3)}"`
}

function caseOf({ folder, name, kind, problems, seconds }: Case): string {
  const head = `    <testcase classname="${escape(`${folder}.${kind}`)}" name="${escape(name)}" time="${seconds.toFixed(3)}"`
  if (problems.length === 0) return `${head}/>`
  const failure = `      <failure message="${escape(problems[0] ?? '')}">${escape(problems.join('\n'))}</failure>`
  return [`${head}>`, failure, '    </testcase>'].join('\n')
}

/** What XML 1.0 cannot hold at all, such as most control characters and halves of surrogate pairs. */
const NO_XML =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string =>
  text.replaceAll(NO_XML, '�').replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
