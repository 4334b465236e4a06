import { ConfigError } from './config-error.ts'

/** What Kubernetes, and Docker's links before it, set for a Service: HOST and PORT of it, and of each of its ports. */
const NAME =
  /^ACCORD_(?:\w+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)$/u
const VALUE = /^(?:tcp|udp|sctp):\/\//u

/**
 * A Service in the namespace whose name begins with "accord" writes variables that look like settings, one of them over
 * ACCORD_PORT of the image. Throws `ConfigError`: the names alone would send the operator looking for a mistake of his own.
 */
export function refuseServiceLinks(environment: Readonly<Record<string, string | undefined>>): void {
  const links = Object.entries(environment).filter(
    ([name, value = '']) => name.startsWith('ACCORD_') && (NAME.test(name) || VALUE.test(value)),
  )
  if (links.length === 0) return
  const names = links.map(([name]) => name).toSorted()
  throw new ConfigError(
    `${names.join(', ')}: set by Kubernetes for a Service whose name begins with "accord", not by you. Put enableServiceLinks: false into the spec of the pod (deploy/kubernetes/stateful-set.yaml has it), or give the Service another name`,
  )
}
