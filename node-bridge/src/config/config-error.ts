/** Nonsense in the settings; the message names each setting and is meant for the operator. It repeats no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
