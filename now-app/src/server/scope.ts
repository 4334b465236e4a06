/** The scope of this application. What is built holds the one of now.config.json, or of `--scope`, in this place. */
export { DEFAULT_SCOPE as SCOPE } from '@accord/shared/protocol'
