export const life = {
  health: 'Antworten der anderen Seite',
  healths: {
    up: 'prompt',
    slow: 'langsam, oder eine fehlte',
    down: 'keine: es wird von selbst wieder versucht',
    none: 'noch nicht gefragt',
  },
}
