import { gs } from '@servicenow/glide'

/** The URL under which this instance is reached, without a slash at the end. */
export const instanceUrl = (): string => gs.getProperty('glide.servlet.uri', '').replace(/\/+$/, '')

/** By which the platform's own services know this instance: `acme` of acme.service-now.com. */
export const instanceName = (): string =>
  gs.getProperty('instance_name', '') || instanceUrl().replace(/^https?:\/\//, '')

/** What the platform calls this instance by; a clone may have another one than its source. */
export const instanceId = (): string => gs.getProperty('instance_id', '')

/** The platform's release, for the node's records only. */
export const instanceVersion = (): string => gs.getProperty('glide.buildname', '')
