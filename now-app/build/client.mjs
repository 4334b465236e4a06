import { glob, minify, rollup, servicenowFrontEndPlugins } from '@servicenow/isomorphic-rollup'

/**
 * Bundles the console page. The SDK's own default would pack the page's sources and source maps into the application;
 * a release carries neither. It also keeps every long name; short ones take a fifth off what a browser has to load.
 */
export default async function bundleClient({ rootDir, config, fs, path, logger, registerExplicitId }) {
  const clientDir = path.join(rootDir, config.clientDir)
  const pages = path.join(clientDir, '*.html')
  if ((await glob(pages, { fs })).length === 0) throw new Error(`There is no page in ${config.clientDir}.`)

  const output = path.join(rootDir, config.staticContent.buildDir)
  fs.rmSync(output, { recursive: true, force: true })
  const bundle = await rollup({
    fs,
    input: pages,
    // A part that is loaded later may share modules with the page: they stand in a script that both import, and not in the one that
    // the page names, which would run again under another address.
    preserveEntrySignatures: 'strict',
    plugins: [
      rawText(fs),
      contractsForPages(),
      minify({ compress: { passes: 3 } }),
      plainCharacters(),
      await servicenowFrontEndPlugins({
        scope: config.scope,
        rootDir: clientDir,
        projectRootDir: rootDir,
        registerExplicitId,
        editableSourceCodeOnInstance: false,
      }),
    ],
  })
  const written = await bundle.write({ dir: output, sourcemap: false })
  for (const file of written.output) logger.info(`Bundled ${file.fileName}`)
}

/** `import text from './document.md?raw'`, as Vite reads it for the node's own console. */
function rawText(fs) {
  const SUFFIX = '?raw'
  return {
    name: 'raw-text',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || !importer) return null
      return new URL(source.slice(0, -SUFFIX.length), `file://${importer}`).pathname + SUFFIX
    },
    load(id) {
      if (!id.endsWith(SUFFIX)) return null
      return `export default ${JSON.stringify(fs.readFileSync(id.slice(0, -SUFFIX.length), 'utf8'))}`
    },
  }
}

const CONTRACT = /\/shared\/(?:dist|src)\/contracts\/[\w-]+\.[jt]s$/
/** One text or one list of texts, as a contract writes them. */
const TEXT = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`
const FOR_OTHERS = new RegExp(
  String.raw`\b(?:(?:summary|body|answer|answerType|proof|rate|signed):\s*${TEXT}|(?:bytes|actor):\s*[\w.]+|refusals:\s*\[[^\]]*\]|query:\s*\{[^}]*\}|audience:\s*'(?!operator')[^']*'),?`,
  'g',
)

/** What only nodes call has no role: these files are empty for the pages. */
const ONLY_FOR_NODES = /^export const (\w+) = \{$[^]*?^\};?$/gm
const OF_NODES = /\/(?:handshake|files|rules-files|sync)\.[jt]s$/

/** A page calls by name, method and path; what a contract says for people, for documents and for the node it would load for nothing. */
function contractsForPages() {
  const forPages = (code, id) =>
    OF_NODES.test(id) ? code.replaceAll(ONLY_FOR_NODES, 'export const $1 = {}') : code.replaceAll(FOR_OTHERS, '')
  return {
    name: 'contracts-for-pages',
    transform: (code, id) => (CONTRACT.test(id) ? { code: forPages(code, id), map: null } : null),
  }
}

/**
 * The SDK packs a script as an attachment where XML could not hold one of its characters. Nobody knows which releases serve that; in
 * a text of the script the escape means the same.
 */
function plainCharacters() {
  return {
    name: 'plain-characters',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk') file.code = file.code.replaceAll(NOT_IN_XML, escaped)
      },
    },
  }
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
