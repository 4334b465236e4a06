import { z } from 'zod'

import { readYaml } from './deployment-files.ts'

const PORT = z.union([z.string(), z.number()])
const Selector = z.strictObject({ matchLabels: z.record(z.string(), z.string()) })
const Metadata = z.strictObject({
  name: z.string(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
})
const Probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string(), port: PORT }),
  periodSeconds: z.number(),
  timeoutSeconds: z.number().optional(),
  failureThreshold: z.number(),
})
const Container = z.looseObject({
  name: z.string(),
  image: z.string(),
  ports: z.array(z.strictObject({ name: z.string(), containerPort: z.number() })),
  envFrom: z.array(z.strictObject({ configMapRef: z.strictObject({ name: z.string() }) })),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
  lifecycle: z.strictObject({ preStop: z.strictObject({ sleep: z.strictObject({ seconds: z.number() }) }) }),
  resources: z.strictObject({
    requests: z.strictObject({ cpu: z.string(), memory: z.string() }),
    limits: z.strictObject({ memory: z.string() }),
  }),
  securityContext: z.unknown(),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() })),
})

const ClaimTemplate = z.strictObject({
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    accessModes: z.tuple([z.literal('ReadWriteOnce')]),
    resources: z.strictObject({ requests: z.strictObject({ storage: z.string() }) }),
  }),
})

export const StatefulSet = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('StatefulSet'),
  metadata: Metadata,
  spec: z.strictObject({
    replicas: z.number(),
    revisionHistoryLimit: z.number(),
    selector: Selector,
    serviceName: z.string(),
    podManagementPolicy: z.string(),
    updateStrategy: z.unknown(),
    volumeClaimTemplates: z.array(ClaimTemplate),
    persistentVolumeClaimRetentionPolicy: z.unknown(),
    template: z.strictObject({
      metadata: z.strictObject({ labels: z.record(z.string(), z.string()) }),
      spec: z.strictObject({
        serviceAccountName: z.string(),
        automountServiceAccountToken: z.boolean(),
        enableServiceLinks: z.boolean(),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.unknown(),
        topologySpreadConstraints: z.array(z.looseObject({ labelSelector: Selector })),
        containers: z.array(Container).length(1),
        volumes: z.array(
          z.looseObject({ name: z.string(), secret: z.looseObject({ secretName: z.string() }).optional() }),
        ),
      }),
    }),
  }),
})

const Named = z.looseObject({ kind: z.string(), metadata: Metadata })

export const DisruptionBudget = Named.extend({
  spec: z.strictObject({ maxUnavailable: z.number(), selector: Selector }),
})
export const NetworkPolicy = Named.extend({
  spec: z.looseObject({
    podSelector: Selector,
    policyTypes: z.array(z.string()),
    ingress: z.array(z.strictObject({ from: z.array(z.unknown()), ports: z.array(z.strictObject({ port: PORT })) })),
  }),
})
export const Service = Named.extend({
  spec: z.looseObject({
    type: z.string(),
    selector: z.record(z.string(), z.string()),
    ports: z.array(z.strictObject({ name: z.string(), port: z.number(), targetPort: PORT })),
  }),
})
export const Ingress = Named.extend({
  spec: z.looseObject({
    rules: z.array(
      z.strictObject({
        host: z.string(),
        http: z.strictObject({
          paths: z.array(
            z.looseObject({
              path: z.string(),
              pathType: z.enum(['Exact', 'Prefix']),
              backend: z.strictObject({ service: z.strictObject({ name: z.string(), port: z.unknown() }) }),
            }),
          ),
        }),
      }),
    ),
    tls: z.array(z.strictObject({ hosts: z.array(z.string()), secretName: z.string() })).min(1),
  }),
})
export const Settings = Named.extend({ data: z.record(z.string(), z.string()) })
export const Secret = Named.extend({ stringData: z.strictObject({ 'accord.env': z.string() }) })
export const Kustomization = z.looseObject({ resources: z.array(z.string()) })

export { Named }

/** `name`: the file without its ending. */
export const readManifest = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> =>
  readYaml(`deploy/kubernetes/${name}.yaml`, schema)
