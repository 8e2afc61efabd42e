/** How English writes numbers and times: days before months, 24 hours. `tag` is Intl's name of it. */
export const locale = {
  tag: 'en-GB',
  // Lengths of time, of which Intl knows too little. Each number comes as `count` writes it.
  hours: (hours: string) => `${hours} h`,
  hoursAndMinutes: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
  minutes: (minutes: string) => `${minutes} min`,
  minutesAndSeconds: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  seconds: (seconds: string) => `${seconds} s`,
}
