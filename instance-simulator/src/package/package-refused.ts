/** The package cannot be installed; the message tells a developer why. The instance is as it was. */
export class PackageRefused extends Error {
  readonly code = 'package_refused'
}
