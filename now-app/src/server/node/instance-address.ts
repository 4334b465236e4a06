import { gs } from '@servicenow/glide'

/** The URL under which this instance is reached, without a slash at the end. */
export const instanceUrl = (): string => gs.getProperty('glide.servlet.uri', '').replace(/\/+$/, '')

export const instanceName = (): string =>
  gs.getProperty('instance_name', '') || instanceUrl().replace(/^https?:\/\//, '')

/** The platform's release, for the node's records only. */
export const instanceVersion = (): string => gs.getProperty('glide.buildname', '')
