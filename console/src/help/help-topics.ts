export const HELP_TOPICS = ['about', 'guides', 'support', 'releases', 'glossary', 'security', 'api'] as const
export type HelpTopic = (typeof HELP_TOPICS)[number]
