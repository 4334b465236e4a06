import type { RulesFolder } from './folder.ts'

/** As the node's compiler checks scripts. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    types: [],
    noEmit: true,
  },
  include: ['accord.d.ts', 'tables.d.ts', 'connections'],
}

const README = `# Sync rules of Accord

Each folder below \`connections\` is one connection: what this side sends (\`<table>.outgoing.ts\`) and what it does with what
comes (\`<table>.incoming.ts\`). \`triggers.json\` says which records are meant, and on which published versions these files
are based. \`accord.d.ts\` and \`tables.d.ts\` are written by \`accord rules pull\`: an editor knows the fields by them.

| command | what it does |
| --- | --- |
| \`accord rules pull\` | brings what is published; what was changed here is kept, or named where both sides have changed it |
| \`accord rules record <connection> <number>\` | writes down what a script was given for a record, as a test |
| \`accord rules test --junit report.xml\` | checks types and runs the recordings; needs no node |
| \`accord rules diff\` | what differs from what is published; ends with 1 where something does |
| \`accord rules push\` | has the node check the files, and says what would change |
| \`accord rules publish\` | tries them on the newest pairs as well, and with \`--publish\` publishes them |

Nothing but \`--publish\` publishes. Where somebody else has published since you pulled, nothing is, and the person is named.
After publishing, commit \`triggers.json\`: it says which versions the next one is based on.

\`accord\` reads \`ACCORD_URL\` and \`ACCORD_OPERATOR_TOKEN\` from the environment. No secret belongs into this folder. Recordings
hold what stands on real records, customers' names and comments included: read them before you commit them.
`

const TYPES = 'accord.d.ts'
const TABLES = 'tables.d.ts'
const HEAD = '/* Written by accord rules pull. */\n'

/** What an editor and a repository need beside the rules. Answers what was another one before. */
export async function writeStaticFiles(
  folder: RulesFolder,
  { api, tables }: { readonly api: string; readonly tables: string | null },
): Promise<readonly string[]> {
  const files: Record<string, string> = {
    'README.md': README,
    'tsconfig.json': JSON.stringify(TSCONFIG, null, 2),
    '.gitattributes': '* text eol=lf\n',
    [TYPES]: HEAD + api,
    ...(tables !== null && { [TABLES]: HEAD + tables }),
  }
  const changed: string[] = []
  for (const [file, text] of Object.entries(files)) {
    // People add to these.
    const isTheirs = file !== TYPES && file !== TABLES
    if (isTheirs && (await folder.read(file)) !== undefined) continue
    if (await folder.write(file, text)) changed.push(file)
  }
  return changed
}

/** The tables as they were pulled; empty before that. */
export const readTables = async (folder: RulesFolder): Promise<string | undefined> => folder.read(TABLES)
