import { readdirSync } from 'node:fs'
import path from 'node:path'

import { OPERATIONS } from '@accord/shared/contracts'
import { describe, expect, test } from '@jest/globals'

import { ROOT } from './deployment-files.ts'
import { readDockerfile } from './dockerfile.ts'
import {
  DisruptionBudget,
  Ingress,
  Kustomization,
  Named,
  NetworkPolicy,
  readManifest,
  Secret,
  Service,
  Settings,
  StatefulSet,
} from './kubernetes-files.ts'

const { spec } = readManifest('stateful-set', StatefulSet)
const pod = spec.template.spec
const [container] = pod.containers
if (!container) throw new Error('the schema promises one container')
const image = readDockerfile()

describe('the Kubernetes manifests', () => {
  test('kustomization.yaml lists every manifest except the example of the Secret', () => {
    const files = readdirSync(path.join(ROOT, 'deploy/kubernetes')).filter((file) => file !== 'kustomization.yaml')
    const { resources } = readManifest('kustomization', Kustomization)
    expect([...resources, 'secret.example.yaml'].toSorted()).toEqual(files.toSorted())
  })

  test('the pod runs without rights, on a file system that it cannot write, without the API of the cluster', () => {
    const [uid, gid] = image.user.split(':').map(Number)
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: gid,
      fsGroup: gid,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(pod.automountServiceAccountToken).toBe(false)
    // Otherwise a Service whose name begins with "accord" writes variables that look like settings.
    expect(pod.enableServiceLinks).toBe(false)
  })

  test('the probes ask the operations for health and readiness, at the port that the image listens on', () => {
    expect(container.startupProbe.httpGet.path).toBe(OPERATIONS.readHealth.path)
    expect(container.livenessProbe.httpGet.path).toBe(OPERATIONS.readHealth.path)
    expect(container.readinessProbe.httpGet.path).toBe(OPERATIONS.readReadiness.path)
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe])
      expect(container.ports.map(({ name }) => name)).toContain(probe.httpGet.port)
    const { ACCORD_ADMIN_PORT } = readManifest('settings', Settings).data
    expect(container.ports).toEqual([
      { name: 'http', containerPort: Number(image.environment['ACCORD_PORT']) },
      { name: 'admin', containerPort: Number(ACCORD_ADMIN_PORT) },
    ])
    expect(readManifest('service', Service).spec.ports[0]?.targetPort).toBe('http')
  })

  test('a pod that a restart replaces is never killed before its grace is over', () => {
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(container.lifecycle.preStop.sleep.seconds + 30)
  })

  test('three replicas, of which a rollout takes one at a time and a drained machine one', () => {
    expect(spec.replicas).toBe(3)
    expect(spec.updateStrategy).toEqual({ type: 'RollingUpdate' })
    expect(readManifest('pod-disruption-budget', DisruptionBudget).spec.maxUnavailable).toBe(1)
  })

  test('every selector means the pods of the Deployment', () => {
    const { labels } = spec.template.metadata
    expect(spec.selector.matchLabels).toEqual(labels)
    expect(readManifest('service', Service).spec.selector).toEqual(labels)
    expect(readManifest('admin-service', Service).spec.selector).toEqual(labels)
    expect(readManifest('pod-disruption-budget', DisruptionBudget).spec.selector.matchLabels).toEqual(labels)
    expect(readManifest('network-policy', NetworkPolicy).spec.podSelector.matchLabels).toEqual(labels)
    for (const { labelSelector } of pod.topologySpreadConstraints) expect(labelSelector.matchLabels).toEqual(labels)
  })

  test('every name that is referred to is declared', () => {
    expect(container.envFrom.map(({ configMapRef }) => configMapRef.name)).toEqual([
      readManifest('settings', Settings).metadata.name,
    ])
    expect(pod.serviceAccountName).toBe(readManifest('service-account', Named).metadata.name)
    expect(pod.volumes.flatMap(({ secret }) => (secret ? [secret.secretName] : []))).toEqual([
      readManifest('secret.example', Secret).metadata.name,
    ])
    expect(container.volumeMounts.map(({ name }) => name).toSorted()).toEqual(
      [...pod.volumes, ...spec.volumeClaimTemplates.map(({ metadata }) => metadata)].map(({ name }) => name).toSorted(),
    )
    const backends = readManifest('ingress', Ingress).spec.rules.flatMap(({ http }) => http.paths)
    for (const { backend } of backends)
      expect(backend.service.name).toBe(readManifest('service', Service).metadata.name)
  })

  test('the Secret lies where the image looks for it, and what the node writes is on a volume', () => {
    const mounts = Object.fromEntries(container.volumeMounts.map((mount) => [mount.mountPath, mount]))
    expect(image.entrypoint).toContain('--env-file-if-exists=/etc/accord/accord.env')
    expect(mounts['/etc/accord']).toEqual({ name: 'secrets', mountPath: '/etc/accord', readOnly: true })
    expect(mounts).toHaveProperty(['/tmp'])
  })

  test('what a node remembers outside of its database lies on storage that outlives the pod, and each pod has its own', () => {
    const mount = container.volumeMounts.find(({ mountPath }) => mountPath === image.volume)
    expect(spec.volumeClaimTemplates.map(({ metadata }) => metadata.name)).toEqual([mount?.name])
    expect(pod.volumes.map(({ name }) => name)).not.toContain(mount?.name)
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' })
    expect(spec.serviceName).toBe(readManifest('service', Service).metadata.name)
  })

  test('the admin port is for the inside: no Ingress and nobody but Prometheus reaches it', () => {
    const admin = readManifest('admin-service', Service)
    expect(admin.spec).toMatchObject({ type: 'ClusterIP', ports: [{ targetPort: 'admin' }] })
    const { ingress } = readManifest('network-policy', NetworkPolicy).spec
    expect(ingress.map(({ ports }) => ports)).toEqual([[{ port: 'http' }], [{ port: 'admin' }]])
    expect(JSON.stringify(ingress[0])).toContain('ingress-nginx')
    expect(JSON.stringify(ingress[1])).not.toContain('ingress-nginx')
  })

  test('both directions of traffic are closed except for what the policy names', () => {
    expect(readManifest('network-policy', NetworkPolicy).spec.policyTypes).toEqual(['Ingress', 'Egress'])
  })

  test('TLS covers the host of the Ingress, and it is the host of the public URL', () => {
    const { rules, tls } = readManifest('ingress', Ingress).spec
    const publicUrl = new URL(readManifest('settings', Settings).data['ACCORD_PUBLIC_URL'] ?? '')
    expect(rules.map(({ host }) => host)).toEqual([publicUrl.host])
    expect(tls.flatMap(({ hosts }) => hosts)).toEqual([publicUrl.host])
  })
})
