/** Words that the published scripts have met and do not know. */
export const unmapped = {
  title: 'Words without a line',
  lead: 'The published scripts have met these and do not know them. Add a line, fill in what it means here, and publish.',
  add: 'Add the line',
  kind: {
    value: '“{{word}}” in {{path}}: no line for it. The pair waits.',
    otherwise: '“{{word}}” in {{path}}: no line for it. The default was taken.',
    choice: '“{{word}}” for {{path}}: the field has no such choice. The pair waits.',
    user: '“{{word}}” in {{path}}: nobody here has this address. The field stayed without a user.',
  },
  met_one: 'met once',
  met_other: 'met {{count}} times',
  added: 'A line for {{word}} was added. Fill in what it means here.',
  there: '{{word}} has a line already. It is selected.',
  nowhere: 'No place for {{word}} was found in the script. Write the line by hand.',
}
