import manifest from '../package.json' with { type: 'json' }

/** Version of this release, as other nodes see it. */
export const NODE_VERSION: string = manifest.version
