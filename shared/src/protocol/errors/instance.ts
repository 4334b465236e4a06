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
