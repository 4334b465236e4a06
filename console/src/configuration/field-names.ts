/** What the instance calls a field; where it does not say, its name as a person would write it. */
export const fieldLabel = (name: string, labels: ReadonlyMap<string, string>): string =>
  labels.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')

export const fieldList = (names: readonly string[], labels: ReadonlyMap<string, string>, language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names.map((name) => fieldLabel(name, labels)))
