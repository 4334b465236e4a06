interface Explanation {
  readonly said: RegExp
  readonly means: (scope: string) => string
}

/** What the installer prints when an instance refuses, and what it means: the instance's own words name no cause. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    said: /application was null/i,
    means: (scope) =>
      `The instance takes no application of the scope ${scope}: its prefix is not the one that ServiceNow issued to your company.\n` +
      'Its system log says "third party application not allowed". Three ways on:\n' +
      '  1 build under your own prefix (system property glide.appcreator.company.code):\n' +
      '      npm run install:app -- --scope x_<your prefix>_accord\n' +
      '  2 import the update set, which every instance takes:\n' +
      '      npm run build:update-set, then System Update Sets → Retrieved Update Sets → Import Update Set from XML\n' +
      '  3 have the foreign prefix allowed for the time of the install; README tells how, and the risk.',
  },
  {
    said: /User name or password invalid/i,
    means: () =>
      'The instance refuses user and password. Since Yokohama it asks a password for a second factor, which the SDK cannot\n' +
      'give: sign in by OAuth (SN_SDK_AUTH_TYPE=oauth, with a client id and secret of System OAuth → Application Registry).',
  },
]

/** Undefined where there is nothing to explain. */
export const explainRefusal = (output: string, scope: string): string | undefined =>
  EXPLANATIONS.find(({ said }) => said.test(output))?.means(scope)
