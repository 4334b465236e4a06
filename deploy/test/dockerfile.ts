import { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast'

import { readText } from './deployment-files.ts'

/** What the simulated builder carries out; everything else only describes the image. */
export type Step =
  | { readonly kind: 'workdir'; readonly path: string }
  | {
      readonly kind: 'copy'
      readonly fromStage: string | undefined
      readonly sources: string[]
      readonly target: string
    }
  | { readonly kind: 'run'; readonly command: string }

export interface Stage {
  readonly name: string
  /** Another stage's name, or an image with its variables filled in. */
  readonly base: string
  readonly steps: readonly Step[]
}

export interface ParsedDockerfile {
  readonly stages: readonly Stage[]
  readonly nodeVersion: string
  readonly user: string
  readonly volume: string
  readonly environment: Readonly<Record<string, string>>
  readonly entrypoint: readonly string[]
  /** What is added to it where nobody says otherwise. */
  readonly command: readonly string[]
  readonly healthcheck: readonly string[]
}

const parsed = () => DockerfileParser.parse(readText('deploy/Dockerfile'))

/** The exec form, `["node", "main.ts"]`; the shell form is no JSON and throws. */
const wordsOf = (command: string | null) => JSON.parse(command ?? '') as string[]

function stepsBetween(start: number, end: number): Step[] {
  return parsed()
    .getInstructions()
    .filter((instruction) => instruction.getRange().start.line > start && instruction.getRange().start.line < end)
    .flatMap((instruction): Step[] => {
      const words = instruction.getArguments().map((argument) => argument.getValue())
      switch (instruction.getKeyword()) {
        case 'WORKDIR':
          return [{ kind: 'workdir', path: words.join(' ') }]
        case 'RUN':
          return [{ kind: 'run', command: words.join(' ') }]
        case 'COPY': {
          const fromStage = (instruction as Copy).getFromFlag()?.getValue() ?? undefined
          return [{ kind: 'copy', fromStage, sources: words.slice(0, -1), target: words.at(-1) ?? '' }]
        }
        default:
          return []
      }
    })
}

const imageOf = (from: From, nodeVersion: string) => (from.getImage() ?? '').replace('${NODE_VERSION}', nodeVersion)

const lineOf = (from: From | undefined) => from?.getRange().start.line ?? Number.POSITIVE_INFINITY

/** `deploy/Dockerfile`, read by a Dockerfile parser. Throws when an instruction that an operator relies on is missing. */
export function readDockerfile(): ParsedDockerfile {
  const file = parsed()
  const last = (keyword: string): Instruction => {
    const found = file.getInstructions().findLast((instruction) => instruction.getKeyword() === keyword)
    if (!found) throw new Error(`deploy/Dockerfile has no ${keyword}`)
    return found
  }
  const nodeVersion = file.getInitialARGs()[0]?.getProperty()?.getValue() ?? ''
  const froms = file.getFROMs()
  return {
    nodeVersion,
    stages: froms.map((from, index) => ({
      name: from.getBuildStage() ?? '',
      base: imageOf(from, nodeVersion),
      steps: stepsBetween(lineOf(from), lineOf(froms[index + 1])),
    })),
    user: last('USER').getArgumentsContent() ?? '',
    volume: last('VOLUME').getArgumentsContent() ?? '',
    environment: Object.fromEntries(
      file.getENVs().flatMap((env) => env.getProperties().map((each) => [each.getName(), each.getValue() ?? ''])),
    ),
    entrypoint: wordsOf(last('ENTRYPOINT').getArgumentsContent()),
    command: wordsOf(last('CMD').getArgumentsContent()),
    healthcheck: wordsOf(
      last('HEALTHCHECK')
        .getArgumentsContent()
        ?.replace(/^.*?CMD /, '') ?? null,
    ),
  }
}
