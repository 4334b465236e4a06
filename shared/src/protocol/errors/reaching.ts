import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'
import { PAGE_ERRORS } from './instance.js'
import { PROXY_ERRORS } from './proxy.js'
import { TLS_ERRORS } from './tls.js'

/** Reaching the other side: addresses, networks, private nodes. */
export const REACHING_ERRORS = {
  /** The address is private, loopback or not https. */
  url_refused: entry(
    422,
    false,
    'local-admin',
    'This address is not allowed',
    'Use an https address that is public, or ask the operator to list the private range.',
  ),
  /** Misspelt, or no DNS from the node. */
  name_unresolved: entry(502, true, 'local-admin', 'The host name cannot be found', 'Check the spelling of the URL.'),
  ...TLS_ERRORS,
  ...PROXY_ERRORS,
  ...PAGE_ERRORS,
  /** Nothing listens there. */
  connection_refused: entry(
    502,
    true,
    'operator',
    'The other side refuses connections',
    'Its node is probably not running. Ask its operator to start it.',
  ),
  /** A firewall drops the packets, or the peer is overloaded. */
  timed_out: entry(
    504,
    true,
    'operator',
    'The other side does not answer in time',
    'Check the network between the nodes, then try again.',
  ),
  /** Routing or firewall. */
  unreachable: entry(
    502,
    true,
    'operator',
    'The other side cannot be reached',
    'Check the network between the nodes, then try again.',
  ),
  /** The URL of another service, or Accord is not installed there. */
  not_accord: entry(
    422,
    false,
    'destination-admin',
    'No Accord was found at this address',
    'Install Accord there, or enter the URL of its node.',
  ),
  /** Its application has a scope of its own, or Accord is not installed there: a node asks the default scope only. */
  node_url_needed: entry(
    422,
    false,
    'local-admin',
    'This instance does not say where its node is',
    'Ask the other side for the URL of its node (Accord → Set-up shows it), and enter that.',
  ),
  /** A proxy changed the answer, or a defect. */
  protocol_violation: entry(
    502,
    false,
    'vendor',
    'The other node gave an answer that breaks the protocol',
    'Send the details to support; nothing was changed here.',
  ),
  /** A proxy, a portal or an attacker answered in its place, or removes response headers. */
  refusal_unsigned: entry(
    502,
    true,
    'operator',
    'A refusal came that the other node has not signed',
    'It is tried again by itself. If it stays so, ask the other admin whether their node refuses; if it does not, see what stands between the nodes.',
  ),
  /** The inviting node is set to ask for news (`ACCORD_POLL_ONLY`), and no URL was entered. */
  source_private: entry(
    422,
    false,
    'local-admin',
    'A node that cannot be reached from outside can only invite an instance whose URL it knows',
    'The inviting side enters the URL of the other side; its node then asks there whether the code was accepted.',
  ),
  /** Both nodes are set to ask for news. */
  both_sides_private: entry(
    422,
    false,
    'operator',
    'Neither of the two nodes can be reached from outside',
    'Make one of the two nodes reachable by https; either side can initiate then.',
  ),
} as const satisfies Record<string, ErrorEntry>
