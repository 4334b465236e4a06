/** A word of ours for which the field has one of its own. */
export interface OldWord {
  readonly word: string
  /** Finds it in a text whose names are taken apart, as `plainText` does. */
  readonly pattern: RegExp
  readonly instead: string
  /** The text is searched as it is, and its names are not taken apart: the same words in a sentence are none of ours. */
  readonly asWritten?: boolean
  /** Where it stands for something else, by the beginning of a path, with the reason. */
  readonly allowed?: Readonly<Record<string, string>>
}

/** What has no other word anywhere: steps of the schema make and rename what databases have had. */
export const ALLOWED_PLACES: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'it tells what a thing was called before',
  'tests/house/words': 'the list itself, and its test',
  'node-bridge/src/store/engine/migrations': 'a step that a database may have taken keeps its name and what it made',
  'package-lock.json': 'packages of others',
  'node-bridge/test/stories/first-schema.test.ts': 'it goes back to the first schema by the names of then',
}

export const OLD_WORDS: readonly OldWord[] = [
  { word: 'lane', pattern: /\blanes?\b/u, instead: 'serial queue' },
  { word: 'judge', pattern: /\bjudg\w*/u, instead: 'verify, validate or check' },
  {
    word: 'announce',
    pattern: /\bannounc\w*/u,
    instead: 'publish (a key), prefetch (a look-up)',
    allowed: { 'console/src/': 'a live region announces: the word of ARIA' },
  },
  { word: 'told, heard', pattern: /\b(?:un)?(?:told|heard)\b/u, instead: 'sent, reported, acknowledged, received' },
  { word: 'twin', pattern: /\btwins?\b/u, instead: 'peer connection' },
  {
    word: 'mirror',
    pattern: /\bmirror\w*/u,
    instead: 'stored rows; backfill',
    allowed: { 'docs/decisions/': 'CodeMirror is a product' },
  },
  {
    word: 'standing',
    pattern: /\bstandings?\b/u,
    instead: 'entitlement, state, status',
    allowed: { 'docs/decisions/': 'a lease ends by standing still: the verb' },
  },
  {
    word: 'bell, ring',
    pattern: /\b(?:bells?|rings?)\b/u,
    instead: 'after-commit notification',
    allowed: { 'shared/test/': 'the name of the character U+0007' },
  },
  { word: 'witness', pattern: /\bwitness\w*/u, instead: 'restore marker' },
  { word: 'sweep', pattern: /\b(?:sweeps?|sweeping|swept)\b/u, instead: 'scan' },
  { word: 'waiting room', pattern: /\bwaiting rooms?\b/u, instead: 'long-poll slots' },
  { word: 'held answer', pattern: /\bheld answers?\b/u, instead: 'long poll' },
  { word: 'in turns', pattern: /\bin turns\b|\bturn clock\b/u, instead: 'yielding; shift the clock' },
  { word: 'patience', pattern: /\bpatience\b/u, instead: 'timeout' },
  {
    word: 'walk',
    pattern: /\bwalk(?!-?\s?in\b)\w*/u,
    instead: 'keyset scan; visit',
    allowed: {
      'instance-simulator/': 'dot-walking is the word of the platform',
      'console/test/help.test.ts': 'a function of marked',
    },
  },
  { word: 'hasten', pattern: /\bhasten\w*/u, instead: 'run now' },
  {
    word: '…Facts',
    pattern: /[a-z\d]Facts|\bfacts[A-Z]|[-_]facts\b/u,
    instead: 'details',
    asWritten: true,
    allowed: { 'console/src/problems/': 'a refusal has facts', 'console/test/review.test.ts': 'a refusal has facts' },
  },
  { word: 'mend', pattern: /\bmend(?:s|ed|ing)?\b/u, instead: 'remedy' },
  { word: 'whoActs', pattern: /\bwhoActs\b/u, instead: 'responsible', asWritten: true },
  { word: 'connection news', pattern: /\bconnection news\b/u, instead: 'connection snapshot' },
  {
    word: 'operator as a role',
    pattern: /\brole operator\b|\brole: 'operator'|\broles\.operator\b/iu,
    instead: 'maintainer; the operator is who runs the node',
    asWritten: true,
  },
]

/** `laneKey`, `lane_key` and `lane-key` are read as `lane key`. */
const plainText = (text: string): string =>
  text
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replaceAll(/(?<=\w)[_-](?=\w)|_/gu, ' ')
    .toLowerCase()

const isAllowed = (file: string, places: Readonly<Record<string, string>> = {}): boolean =>
  Object.keys(places).some((place) => file.startsWith(place))

/** Each place that has an old word, in its text or in its name, with the word to take. */
export function oldWordsIn(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    if (isAllowed(file, ALLOWED_PLACES)) return []
    const written = [file, ...text.split('\n')]
    const plain = written.map(plainText)
    return OLD_WORDS.filter(({ allowed }) => !isAllowed(file, allowed)).flatMap(
      ({ pattern, word, instead, asWritten }) =>
        (asWritten ? written : plain).flatMap((line, at) =>
          pattern.test(line) ? [`${file}:${at || 'name'}: ${word} → ${instead}`] : [],
        ),
    )
  })
}

/** Reasons that no file needs any more. */
export function idleReasons(files: ReadonlyMap<string, string>): string[] {
  const stands = (place: string, { pattern, asWritten }: OldWord) =>
    [...files].some(([file, text]) => {
      if (!file.startsWith(place)) return false
      const written = `${file}\n${text}`
      return pattern.test(asWritten ? written : plainText(written))
    })
  return OLD_WORDS.flatMap((old) =>
    Object.keys(old.allowed ?? {}).flatMap((place) =>
      stands(place, old) ? [] : [`${place} needs no ${old.word} any more`],
    ),
  )
}
