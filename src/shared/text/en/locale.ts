/** How English writes numbers and times: days before months, 24 hours. `tag` is Intl's name of it. */
export const locale = {
  tag: 'en-GB',
  // The same as Intl for this tag, which a test holds. Intl loads its tables for it: up to 10 ms each, of a command's 50.
  withoutIntl: {
    whole: (number: number) => String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ','),
    form: (number: number): Intl.LDMLPluralRule => (Math.abs(number) === 1 ? 'one' : 'other'),
    list: (items: readonly string[]) => {
      const others = items.slice(0, -1).join(', ')
      return [...(others ? [others] : []), ...items.slice(-1)].join(' and ')
    },
  },
  // Lengths of time, of which Intl knows too little. Each number comes as `count` writes it.
  hours: (hours: string) => `${hours} h`,
  hoursAndMinutes: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
  minutes: (minutes: string) => `${minutes} min`,
  minutesAndSeconds: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  seconds: (seconds: string) => `${seconds} s`,
}
