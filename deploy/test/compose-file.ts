import { z } from 'zod'

import { readYaml } from './deployment-files.ts'

const Secret = z.union([z.string(), z.strictObject({ source: z.string(), target: z.string() })])

const Service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  init: z.boolean().optional(),
  entrypoint: z.array(z.string()).optional(),
  restart: z.literal('unless-stopped'),
  environment: z.record(z.string(), z.string()).optional(),
  secrets: z.array(Secret),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  tmpfs: z.array(z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.strictObject({
    test: z.array(z.string()).min(2),
    interval: z.string(),
    timeout: z.string(),
    start_period: z.string().optional(),
    retries: z.number().optional(),
  }),
  user: z.string(),
  read_only: z.boolean(),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).optional(),
  privileged: z.boolean().optional(),
  security_opt: z.array(z.string()),
  pids_limit: z.number().optional(),
  ulimits: z.record(z.string(), z.number()).optional(),
  mem_limit: z.string().optional(),
  shm_size: z.string().optional(),
  stop_grace_period: z.string().optional(),
  networks: z.array(z.string()),
})

const ComposeFile = z.strictObject({
  name: z.string(),
  'x-node': z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean() }).nullable()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
})

export type ComposeService = z.infer<typeof Service>

/** `deploy/compose.yaml`. An option that this does not know is refused: Compose would ignore a misspelt one. */
export const readComposeFile = () => readYaml('deploy/compose.yaml', ComposeFile)

/** The services that run the node, by the image. */
export const nodesOf = (services: Readonly<Record<string, ComposeService>>): readonly ComposeService[] =>
  Object.values(services).filter(({ image }) => image.startsWith('accord-node:'))

export const secretNameOf = (secret: z.infer<typeof Secret>): string =>
  typeof secret === 'string' ? secret : secret.source

/** `/run/secrets/name` unless the file says otherwise. */
export const secretPathOf = (secret: z.infer<typeof Secret>): string =>
  typeof secret === 'string' ? `/run/secrets/${secret}` : secret.target
