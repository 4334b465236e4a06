import { entry } from './entry.js'
import type { ErrorEntry } from './entry.js'

/** A page stands where an answer should be, wherever an answer is read. */
export const PAGE_ERRORS = {
  /** A developer instance that nobody used. */
  instance_hibernates: entry(
    502,
    true,
    'local-admin',
    'The instance hibernates',
    'Wake it by logging in; everything goes on by itself after that.',
  ),
  /** A firewall, content network, proxy or login page stands before the other side. */
  gateway_page: entry(
    502,
    true,
    'operator',
    'A gateway answers with a page of its own',
    'Let the calls of the nodes pass the gateway or login page.',
  ),
} as const satisfies Record<string, ErrorEntry>

/** Why our own instance does not take what its node tells it, beside what the catalogue names for everybody. */
export const CALLBACK_ERRORS = {
  /** 403 or 404 before the REST API is asked: a deny rule of `ip_access`, or an authentication policy before the sign-in. */
  instance_blocks_caller: entry(
    502,
    true,
    'local-admin',
    'The instance blocks the address of its node',
    'Allow the outgoing address of the node under System Security → IP Address Access Control and in the policy of the pre-authentication context (Adaptive Authentication); then look for a firewall before the instance.',
  ),
  /** 401 in the envelope of the platform: a REST API access policy, or a route that requires authentication by now. */
  instance_wants_login: entry(
    502,
    true,
    'local-admin',
    'The REST API of the instance asks its node to log in',
    'Except the API of Accord from the REST API access policies, and let its routes for the node require no authentication; installing the application again restores them.',
  ),
  /** 403 in the envelope of the platform: somebody added or changed an ACL of the route. */
  instance_acl_refuses: entry(
    502,
    true,
    'local-admin',
    'An ACL of the instance closes the routes of its node',
    'Let the routes for the node check no ACL; installing the application again restores them.',
  ),
  /** 404, or 400 in the envelope of the platform: the application is not there, not active, or in another scope. */
  instance_has_no_app: entry(
    502,
    true,
    'local-admin',
    'The instance has no routes of Accord',
    'Install Accord there, in the scope that it was paired with, or pair again.',
  ),
  /** Single sign-on before the API (`/api/x_accrd_bridge`, or your own scope), or an address that forwards. */
  callback_redirected: entry(
    502,
    true,
    'local-admin',
    'The instance forwards its node to another address',
    'Except the REST API of Accord from single sign-on, or pair again.',
  ),
  /** Somebody changed the route (406, 415). */
  callback_format_refused: entry(
    502,
    true,
    'local-admin',
    'The events route takes no JSON',
    'Install the application again.',
  ),
  /** A limit of 413 at the instance or before it. */
  callback_too_large: entry(
    502,
    true,
    'local-admin',
    'An event is too large for the instance',
    'Let the instance take 64 KiB.',
  ),
  /** A REST rate limit rule (429). */
  callback_rate_limited: entry(
    502,
    true,
    'local-admin',
    'The instance limits the calls of its node',
    'The node waits as it is asked to. If this stays, raise the REST rate limit.',
  ),
  /** `ACCORD_INSTANCE_CALLS_PER_HOUR` of the node. */
  instance_quota_used: entry(
    503,
    true,
    'operator',
    'The node has made as many calls to its instance as it may for now',
    'It goes on by itself, and nothing is lost. If this stays, raise ACCORD_INSTANCE_CALLS_PER_HOUR of the node.',
  ),
  /** Another status of 4xx: releases that do not fit, or something in the way. */
  callback_refused: entry(
    502,
    true,
    'local-admin',
    'The instance refuses the event',
    'Compare the releases of application and node.',
  ),
  /** A defect or an overload of the instance (5xx). */
  callback_failed: entry(
    502,
    true,
    'local-admin',
    'The instance fails at an event',
    'If this stays, read its system log.',
  ),
  /** A business rule or data policy of the customer on `x_accrd_bridge_*`, or with your own scope. */
  row_refused: entry(
    409,
    true,
    'local-admin',
    'A rule of the instance refuses rows of Accord',
    'Except the tables of Accord from the rule that is named.',
  ),
} as const satisfies Record<string, ErrorEntry>
