export const modes = {
  basic: { title: 'Basic', text: 'Ready-made rules for the usual fields. Nothing to write.' },
  visual: { title: 'Visual', text: 'Map fields of both sides in an editor.' },
  script: { title: 'Script', text: 'Each side writes its own outgoing and incoming scripts. Every field, every rule.' },
  offeredBy: '{{name}} offers it.',
  laterRelease: 'Comes with a later release.',
  notAtDestination: 'The destination does not offer this mode.',
}
