import { escapeHidden, faultOfText } from '../text/validate-text.js'
import { decodePunycode } from './punycode.js'

/**
 * A URL as a person may read it anywhere: as it is, and behind it the host in Unicode where that differs:
 * `https://xn--bcher-kva.example (bücher.example)`. What no URL should hold is made visible.
 */
export function shownUrl(url: string): string {
  const host = unicodeOf(hostNameOf(url))
  return host === undefined ? escapeHidden(url) : `${escapeHidden(url)} (${host})`
}

/** As `shownUrl`, of the host and its port alone. */
export function shownHost(url: string): string {
  const host = unicodeOf(hostNameOf(url))
  return host === undefined ? escapeHidden(hostOf(url)) : `${escapeHidden(hostOf(url))} (${host})`
}

/** Host and port of a URL, or the text itself where it is none. */
export const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#\\]*@)?([^/?#\\]+)/i.exec(url)?.[1] ?? url

/**
 * Whether a URL that the other side named leads to another host than the one that a person had entered for it. One host with
 * another port or scheme is the same; where nothing was entered, there is nothing to compare.
 */
export const isOtherHost = (entered: string | null, named: string | null): boolean =>
  entered !== null && named !== null && hostNameOf(entered).toLowerCase() !== hostNameOf(named).toLowerCase()

const hostNameOf = (url: string): string => hostOf(url).replace(/:\d*$/, '')

/** Undefined where the host has no other form, or one that hides something. */
function unicodeOf(host: string): string | undefined {
  if (!/(?:^|\.)xn--/i.test(host)) return undefined
  const labels = host.toLowerCase().split('.')
  const decoded = labels.map((label) => (label.indexOf('xn--') === 0 ? decodePunycode(label.slice(4)) : label))
  const unicode = decoded.join('.')
  const isLegible = decoded.every((label) => label !== undefined && /[^ -~]|^[a-z0-9_-]+$/.test(label))
  return isLegible && faultOfText(unicode) === undefined ? unicode : undefined
}
