import type { Contracts } from './contract.js'

/** The node itself: what it is, whether it works, what it needs. */
export const SERVICE = {
  discover: {
    summary: 'What this node is, which versions and modes it speaks, its keys and its time',
    method: 'GET',
    path: '/.well-known/accord-node',
    audience: 'public',
    answer: 'DiscoveryDocument',
  },
  readStatus: {
    summary: 'The node as its instance sees it, with the prerequisites of a connection',
    method: 'GET',
    path: '/instance/v1/status',
    audience: 'instance',
    role: 'auditor',
    answer: 'NodeStatus',
  },
  checkPrerequisites: {
    summary: 'Try now what a connection needs: the public address of the node and the way to the instance',
    method: 'POST',
    path: '/instance/v1/prerequisites/check',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'PrerequisiteCheck',
    refusals: ['too_many_requests'],
  },
  readMetrics: {
    summary: 'Prometheus metrics',
    method: 'GET',
    path: '/metrics',
    audience: 'operator',
    answerType: 'text/plain',
  },
  readHealth: {
    summary: 'The process runs',
    method: 'GET',
    path: '/healthz',
    audience: 'public',
    rate: 'probe',
    answer: 'Health',
  },
  readReadiness: {
    summary: 'The node can do its work',
    method: 'GET',
    path: '/readyz',
    audience: 'public',
    rate: 'probe',
    answer: 'Readiness',
    unless: { member: 'ready', status: 503, title: 'A part is not ready' },
  },
  readOpenApi: {
    summary: 'This interface as OpenAPI 3.1',
    method: 'GET',
    path: '/openapi.json',
    audience: 'public',
    answer: 'OpenApiDocument',
  },
} as const satisfies Contracts
